"""Decisions that were prepared for a meeting, and the ballots of the one that is asked now."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Prefetch, Q, Value, When

from mindlines.coproduction.choices import VOTING, DecisionStage, ObjectionState, Rule
from mindlines.coproduction.models import Decision, Objection, Proposal
from mindlines.coproduction.queries.decisions.page import Voted
from mindlines.live.models import Room
from mindlines.voice.models import Poll
from mindlines.voice.queries import polls

# The proposals of a decision, with what is asked about each.
PROPOSALS = "proposals__poll"


@dataclass(frozen=True)
class Asked:
    """A proposal that people in the room answer now; by consent, an objection needs its reason."""

    poll: Poll
    sheet: polls.Sheet
    key: str
    proposal: Proposal | None = None

    @property
    def wants_reason(self) -> bool:
        return self.proposal is not None and self.proposal.decision.rule == Rule.CONSENT

    @property
    def answer_id(self) -> str:
        """Where a page with several ballots leads to whoever has not chosen."""
        return f"b{self.poll.pk}-answer_0"


@dataclass(frozen=True)
class Row:
    """A decision as whoever runs the meeting sees it."""

    decision: Decision
    is_now: bool
    is_shown: bool
    objections: int


def vote_key(poll: Poll) -> str:
    """By what a page knows that its reader has answered, this time: a poll can be asked twice."""
    return f"vote:{poll.pk}:{poll.stage}"


def of_meeting(room: Room) -> list[Row]:
    """What is decided in this meeting: that of the item now first, then what is under way, prepared, closed. Two queries."""
    rank = Case(
        When(stage__in=(*VOTING, DecisionStage.DISCUSSING), then=Value(0)),
        When(stage=DecisionStage.DRAFT, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    still_open = Count("objections", filter=Q(objections__state=ObjectionState.OPEN))
    known = Decision.objects.filter(meeting=room.meeting_id).exclude(stage=DecisionStage.DROPPED)
    found = known.alias(rank=rank).annotate(still_open=still_open).prefetch_related(PROPOSALS)
    rows = [_row(decision, room=room) for decision in found.order_by("rank", "made_at", "pk")]
    return sorted(rows, key=lambda row: not row.is_now)


def at_hand(poll: Poll) -> Decision | None:
    """The decision of which this poll is a part, with its proposals and what speaks against them. At most three queries."""
    if not poll.led_by:
        return None
    objected = Objection.objects.filter(state=ObjectionState.OPEN).select_related("proposal").order_by("made_on", "pk")
    known = Decision.objects.prefetch_related(PROPOSALS, Prefetch("objections", queryset=objected))
    return known.filter(proposals__poll=poll).first()


def asked(poll: Poll, *, beside: Iterable[Poll], decision: Decision | None) -> list[Asked]:
    """What can be answered in the room now: the poll at hand, and those that are asked at the same time. A query for each."""
    proposals = {each.poll_id: each for each in decision.proposals.all()} if decision else {}
    found = [each for each in (poll, *beside) if each.takes_votes]
    for each in found:
        each.community = poll.community
    return [Asked(each, polls.sheet(each), vote_key(each), proposals.get(each.pk)) for each in found]


def voted(proposal: Proposal, *, poll: Poll, slip: str) -> Voted:
    """The ballot of this proposal as the viewer of its decision filled it in. Two queries at most."""
    decision = proposal.decision
    poll.community, poll.viewer = decision.community, decision.viewer
    ballot = polls.my_ballot(poll, of=decision.viewer, slip=slip)
    return Voted(proposal, poll, polls.sheet(poll, ballot=ballot))


def _row(decision: Decision, *, room: Room) -> Row:
    is_now = room.item_id is not None and decision.agenda_item_id == room.item_id
    is_shown = any(proposal.poll and proposal.poll.shown_at for proposal in decision.proposals.all())
    return Row(decision, is_now=is_now, is_shown=is_shown, objections=decision.still_open)  # type: ignore[attr-defined]  # annotated above
