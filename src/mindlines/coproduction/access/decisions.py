"""The gates of decisions, and of what belongs to one."""

from collections.abc import Mapping

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.coproduction import rules
from mindlines.coproduction.models import Decision, Objection, Proposal
from mindlines.coproduction.queries.decisions.beginnings import NOWHERE, Origin
from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.knowledge.models import Negotiation
from mindlines.meetings.models import Meeting, Point
from mindlines.people.models import Person

_KINDS = ("supersedes", "point", "negotiation", "meeting")


def decision(person: Person, pk: int, *, may: Rule[[Decision]] = rules.read_decision) -> Decision:
    """What has this number, seen through its `viewer`; outsiders meet a 404."""
    found = (
        Decision.objects.select_related(
            "community",
            "meeting",
            "agenda_item",
            "negotiation__statement",
            "box",
            "closed_by",
            "supersedes",
            "superseded_by",
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found


def origin(of: Membership, named: Mapping[str, str]) -> Origin:
    """Where a new decision of this community comes from, as its address names it; what is not of here meets a 404."""
    kind = next((kind for kind in _KINDS if named.get(kind)), None)
    if kind is None:
        return NOWHERE
    key = named[kind]
    found = (
        {"supersedes": _earlier, "point": _point, "negotiation": _negotiation, "meeting": _meeting}[kind](of, key)
        if key.isdecimal()
        else None
    )
    if found is None:
        raise Http404
    return found


def _earlier(of: Membership, key: str) -> Origin | None:
    found = Decision.objects.filter(pk=key[:18], community=of.community_id).first()
    return Origin(supersedes=found) if found else None


def _point(of: Membership, key: str) -> Origin | None:
    found = Point.objects.select_related("meeting").filter(pk=key[:18], meeting__community=of.community_id).first()
    return Origin(point=found) if found else None


def _meeting(of: Membership, key: str) -> Origin | None:
    found = Meeting.objects.filter(pk=key[:18], community=of.community_id).first()
    return Origin(held_in=found) if found else None


def _negotiation(of: Membership, key: str) -> Origin | None:
    found = Negotiation.objects.select_related("statement")
    mine = found.filter(pk=key[:18], statement__item__community=of.community_id).first()
    return Origin(negotiation=mine) if mine else None


def proposal(person: Person, pk: int, *, of: int) -> Proposal:
    """One proposal of decision `of`, for somebody who leads it."""
    seen = decision(person, of, may=rules.lead_decision)
    found = seen.proposals.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.decision = seen
    return found


def objection(person: Person, pk: int, *, of: int) -> Objection:
    """One objection in decision `of`, for whoever wrote it with their name, or for somebody who leads the decision."""
    seen = decision(person, of)
    found = seen.objections.select_related("proposal").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.decision = seen
    rules.settle_objection.require(found)
    return found
