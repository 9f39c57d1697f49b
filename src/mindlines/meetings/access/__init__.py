"""The gates of a meeting."""

from .action import action
from .agenda import item, removed_item
from .calendars import calendar_import
from .groups import division, my_seat, round_of
from .invitations import by_link, feed
from .meeting import meeting
from .methods import item_to_lead, method
from .notes import point, report
from .places import place, series
from .waiting import coming_meeting, waiting

__all__ = [
    "action",
    "by_link",
    "calendar_import",
    "coming_meeting",
    "division",
    "feed",
    "item",
    "item_to_lead",
    "meeting",
    "method",
    "my_seat",
    "place",
    "point",
    "removed_item",
    "report",
    "round_of",
    "series",
    "waiting",
]
