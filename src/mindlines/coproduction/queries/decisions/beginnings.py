"""Where a decision can be voted on, and what its form says already when it comes from somewhere."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.coproduction.models import Decision, Proposal
from mindlines.knowledge.models import Negotiation
from mindlines.meetings.models import AgendaItem, Meeting, Point

MOST_MEETINGS = 8


@dataclass(frozen=True)
class Place:
    """A meeting, or one item of its agenda."""

    key: str
    label: str
    meeting: Meeting
    item: AgendaItem | None = None


@dataclass(frozen=True)
class Origin:
    """What a decision comes from: a negotiation, a line of the notes, an earlier decision, or the meeting it is made in."""

    negotiation: Negotiation | None = None
    point: Point | None = None
    supersedes: Decision | None = None
    held_in: Meeting | None = None

    @property
    def meeting(self) -> Meeting | None:
        return self.point.meeting if self.point else self.held_in

    @property
    def initial(self) -> dict[str, Any]:
        """What the form says already."""
        if self.supersedes is not None:
            return anew(self.supersedes)
        if self.point is not None:
            return from_point(self.point)
        if self.negotiation is not None:
            return from_negotiation(self.negotiation)
        return {"place": f"meeting:{self.held_in.pk}"} if self.held_in else {}


NOWHERE = Origin()


def places(community: Community, *, besides: Meeting | None = None) -> list[Place]:
    """Meetings that are not over, and `besides` one that may be, each followed by its agenda. Two or three queries."""
    coming = list(Meeting.objects.coming(timezone.now()).filter(community=community)[:MOST_MEETINGS])
    if besides is not None and besides not in coming:
        coming.insert(0, besides)
    items: dict[int, list[AgendaItem]] = {meeting.pk: [] for meeting in coming}
    for item in AgendaItem.objects.filter(meeting__in=coming).order_by("position", "pk"):
        items[item.meeting_id].append(item)
    found = []
    for meeting in coming:
        found.append(Place(f"meeting:{meeting.pk}", meeting.title, meeting))
        found += [
            Place(f"item:{each.pk}", f"{meeting.title}: {each.title}", meeting, each) for each in items[meeting.pk]
        ]
    return found


def place_key(decision: Decision) -> str:
    if decision.agenda_item_id:
        return f"item:{decision.agenda_item_id}"
    return f"meeting:{decision.meeting_id}" if decision.meeting_id else ""


def from_point(point: Point) -> dict[str, Any]:
    """A decision in the notes becomes a proposal."""
    proposal = " ".join(point.words.split())
    where = f"item:{point.item_id}" if point.item_id else f"meeting:{point.meeting_id}"
    return {"proposals": proposal[:300], "question": proposal[:300], "place": where}


def from_negotiation(negotiation: Negotiation) -> dict[str, Any]:
    where = f"item:{negotiation.agenda_item_id}" if negotiation.agenda_item_id else ""
    words = "\n\n".join(filter(None, (negotiation.research, negotiation.here, negotiation.lived)))
    return {
        "question": f"{negotiation.statement.words} – {negotiation.setting}"[:300],
        "words": words[:4000],
        "place": where or (f"meeting:{negotiation.meeting_id}" if negotiation.meeting_id else ""),
    }


def from_decision(decision: Decision) -> dict[str, Any]:
    """What a decision says, for changing it or for deciding it anew."""
    return {
        "question": decision.question,
        "words": decision.words,
        "proposals": "\n".join(Proposal.objects.filter(decision=decision).values_list("words", flat=True)),
        "rule": decision.rule,
        "threshold": decision.threshold,
        "level": decision.level,
        "most_against": decision.most_against,
        "is_paired": decision.is_paired,
        "secrecy": decision.secrecy,
        "why_rule": decision.why_rule,
        "place": place_key(decision),
        "closes_on": decision.closes_on,
        "review_on": decision.review_on,
    }


def anew(decision: Decision) -> dict[str, Any]:
    """The same question again: where and until when is open."""
    return {**from_decision(decision), "place": "", "closes_on": None, "review_on": None}
