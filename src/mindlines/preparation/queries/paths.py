"""Paths as a member walks them, and as a facilitator arranges them."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum
from django.urls import reverse

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.people.choices import Need
from mindlines.preparation.choices import Inside
from mindlines.preparation.models import CallWish, PathStep, PreparationPath, StepDone


@dataclass(frozen=True)
class WalkedStep:
    step: PathStep
    is_done: bool


@dataclass(frozen=True)
class WalkedPath:
    """A path with what one member has done of it."""

    path: PreparationPath
    steps: list[WalkedStep]


@dataclass(frozen=True)
class Way:
    """All paths for one member."""

    paths: list[WalkedPath]

    @property
    def steps(self) -> list[WalkedStep]:
        return [step for path in self.paths for step in path.steps]

    @property
    def total(self) -> int:
        return len(self.steps)

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.steps)

    @property
    def left(self) -> int:
        return self.total - self.done

    @property
    def minutes_left(self) -> int:
        return sum(one.step.minutes for one in self.steps if not one.is_done)

    @property
    def is_ready(self) -> bool:
        return bool(self.steps) and self.done == self.total

    @property
    def following(self) -> PathStep | None:
        """The first step that is not done."""
        return next((one.step for one in self.steps if not one.is_done), None)


def way_of(member: Membership) -> Way:
    """The paths for everybody and for the member's own group, with their ticks. Three queries."""
    paths = shown_to(member.community, constituency=member.constituency_id).prefetch_related("steps")
    done = set(StepDone.objects.filter(membership=member).values_list("step", flat=True))
    return Way([WalkedPath(path, [WalkedStep(step, step.pk in done) for step in path.steps.all()]) for path in paths])


def shown_to(community: Community, *, constituency: int) -> QuerySet[PreparationPath]:
    """What members of a group see."""
    mine = Q(constituency__isnull=True) | Q(constituency=constituency)
    return PreparationPath.objects.filter(mine, community=community, is_shown=True)


def is_done(step: PathStep, *, by: Membership) -> bool:
    return StepDone.objects.filter(step=step, membership=by).exists()


def after(step: PathStep, *, way: Way) -> PathStep | None:
    """The step that comes next on somebody's way, whether it is done or not."""
    steps = [one.step for one in way.steps]
    places = [place for place, one in enumerate(steps) if one.pk == step.pk]
    return steps[places[0] + 1] if places and places[0] + 1 < len(steps) else None


def reads_easy(member: Membership) -> bool:
    """Whether easy read comes first for this person."""
    return member.person.needs.filter(need=Need.EASY_READ).exists()


def open_wish(member: Membership) -> CallWish | None:
    return CallWish.objects.filter(membership=member, called_at=None).first()


def arranged(community: Community) -> QuerySet[PreparationPath]:
    """All paths of a community with `count` steps and `minutes` in all."""
    return (
        community.paths.select_related("constituency")
        .annotate(count=Count("steps"), minutes=Sum("steps__minutes", default=0))
        .order_by("position", "pk")
    )


def groups(community: Community) -> QuerySet[Constituency]:
    return community.constituencies.all()


def sorted_rows(path: PreparationPath) -> list[dict[str, object]]:
    """Its steps as the list that can be put in order takes them."""
    return [
        {
            "id": step.pk,
            "title": step.title,
            "url": step.get_absolute_url(),
            "meta": f"{step.get_kind_display()} · {step.minutes} min",
        }
        for step in path.steps.all()
    ]


def inside_url(step: PathStep) -> str:
    """The page of this community to which a step leads; nothing where it leads to none."""
    return reverse(step.inside, kwargs={"slug": step.path.community.slug}) if step.inside in Inside.values else ""
