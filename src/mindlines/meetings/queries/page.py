"""What the page of a meeting shows."""

from typing import Any

from mindlines.meetings.models import Meeting
from mindlines.meetings.queries import agenda, meetings, replies, rounds
from mindlines.meetings.queries.methods import uses


def shown(meeting: Meeting) -> dict[str, Any]:
    """Everything one needs to come, and to be ready; by the names that the template knows."""
    items = agenda.programme(meeting)
    return {
        "viewer": meeting.viewer,
        "meeting": meeting,
        "items": items,
        "to_rate": uses.to_rate(meeting, items=items),
        "to_choose": uses.to_choose(meeting, items=items),
        "length": agenda.length(meeting, items=items),
        "reply": replies.mine(meeting, membership=meeting.viewer),
        "modes": replies.modes(meeting),
        "counts": replies.counts(meeting),
        "seats": rounds.seats_to_know(meeting),
        "paths": meetings.paths(meeting),
        "community_clock": meetings.community_clock(meeting),
    }
