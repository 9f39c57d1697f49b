"""Who was in an online meeting, and for how long: the reports of Teams, Zoom and Meet."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Literal

from mindlines_analysis.readers.blocks import Entry, Report, read_report
from mindlines_analysis.readers.delimited import DELIMITERS, Grid, rows_of
from mindlines_analysis.readers.headings import shape_of
from mindlines_analysis.readers.kinds import kind_of
from mindlines_analysis.readers.letters import decode
from mindlines_analysis.readers.moments import NO_DAY
from mindlines_analysis.readers.presence import Session, sessions_of, union_seconds
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import MAX_BYTES, MAX_ROWS, read_grid

AttendeeKind = Literal["person", "device", "room", "phone"]

_BOT = re.compile(
    r"\b(otter(\.ai| ?pilot)|fireflies|read\.ai|meeting notes|note ?taker|fathom|tl;?dv|recorder|recording|bot)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(r"room\b|\bmeeting space\b|raum\b|^(salle|sala|zaal)\b", re.IGNORECASE)
_DEVICE = re.compile(r"\b(ipad|iphone|android|galaxy|macbook|laptop|tablet|surface|desktop|pixel)\b", re.IGNORECASE)
_PHONE = re.compile(r"^\+?[\d\s()*xX.-]{6,}$")
_COUPLE = re.compile(r"\S\s*(&|\+|/|\band\b|\bund\b|\bet\b)\s*\S", re.IGNORECASE)
_GUEST = re.compile(r"\((guest|gast|invit\w+|unverified|external|ext)\)", re.IGNORECASE)


@dataclass(frozen=True)
class Attendee:
    """One row of the meeting, not yet a member: the name is as the program showed it.

    `seconds` counts overlapping stays once; it is `None` where the report tells neither times nor a duration.
    `sessions` are the stays in local time, and empty where the report gives only durations.
    """

    name: str
    email: str = ""
    sessions: tuple[Session, ...] = ()
    seconds: int | None = None
    role: str = ""
    guest: bool = False
    kind: AttendeeKind = "person"

    @property
    def minutes(self) -> int | None:
        """Whole minutes, rounded."""
        return None if self.seconds is None else (self.seconds + 30) // 60


@dataclass(frozen=True)
class AttendanceReport:
    """A meeting as its program reported it; times are those of the clock on the wall, without a zone."""

    title: str
    started: dt.datetime | None
    ended: dt.datetime | None
    people: tuple[Attendee, ...]
    notes: tuple[str, ...]


def read_attendance(
    content: bytes, *, name: str, day_first: bool | None = None, max_bytes: int = MAX_BYTES
) -> AttendanceReport:
    """Read an attendance report of Microsoft Teams, Zoom or Google Meet.

    Rows are joined only where the report shows that they are one person (the same address, or the same name with times);
    a phone and an iPad stay rows of their own. Note-taking programs are left out. All this is told in `notes`.

    Parameters
    ----------
    content
        The bytes of the file: CSV in any encoding, or a workbook.
    name
        What the file is called; a day in it serves where the report has none.
    day_first
        Whether 11/12 is 11 December. Without it the file's own evidence decides, and a note says how.
    max_bytes
        A larger file is refused before it is opened.

    Returns
    -------
    AttendanceReport
        The meeting and its people in the order of the report.

    Raises
    ------
    Unreadable
        With a sentence: the file is no attendance report, or cannot be read.

    Examples
    --------
    >>> report = read_attendance(
    ...     b"Name,Join time,Leave time,Guest\\n"
    ...     b"Bo Lee,13/05/2026 10:00,13/05/2026 10:40,No\\nBo Lee,13/05/2026 10:30,13/05/2026 11:00,No\\n",
    ...     name="meeting.csv",
    ... )
    >>> report.people[0].name, report.people[0].minutes, len(report.people[0].sessions)
    ('Bo Lee', 60, 2)
    """
    if len(content) > max_bytes:
        raise Unreadable(f"“{name}” is too large for an attendance report. Choose the report of one meeting.")
    grid = _grid(content, name=name)
    if len(grid) > MAX_ROWS:
        raise Unreadable(f"“{name}” has more than {MAX_ROWS:,} rows. Choose the report of one meeting.")
    report = read_report(grid, name=name, day_first=day_first)
    groups = _grouped(report)
    started, ended = _bounds(report)
    notes = list(report.notes)
    people = [_attendee(entries, until=ended, since=started, notes=notes) for entries in groups]
    bots = [person.name for person in people if _BOT.search(person.name)]
    people = [person for person in people if person.name not in bots]
    if not people:
        raise Unreadable(f"“{name}” is an attendance report, but nobody is in it. Choose another one.")
    notes += _remarks(people, bots, report, rows=len(groups))
    if started and started.date() == NO_DAY:
        notes.append("The report has clock times but no day, so only the minutes were taken.")
        people = [replace(person, sessions=()) for person in people]
        started = ended = None
    return AttendanceReport(report.title, started, ended, tuple(people), tuple(notes))


def _grid(content: bytes, *, name: str) -> Grid:
    if kind_of(content, name=name) != "text":
        return read_grid(content, name=name)[0]
    text, _ = decode(content, name=name)
    for delimiter in DELIMITERS:
        if any(shape_of(line.replace('"', "").split(delimiter)) for line in text.splitlines()):
            rows = rows_of(text, delimiter=delimiter, name=name)
            return [(line, [" ".join(cell.split()) for cell in cells]) for line, cells in rows]
    raise Unreadable(
        f"“{name}” is not an attendance report we know. In Teams, Zoom or Meet download the attendance report of the "
        "meeting as CSV and choose that file as it is."
    )


def _grouped(report: Report) -> list[list[Entry]]:
    """Put the rows of one person together; rows without times and address stay apart even under the same name."""
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in report.entries:
        key: tuple[str, ...] = (entry.identity.casefold(),) if entry.identity else ("", entry.name)
        if not entry.identity and not entry.timed:
            key = ("", entry.name, str(entry.line))
        groups.setdefault(key, []).append(entry)
    return list(groups.values())


def _bounds(report: Report) -> tuple[dt.datetime | None, dt.datetime | None]:
    joined = [entry.joined for entry in report.entries if entry.joined]
    left = [entry.left for entry in report.entries if entry.left]
    return report.started or min(joined or left, default=None), report.ended or max(left or joined, default=None)


def _attendee(
    entries: list[Entry], *, since: dt.datetime | None, until: dt.datetime | None, notes: list[str]
) -> Attendee:
    first = entries[0]
    summary = [entry for entry in entries if entry.shape == "summary"]
    stays = [entry for entry in entries if entry.shape != "summary"]
    sessions, remarks = sessions_of(stays, since=since, until=until)
    notes += [f"{first.name}: {remark}" for remark in remarks]
    seconds: int | None
    if sessions:
        seconds = union_seconds(sessions)
    else:
        told = [entry.duration for entry in (stays or summary) if entry.duration is not None]
        seconds = sum(told) if told else None
        sessions, _ = sessions_of(summary, since=since, until=until)
        seconds = union_seconds(sessions) if seconds is None and sessions else seconds
    return Attendee(
        name=first.name,
        email=next((entry.email for entry in entries if entry.email), ""),
        sessions=sessions,
        seconds=seconds,
        role=next((entry.role for entry in entries if entry.role), ""),
        guest=any(entry.guest for entry in entries) or bool(_GUEST.search(first.name)),
        kind=_kind(first.name),
    )


def _kind(name: str) -> AttendeeKind:
    if _PHONE.match(name):
        return "phone"
    if _DEVICE.search(name):
        return "device"
    return "room" if _ROOM.search(name) else "person"


def _remarks(people: list[Attendee], bots: list[str], report: Report, *, rows: int) -> list[str]:
    remarks = []
    if bots:
        remarks.append(f"Left out, because they are programs that take notes: {', '.join(bots)}.")
    for kind, words in (
        ("device", "These rows are devices; say whose they are"),
        ("room", "These rows may be rooms with several people"),
        ("phone", "These rows are telephone numbers; say who called"),
    ):
        names = [person.name for person in people if person.kind == kind]
        if names:
            remarks.append(f"{words}: {', '.join(names)}.")
    pairs = [person.name for person in people if person.kind == "person" and _COUPLE.search(person.name)]
    if pairs:
        remarks.append(f"There may be more than one person in: {', '.join(pairs)}.")
    if report.count is not None and report.count != rows:
        remarks.append(f"The report says {report.count} took part, but it names {rows}. We take those it names.")
    names = [person.name for person in people]
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        remarks.append(f"The same name stands in more than one row and may be one person: {', '.join(double)}.")
    return remarks
