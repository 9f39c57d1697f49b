"""Calendars of Outlook, Exchange, Google and Thunderbird: what happens between two days."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast
from zoneinfo import ZoneInfo

import recurring_ical_events
import x_wr_timezone
from icalendar import Calendar, Component, Event
from icalendar.error import InvalidCalendar

from mindlines_analysis.readers.letters import decode
from mindlines_analysis.readers.refusal import Unreadable

MAX_BYTES = 5_000_000
MAX_EVENTS = 5_000
LONGEST_DAYS = 3_700

_LINE = re.compile(r"[A-Za-z0-9-]+(;[^:]*)?:|[A-Za-z0-9-]+;.*:")
# Rules that would come without end or never: to look for their next day takes longer than any reader waits.
_ENDLESS = re.compile(
    r"FREQ=(SECONDLY|MINUTELY|HOURLY)|INTERVAL=(0+|-\d*)(;|$)|BY(SECOND|MINUTE|HOUR)=[^;]*,|"
    r"FREQ=(DAILY|WEEKLY)(?=.*BY(SETPOS|YEARDAY|WEEKNO|MONTHDAY))|"
    r"BY(SETPOS|YEARDAY|WEEKNO|MONTHDAY).*FREQ=(DAILY|WEEKLY)|BYMONTH=(0|1[3-9]|[2-9]\d|\d{3})",
    re.IGNORECASE,
)
_EARLIEST = 1900
_CANNOT = (ValueError, InvalidCalendar, KeyError, TypeError, AttributeError, OverflowError, IndexError)


@dataclass(frozen=True)
class CalendarEvent:
    """One occurrence. `start` and `end` carry a zone; an all-day event runs from midnight to midnight.

    `moved_from` is when an occurrence of a series was to be before somebody moved it.
    """

    uid: str
    title: str
    start: dt.datetime
    end: dt.datetime
    place: str = ""
    status: str = ""
    all_day: bool = False
    recurring: bool = False
    moved_from: dt.datetime | None = None

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.status == "CANCELLED"


@dataclass(frozen=True)
class CalendarEvents:
    """What a calendar holds between two days, by time, with its name and whatever was skipped."""

    title: str
    events: tuple[CalendarEvent, ...]
    notes: tuple[str, ...]


def read_calendar(content: bytes, *, between: tuple[dt.date, dt.date], zone: str = "UTC") -> CalendarEvents:
    """Read what a calendar file (ICS) holds from the first to the last of two days, both included.

    Series are unfolded, with their moved and cancelled occurrences. A line or an event that cannot be understood is
    left out and told in `notes`; the others remain.

    Parameters
    ----------
    content
        The bytes of the file.
    between
        The first and the last day.
    zone
        The zone of times that name none, where the calendar itself names none either.

    Returns
    -------
    CalendarEvents
        The occurrences in order of time.

    Raises
    ------
    Unreadable
        The file is no calendar, or far too large.
    ValueError
        `between` runs backwards or over more than ten years.

    Examples
    --------
    >>> lines = [
    ...     "BEGIN:VCALENDAR",
    ...     "BEGIN:VEVENT",
    ...     "UID:1",
    ...     "SUMMARY:Planning",
    ...     "DTSTART:20261209T100000Z",
    ...     "RRULE:FREQ=WEEKLY;COUNT=3",
    ...     "END:VEVENT",
    ...     "END:VCALENDAR",
    ... ]
    >>> found = read_calendar("\\r\\n".join(lines).encode(), between=(dt.date(2026, 12, 10), dt.date(2026, 12, 31)))
    >>> [(event.title, event.start.day) for event in found.events]
    [('Planning', 16), ('Planning', 23)]
    """
    first, last = between
    if last < first or (last - first).days > LONGEST_DAYS:
        raise ValueError("between: the last day must not be before the first, nor more than ten years after it.")
    head, blocks, notes = _parted(_text(content))
    calendar, lost = _parsed(head, blocks)
    if lost:
        notes.append(_count(lost, "event was", "events were") + " damaged and left out.")
    title = str(calendar.get("X-WR-CALNAME", ""))
    stated = calendar.get("X-WR-TIMEZONE")
    home, unknown = _home(str(stated) if stated else zone)
    notes += unknown
    if not calendar.walk("VEVENT") and not lost:
        return CalendarEvents(title, (), (*notes, "The calendar holds no events."))
    if stated and not unknown:
        calendar = x_wr_timezone.to_standard(calendar)
    if not stated and _floating(calendar):
        notes.append(f"Some times name no time zone; they were read as {home.key}.")
    events, unfit = _unfolded(calendar, first, last, home)
    if unfit:
        notes.append(_count(unfit, "series was", "series were") + " not understood and left out.")
    if not events:
        notes.append("Nothing in the calendar falls between these days.")
    return CalendarEvents(title, tuple(sorted(events, key=lambda event: (event.start, event.title))), tuple(notes))


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise Unreadable("This calendar is too large. Export only the months that you need.")
    text, _ = decode(content, name="calendar") if content.strip() else ("", "")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise Unreadable(
            "This is not a calendar file. In Outlook, Google or Thunderbird export the calendar as iCalendar (.ics) "
            "and choose that file."
        )
    return text


def _parted(text: str) -> tuple[list[str], list[list[str]], list[str]]:
    """Part the lines of the events from those of the calendar, and drop what is no line at all."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    head: list[str] = []
    blocks: list[list[str]] = []
    block: list[str] | None = None
    bad = open_ended = 0
    for line in filter(str.strip, unfolded.split("\n")):
        mark = line.strip().upper()
        if not _LINE.match(line):
            bad += 1
        elif mark == "BEGIN:VEVENT":
            open_ended += block is not None
            block = [mark]
        elif block is None:
            head.append(line)
        else:
            block.append(line)
            if mark == "END:VEVENT":
                blocks.append(block)
                block = None
    open_ended += block is not None
    notes = [_count(bad, "line was", "lines were") + " not understood and left out."] if bad else []
    if open_ended:
        notes.append(_count(open_ended, "event has", "events have") + " no end in the file and was left out.")
    if len(blocks) > MAX_EVENTS:
        raise Unreadable(f"This calendar has more than {MAX_EVENTS:,} events. Export only the months that you need.")
    return [line for line in head if line.strip().upper() != "END:VCALENDAR"], blocks, notes


def _parsed(head: list[str], blocks: list[list[str]]) -> tuple[Calendar, int]:
    """Read all events at once; where that fails, one by one, so that one bad event costs only itself."""
    whole = _calendar(head, [line for block in blocks for line in block])
    if whole is not None:
        return whole, _drop_damaged(whole)
    calendar = _calendar(head, []) or Calendar()
    lost = 0
    for block in blocks:
        single = _calendar(["BEGIN:VCALENDAR"], block)
        if single is None:
            lost += 1
        else:
            lost += _drop_damaged(single)
            calendar.subcomponents += single.subcomponents
    return calendar, lost


def _calendar(head: list[str], lines: list[str]) -> Calendar | None:
    try:
        read = Calendar.from_ical("\r\n".join([*head, *lines, "END:VCALENDAR", ""]))
    except _CANNOT:
        return None
    return read if isinstance(read, Calendar) else None


def _drop_damaged(calendar: Calendar) -> int:
    """Take out events without a readable beginning, and those whose rule has no end."""
    kept = [part for part in calendar.subcomponents if not isinstance(part, Event) or _sound(part)]
    lost = len(calendar.subcomponents) - len(kept)
    calendar.subcomponents = kept
    return lost


def _sound(event: Component) -> bool:
    start = _when(event, "DTSTART")
    damaged = {str(name).upper() for name, _ in event.errors}
    if start is None or damaged & {"DTSTART", "DTEND", "RRULE", "RECURRENCE-ID", "EXDATE", "DURATION"}:
        return False
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule] if rule else []
    if rules and start.year < _EARLIEST:
        return False
    return not any(_ENDLESS.search(one.to_ical().decode()) for one in rules)


def _home(name: str) -> tuple[ZoneInfo, list[str]]:
    try:
        return ZoneInfo(name), []
    except (ValueError, KeyError, OSError):
        return ZoneInfo("UTC"), [
            f"The calendar's time zone “{name}” is not known; times without a zone were read as UTC."
        ]


def _floating(calendar: Calendar) -> bool:
    starts = (_when(event, "DTSTART") for event in calendar.walk("VEVENT"))
    return any(isinstance(start, dt.datetime) and start.tzinfo is None for start in starts)


def _when(event: Component, name: str) -> dt.date | None:
    # What is broken raises an error of its own when it is asked.
    try:
        value = getattr(event.get(name), "dt", None)
    except _CANNOT:
        return None
    return value if isinstance(value, dt.date) else None


def _unfolded(calendar: Calendar, first: dt.date, last: dt.date, home: ZoneInfo) -> tuple[list[CalendarEvent], int]:
    recurring = {str(event.get("UID", "")) for event in calendar.walk("VEVENT") if "RRULE" in event or "RDATE" in event}
    start = dt.datetime.combine(first, dt.time(), home)
    end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), home)
    events: list[CalendarEvent] = []
    unfit = 0
    for series in _series(calendar):
        try:
            found = recurring_ical_events.of(series, keep_recurrence_attributes=True).between(start, end)
            events += [_event(one, home, recurring) for one in found]
        except _CANNOT:
            unfit += 1
        if len(events) > MAX_EVENTS:
            raise Unreadable(f"There are more than {MAX_EVENTS:,} events between these days. Choose fewer days.")
    return events, unfit


def _series(calendar: Calendar) -> Iterator[Calendar]:
    """Give each event with its moved occurrences alone, so that one that cannot be unfolded spoils no other."""
    together: dict[str, list[Component]] = {}
    for number, event in enumerate(calendar.walk("VEVENT")):
        together.setdefault(str(event.get("UID", "")) or f"\n{number}", []).append(event)
    for events in together.values():
        series = Calendar()
        series.subcomponents = list(events)
        yield series


def _event(event: Component, home: ZoneInfo, recurring: set[str]) -> CalendarEvent:
    start = cast("dt.date", _when(event, "DTSTART"))
    end = _when(event, "DTEND") or start
    uid = str(event.get("UID", ""))
    planned = _when(event, "RECURRENCE-ID")
    was = _aware(planned, home) if planned else None
    return CalendarEvent(
        uid=uid,
        title=_words(event, "SUMMARY"),
        start=_aware(start, home),
        end=_aware(end, home),
        place=_words(event, "LOCATION"),
        status=_words(event, "STATUS").upper(),
        all_day=not isinstance(start, dt.datetime),
        recurring=uid in recurring or "RRULE" in event,
        moved_from=was if was and was != _aware(start, home) else None,
    )


def _aware(value: dt.date, home: ZoneInfo) -> dt.datetime:
    if not isinstance(value, dt.datetime):
        return dt.datetime.combine(value, dt.time(), home)
    return value if value.tzinfo else value.replace(tzinfo=home)


def _words(event: Component, name: str) -> str:
    value = event.get(name, "")
    return ", ".join(str(value[0] if isinstance(value, list) else value).split("\n")).strip(" ,")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
