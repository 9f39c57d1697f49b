"""From what people really have to plain values; whatever is skipped or guessed is said in words."""

from mindlines_analysis.readers.attendance import AttendanceReport, Attendee, read_attendance
from mindlines_analysis.readers.calendars import CalendarEvent, CalendarEvents, read_calendar
from mindlines_analysis.readers.citations import CitationFile, CitationRecord, RefusedRecord, read_citations
from mindlines_analysis.readers.columns import FIELDS, guess_columns
from mindlines_analysis.readers.distance_tables import DistanceTable, read_distance_instance, read_distance_table
from mindlines_analysis.readers.members import MemberRow, MemberRows, RefusedRow, read_members
from mindlines_analysis.readers.past_groups import PastGroups, read_past_groups
from mindlines_analysis.readers.presence import Session
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.rosters import Kind, Roster, read_roster
from mindlines_analysis.readers.settings import Setting
from mindlines_analysis.readers.tables import Row, Table, read_table
from mindlines_analysis.readers.transcripts import (
    ChatFile,
    ChatMessage,
    Skipped,
    TranscriptFile,
    read_chat,
    read_transcript,
)

__all__ = [
    "FIELDS",
    "AttendanceReport",
    "Attendee",
    "CalendarEvent",
    "CalendarEvents",
    "ChatFile",
    "ChatMessage",
    "CitationFile",
    "CitationRecord",
    "DistanceTable",
    "Kind",
    "MemberRow",
    "MemberRows",
    "PastGroups",
    "RefusedRecord",
    "RefusedRow",
    "Roster",
    "Row",
    "Session",
    "Setting",
    "Skipped",
    "Table",
    "TranscriptFile",
    "Unreadable",
    "guess_columns",
    "read_attendance",
    "read_calendar",
    "read_chat",
    "read_citations",
    "read_distance_instance",
    "read_distance_table",
    "read_members",
    "read_past_groups",
    "read_roster",
    "read_table",
    "read_transcript",
]
