"""The shape of a meeting and of what it leaves behind."""

from .action import Action
from .agenda import AgendaItem, RemovedItem
from .attendance import Attendance, AttendanceImport, Reply
from .calendars import CalendarFeed, CalendarImport
from .groups import Change, Division, Participant, Round, RoundGroup, Seat, Wish
from .meeting import Meeting, Place, Series
from .methods import FavouriteMethod, Method
from .minutes import MinutesCopy
from .notes import Correction, Note, Point
from .notices import Notice, Told
from .ratings import MethodRating

__all__ = [
    "Action",
    "AgendaItem",
    "Attendance",
    "AttendanceImport",
    "CalendarFeed",
    "CalendarImport",
    "Change",
    "Correction",
    "Division",
    "FavouriteMethod",
    "Meeting",
    "Method",
    "MethodRating",
    "MinutesCopy",
    "Note",
    "Notice",
    "Participant",
    "Place",
    "Point",
    "RemovedItem",
    "Reply",
    "Round",
    "RoundGroup",
    "Seat",
    "Series",
    "Told",
    "Wish",
]
