"""The gates of decisions and negotiations in a room."""

from collections.abc import Mapping

from django.http import Http404

from mindlines.coproduction import rules as decision_rules
from mindlines.coproduction.access import decisions
from mindlines.coproduction.choices import Rule
from mindlines.coproduction.models import Decision, Proposal
from mindlines.coproduction.queries.decisions.page import Voted, slip_of
from mindlines.knowledge import rules as knowledge_rules
from mindlines.knowledge.access import negotiations
from mindlines.knowledge.models import Negotiation
from mindlines.live import rules
from mindlines.live.access.room import room as room_gate
from mindlines.live.models import Room
from mindlines.live.queries.decisions import voted
from mindlines.people.models import Person


def decision(person: Person, pk: int, *, of: int) -> Decision:
    """A decision of meeting `of`, for a facilitator."""
    room_gate(person, of, may=rules.hold)
    found = decisions.decision(person, pk, may=decision_rules.lead_decision)
    if found.meeting_id != of:
        raise Http404
    return found


def ballot(person: Person, pk: int, *, of: int, cookies: Mapping[str, str]) -> tuple[Room, Voted, str]:
    """The ballot of a proposal that meeting `of` decides by consent, for a member, and the slip of their device."""
    room = room_gate(person, of)
    proposal = (
        Proposal.objects.select_related("decision__community", "decision__box", "poll__box")
        .filter(pk=pk, decision__meeting=of, decision__rule=Rule.CONSENT, poll__isnull=False)
        .first()
    )
    if proposal is None or proposal.poll is None:
        raise Http404
    proposal.decision.viewer = room.member
    decision_rules.vote.require(proposal.decision)
    slip = slip_of(proposal.decision, cookies=cookies)
    return room, voted(proposal, poll=proposal.poll, slip=slip), slip


def negotiation(person: Person, pk: int, *, of: int) -> Negotiation:
    """A negotiation of meeting `of`, for a facilitator."""
    room_gate(person, of, may=rules.hold)
    found = negotiations.negotiation(person, pk, may=knowledge_rules.lead_negotiation)
    if found.meeting_id != of:
        raise Http404
    return found
