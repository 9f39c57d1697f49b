"""The shape of a meeting and of what it leaves behind."""

from .action import Action
from .agenda import AgendaItem
from .attendance import Attendance, AttendanceImport, Reply
from .meeting import Meeting, Place, Series
from .minutes import MinutesCopy
from .notes import Correction, Note, Point

__all__ = [
    "Action",
    "AgendaItem",
    "Attendance",
    "AttendanceImport",
    "Correction",
    "Meeting",
    "MinutesCopy",
    "Note",
    "Place",
    "Point",
    "Reply",
    "Series",
]
