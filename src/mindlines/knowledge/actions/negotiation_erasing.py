"""Forgetting who judged and who led. A judgement stays with its group; its words and the name go."""

from mindlines.communities.actions import names
from mindlines.knowledge.actions import negotiation_findable as findable
from mindlines.knowledge.models import Adaptation, Attached, Judgement, Negotiation
from mindlines.people.models import Person

WORDS = dict.fromkeys(("research", "here", "lived", "why", "found"), names.NO_END)
ADAPTED = dict.fromkeys(("changed", "because", "core_lost", "still_works", "found"), names.NO_END)


def forget(person: Person) -> None:
    """Take the name off all that the person judged and led, and out of the words of the boards."""
    Judgement.objects.filter(membership__person=person).update(membership=None, why="")
    Negotiation.objects.filter(opened_by=person).update(opened_by=None)
    Negotiation.objects.filter(settled_by=person).update(settled_by=None)
    Attached.objects.filter(put_by=person).update(put_by=None)
    Adaptation.objects.filter(made_by=person).update(made_by=None)
    for community in names.communities_of(person):
        _take_name_out(person.name, community=community)


def _take_name_out(name: str, *, community: int) -> None:
    boards = Negotiation.objects.filter(names.holding(name, fields=WORDS), statement__item__community=community)
    for board in boards.select_related("statement__item__community"):
        names.take_out(board, name=name, fields=WORDS)
        findable.put(board)
    held = names.holding(name, fields=ADAPTED)
    changed = Adaptation.objects.filter(held, negotiation__statement__item__community=community)
    for adaptation in changed.select_related("negotiation__statement__item__community"):
        names.take_out(adaptation, name=name, fields=ADAPTED)
        findable.put(adaptation.negotiation)
    lines = Judgement.objects.filter(why__contains=name, negotiation__statement__item__community=community)
    for judgement in lines:
        names.take_out(judgement, name=name, fields={"why": 300})
