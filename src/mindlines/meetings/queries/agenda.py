"""The agenda, laid out in time."""

from datetime import timedelta

from mindlines.meetings.models import AgendaItem, Meeting


def laid_out(meeting: Meeting) -> list[AgendaItem]:
    """The items in order, each with the time at which it starts, its lead, priority and note. One query."""
    items = list(
        meeting.items.select_related("lead__person", "lead__constituency", "priority", "note").order_by("position", "pk")
    )
    starts_at = meeting.starts_at
    for item in items:
        item.starts_at = starts_at
        starts_at += timedelta(minutes=item.minutes)
    return items
