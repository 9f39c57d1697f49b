"""What a new meeting can begin with: a template, the last meeting, or nothing."""

from dataclasses import dataclass
from typing import Any

from mindlines.communities.models import Community
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.meetings.queries import agenda, templates
from mindlines.meetings.queries.meetings import last_with_agenda

EMPTY, LAST = "empty", "last"


@dataclass(frozen=True)
class Beginning:
    """Fresh items, and what the form of details starts with."""

    items: list[AgendaItem]
    initial: dict[str, Any]

    @property
    def total(self) -> int:
        return sum(item.minutes for item in self.items)


def beginning(community: Community, *, start: str) -> Beginning | None:
    """Nothing when `start` names no beginning, so that the reader is asked."""
    if start == EMPTY:
        return Beginning(items=[], initial={})
    if start == LAST:
        last = last_with_agenda(community)
        return _like(last) if last else None
    found = templates.template(start)
    return _from_template(found) if found else None


def _like(last: Meeting) -> Beginning:
    initial = {
        "title": last.title,
        "kind": last.kind,
        "purpose": last.purpose,
        "minutes": last.minutes,
        "setting": last.setting,
        "place": str(last.place_id or ""),
        "link": last.link,
        "dial_in": last.dial_in,
    }
    return Beginning(items=agenda.copies(last), initial=initial)


def _from_template(found: templates.Template) -> Beginning:
    initial = {
        "title": str(found.title),
        "kind": found.kind,
        "purpose": str(found.purpose),
        "minutes": found.minutes,
        "setting": found.setting,
    }
    return Beginning(items=templates.items(found), initial=initial)
