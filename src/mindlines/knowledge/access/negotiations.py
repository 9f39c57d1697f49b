"""The gates of negotiations and diagnoses."""

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.kernel.rules import Rule
from mindlines.knowledge import rules
from mindlines.knowledge.access.seeing import viewer
from mindlines.knowledge.choices import NegotiationStage
from mindlines.knowledge.models import Diagnosis, Negotiation, Statement
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person


def negotiation(person: Person, pk: int, *, may: Rule[[Negotiation]] = rules.read_negotiation) -> Negotiation:
    """The negotiation with its statement, item and community, seen through `negotiation.viewer`."""
    rows = Negotiation.objects.select_related("statement__item__community", "meeting", "agenda_item", "follows")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = found.statement.viewer = viewer(person, found.statement.item.community)
    may.require(found)
    return found


def earlier(statement: Statement, number: str | None) -> Negotiation | None:
    """A settled negotiation of the same statement that a new one is to follow; nothing where none is meant."""
    if not number:
        return None
    known = statement.negotiations.filter(stage=NegotiationStage.SETTLED, followed_by=None)
    found = (
        known.filter(pk=int(number)).first() if number.isascii() and number.isdecimal() and len(number) < 19 else None
    )
    if found is None:
        raise Http404
    return found


def place(viewer: Membership, chosen: str) -> tuple[Meeting | None, AgendaItem | None]:
    """The meeting, and perhaps the item of its agenda, of a choice that `queries.negotiations.places` offered."""
    sort, _colon, number = chosen.partition(":")
    if not number:
        return None, None
    if sort == "meeting":
        return Meeting.objects.filter(community=viewer.community_id, pk=number).first(), None
    item = (
        AgendaItem.objects.select_related("meeting").filter(meeting__community=viewer.community_id, pk=number).first()
    )
    return (item.meeting if item else None), item


def to_judge_for(negotiation: Negotiation, pk: int) -> Membership:
    """An active member for whom somebody writes down what they think."""
    found = Membership.objects.active().filter(community=negotiation.viewer.community_id, pk=pk)
    member = found.select_related("person", "constituency").first()
    if member is None:
        raise Http404
    return member


def diagnosis(person: Person, pk: int, *, may: Rule[[Diagnosis]] = rules.read_diagnosis) -> Diagnosis:
    """The diagnosis with its statement, item and community, seen through `diagnosis.viewer`."""
    found = Diagnosis.objects.select_related("statement__item__community", "follows").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.statement.item.community)
    may.require(found)
    return found
