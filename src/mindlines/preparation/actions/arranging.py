"""Arranging paths and their steps."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community, Constituency
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.people.models import Person
from mindlines.preparation.choices import StepKind
from mindlines.preparation.models import PathStep, PreparationPath

MOST_STEPS = 30


@dataclass(frozen=True)
class PathWords:
    """What a path is called, and for whom it is."""

    title: str
    about: str = ""
    constituency: Constituency | None = None
    key: str = ""


@dataclass(frozen=True)
class StepWords:
    """Everything that a step says."""

    title: str
    kind: str = StepKind.READ
    words: str = ""
    easy: str = ""
    minutes: int = 5
    inside: str = ""
    link: str = ""
    key: str = ""


@transaction.atomic
def begin(words: PathWords, *, to: Community, by: Person) -> PreparationPath:
    """A new path that only facilitators see until it is shown; the same form sent twice begins one."""
    last = to.paths.aggregate(last=Max("position"))["last"]
    made, is_new = PreparationPath.objects.get_or_create(
        key=words.key or link_secret(),
        defaults={
            "community": to,
            "title": words.title,
            "about": words.about,
            "constituency": words.constituency,
            "position": 0 if last is None else last + 1,
        },
    )
    if made.community_id != to.pk:
        raise Refused(_("This form was used somewhere else. Open the page again."))
    if is_new:
        record.note(to, by=by, verb="began-a-path", words=made.title)
    return made


def change(path: PreparationPath, *, words: PathWords) -> None:
    path.title, path.about, path.constituency = words.title, words.about, words.constituency
    path.save(update_fields=["title", "about", "constituency"])


def show(path: PreparationPath) -> None:
    """Let members see it."""
    if not path.steps.exists():
        raise Refused(_("Write a first step before you show this to members."))
    PreparationPath.objects.filter(pk=path.pk).update(is_shown=True)


def hide(path: PreparationPath) -> None:
    """Take it away from members; what they have done stays."""
    PreparationPath.objects.filter(pk=path.pk).update(is_shown=False)


@transaction.atomic
def remove(path: PreparationPath, *, by: Person) -> None:
    record.note(path.community, by=by, verb="removed-a-path", words=path.title)
    path.delete()


@transaction.atomic
def add_step(path: PreparationPath, *, words: StepWords) -> PathStep:
    """A new step at the end; the same form sent twice adds one."""
    PreparationPath.objects.select_for_update().get(pk=path.pk)
    known = PathStep.objects.filter(key=words.key, path=path).first() if words.key else None
    if known is not None:
        return known
    steps = path.steps.count()
    if steps >= MOST_STEPS:
        raise Refused(_("A path has 30 steps at most. Begin a second one."))
    values = {name: value for name, value in vars(words).items() if name != "key"}
    return PathStep.objects.create(path=path, position=steps, key=words.key or link_secret(), **values)


def change_step(step: PathStep, *, words: StepWords) -> None:
    """Other words for it; who has done it has done it."""
    for name, value in vars(words).items():
        if name != "key":
            setattr(step, name, value)
    step.save()


@transaction.atomic
def remove_step(step: PathStep) -> None:
    path = PreparationPath.objects.select_for_update().get(pk=step.path_id)
    step.delete()
    _put_in_order(list(path.steps.all()))


@transaction.atomic
def move_step(path: PreparationPath, *, step: int, place: int | None = None, steps: int = 0) -> None:
    """Put a step at a place, counted from 0; or so many steps down, or up where it is less than 0."""
    PreparationPath.objects.select_for_update().get(pk=path.pk)
    order = list(path.steps.all())
    moved = next((one for one in order if one.pk == step), None)
    if moved is None:
        raise Refused(_("This step is no longer there."))
    wanted = order.index(moved) + steps if place is None else place
    order.remove(moved)
    order.insert(max(0, wanted), moved)
    _put_in_order(order)


def _put_in_order(steps: list[PathStep]) -> None:
    for position, step in enumerate(steps):
        step.position = position
    PathStep.objects.bulk_update(steps, ["position"])
