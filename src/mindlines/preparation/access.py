"""The gates of getting ready."""

from django.http import Http404

from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.people.models import Person
from mindlines.preparation import rules
from mindlines.preparation.models import CallWish, PathStep, PreparationPath


def path(person: Person, pk: int, *, may: Rule[[PreparationPath]] = rules.arrange) -> PreparationPath:
    """The path with this number, seen through its `viewer`; outsiders meet a 404."""
    found = PreparationPath.objects.select_related("community", "constituency").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found


def step(person: Person, pk: int, *, may: Rule[[PathStep]] = rules.read_step) -> PathStep:
    """One step; outsiders meet a 404."""
    found = PathStep.objects.select_related("path__community", "path__constituency").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = found.path.viewer = viewer(person, found.path.community)
    may.require(found)
    return found


def wish(person: Person, pk: int) -> CallWish:
    """A call that somebody asked for, for whoever answers it."""
    found = CallWish.objects.select_related("membership__community").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.membership.community)
    rules.answer_call.require(found)
    return found
