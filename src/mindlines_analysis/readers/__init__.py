"""From what people really have to plain values; whatever is skipped or guessed is said in words."""

from mindlines_analysis.readers.attendance import AttendanceReport, Attendee, read_attendance
from mindlines_analysis.readers.calendars import CalendarEvent, CalendarEvents, read_calendar
from mindlines_analysis.readers.columns import FIELDS, guess_columns
from mindlines_analysis.readers.members import MemberRow, MemberRows, RefusedRow, read_members
from mindlines_analysis.readers.presence import Session
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Row, Table, read_table

__all__ = [
    "FIELDS",
    "AttendanceReport",
    "Attendee",
    "CalendarEvent",
    "CalendarEvents",
    "MemberRow",
    "MemberRows",
    "RefusedRow",
    "Row",
    "Session",
    "Table",
    "Unreadable",
    "guess_columns",
    "read_attendance",
    "read_calendar",
    "read_members",
    "read_table",
]
