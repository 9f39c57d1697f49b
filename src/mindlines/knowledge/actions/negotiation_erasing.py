"""Forgetting who judged and who led. A judgement stays with its group; its words and the name go."""

from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.knowledge.actions import negotiation_findable as findable
from mindlines.knowledge.models import Adaptation, Attached, Judgement, Negotiation
from mindlines.people.models import Person

WORDS = ("research", "here", "lived", "why", "found")
# The database counts only the letters of a line.
LONGEST: dict[type, int] = {Judgement: 300, Negotiation: 100_000, Adaptation: 100_000}
ADAPTED = ("changed", "because", "core_lost", "still_works", "found")


def forget(person: Person) -> None:
    """Take the name off all that the person judged and led, and out of the words of the boards."""
    Judgement.objects.filter(membership__person=person).update(membership=None, why="")
    Negotiation.objects.filter(opened_by=person).update(opened_by=None)
    Negotiation.objects.filter(settled_by=person).update(settled_by=None)
    Attached.objects.filter(put_by=person).update(put_by=None)
    Adaptation.objects.filter(made_by=person).update(made_by=None)
    for community in Membership.objects.filter(person=person).values_list("community", flat=True):
        _take_name_out(person, community=community)


def _take_name_out(person: Person, *, community: int) -> None:
    """Where somebody else has the same name, it stays theirs."""
    if Membership.objects.filter(community=community, person__name=person.name).exclude(person=person).exists():
        return
    boards = Negotiation.objects.filter(_named(WORDS, person.name), statement__item__community=community)
    for board in boards.select_related("statement__item__community"):
        _replace(board, fields=WORDS, name=person.name)
        findable.put(board)
    changed = Adaptation.objects.filter(_named(ADAPTED, person.name), negotiation__statement__item__community=community)
    for adaptation in changed.select_related("negotiation__statement__item__community"):
        _replace(adaptation, fields=ADAPTED, name=person.name)
        findable.put(adaptation.negotiation)
    lines = Judgement.objects.filter(why__contains=person.name, negotiation__statement__item__community=community)
    for judgement in lines:
        _replace(judgement, fields=("why",), name=person.name)


def _named(fields: tuple[str, ...], name: str) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__contains": name})
    return found


def _replace(row: Negotiation | Adaptation | Judgement, *, fields: tuple[str, ...], name: str) -> None:
    for field in fields:
        setattr(row, field, getattr(row, field).replace(name, _("a former member"))[: LONGEST[type(row)]])
    row.save(update_fields=fields)
