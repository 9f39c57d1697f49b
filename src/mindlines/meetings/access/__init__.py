"""The gates of a meeting."""

from .action import action
from .agenda import item, removed_item
from .calendars import calendar_import
from .invitations import by_link, feed
from .meeting import meeting
from .notes import point, report
from .places import place, series
from .waiting import coming_meeting, waiting

__all__ = [
    "action",
    "by_link",
    "calendar_import",
    "coming_meeting",
    "feed",
    "item",
    "meeting",
    "place",
    "point",
    "removed_item",
    "report",
    "series",
    "waiting",
]
