"""Days, clock times and durations as meeting programs write them in several countries."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mindlines_analysis.names import plain

Order = Literal["day first", "month first"]
NO_DAY = dt.date(1, 1, 1)

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\.?)?"
    r"(?:\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?\s*$",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"^(\d{4})[-/._](\d{1,2})[-/._](\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$")
_WRITTEN = re.compile(
    r"^(?:(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]{3,})\.?|([^\W\d_]{3,})\.?\s+(\d{1,2}),?)\s+(?:de\s+)?(\d{4})$"
)
_MONTHS = (
    ("jan", "ene"),
    ("feb", "fev"),
    ("mar", "mrz", "maa"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mei"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt"),
    ("nov",),
    ("dec", "dez", "dic"),
)
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?", re.IGNORECASE)
_UNITS = (("d", 86400), ("t", 86400), ("h", 3600), ("u", 3600), ("st", 3600), ("m", 60), ("s", 1))


@dataclass(frozen=True)
class DayOrder:
    """Whether 11/12 is 11 December or November 12, and why; `sure` when the file leaves no doubt."""

    order: Order
    why: str
    sure: bool


def day_order(texts: Iterable[str], *, language: str = "en") -> DayOrder:
    """Decide for a whole file whether the day or the month comes first.

    Parameters
    ----------
    texts
        All moments that the file holds.
    language
        The language of its headings, as further evidence.

    Returns
    -------
    DayOrder
        The order, with the reason in words.

    Examples
    --------
    >>> day_order(["14/11/22, 09:29:07", "03/11/22, 09:50:14"])
    DayOrder(order='day first', why='14 cannot be a month', sure=True)
    """
    parted = [text.strip() for text in texts if text.strip()]
    found = [match for text in parted if (match := _NUMBERS.match(_day_part(text)))]
    if not found:
        return DayOrder("day first", "the days are written without doubt", sure=True)
    for match in found:
        first, second = int(match[1]), int(match[3])
        if first > 12 and second <= 12:
            return DayOrder("day first", f"{first} cannot be a month", sure=True)
        if second > 12 and first <= 12:
            return DayOrder("month first", f"{second} cannot be a month", sure=True)
    if all(match[1] == match[3] for match in found):
        return DayOrder("day first", "day and month have the same number", sure=True)
    return _likelier(found, parted, language)


def _likelier(found: Sequence[re.Match[str]], parted: Sequence[str], language: str) -> DayOrder:
    halves = any((clock := _CLOCK.search(text)) and clock["half"] for text in parted)
    spans = {
        order: _span([day for match in found if (day := _numbered(match, order))])
        for order in ("day first", "month first")
    }
    if spans["day first"] < spans["month first"]:
        return DayOrder("day first", "so all times lie close together", sure=False)
    if spans["month first"] < spans["day first"]:
        return DayOrder("month first", "so all times lie close together", sure=False)
    if found[0][2] == ".":
        return DayOrder("day first", "the days are written with dots", sure=False)
    if language != "en":
        return DayOrder("day first", "the headings are not in English", sure=False)
    if halves:
        return DayOrder("month first", "the clock says AM and PM, as in the United States", sure=False)
    return DayOrder("day first", "the clock runs to 24 hours, as in Europe", sure=False)


def read_moment(text: str, *, order: Order, day: dt.date = NO_DAY) -> dt.datetime | None:
    """Read a day with a clock time, or a clock time alone; `None` where there is neither.

    The moment is that of the clock on the wall: it has no zone, because the reports name none.

    Parameters
    ----------
    text
        As the file has it.
    order
        Whether the day or the month comes first; see `day_order`.
    day
        The day of a clock time that stands alone.

    Returns
    -------
    datetime or None
        Without a zone.

    Examples
    --------
    >>> read_moment("09/24/2020 11:35:16 AM", order="month first")
    datetime.datetime(2020, 9, 24, 11, 35, 16)
    >>> read_moment("14.11.22, 9:05", order="day first")
    datetime.datetime(2022, 11, 14, 9, 5)
    """
    bare = " ".join(text.split())
    clock = _CLOCK.search(bare)
    if not clock:
        return None
    date_text = _day_part(bare)
    read = _read_day(date_text, order) if date_text else day
    hour = _hour(int(clock["hour"]), clock["half"])
    if read is None or hour > 23 or int(clock["minute"]) > 59 or int(clock["second"] or 0) > 59:
        return None
    # The clock on the wall, on purpose: the reports tell no zone.
    return dt.datetime.combine(read, dt.time(hour, int(clock["minute"]), int(clock["second"] or 0)))


def find_day(text: str) -> dt.date | None:
    """Find a day written year first anywhere in a text, such as the name of a file.

    Examples
    --------
    >>> find_day("2021-05-03 10_00 Team meeting - Attendance Report.csv")
    datetime.date(2021, 5, 3)
    """
    found = re.search(r"(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)", text)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def read_duration(text: str) -> int | None:
    """Read a duration as seconds: "1h 42m 7s", "19m 26s", "1:42:07", or "75" for minutes.

    Parameters
    ----------
    text
        As the file has it.

    Returns
    -------
    int or None
        Seconds, or nothing where the text is no duration.

    Examples
    --------
    >>> read_duration("1h 42m 7s"), read_duration("75"), read_duration("1 Std. 5 Min."), read_duration("soon")
    (6127, 4500, 3900, None)
    """
    bare = text.strip().casefold().removeprefix("pt")
    if re.fullmatch(r"\d+([.,]\d+)?", bare):
        return round(float(bare.replace(",", ".")) * 60)
    if re.fullmatch(r"\d{1,3}:\d{2}(:\d{2})?", bare):
        hours, minutes, seconds = (*map(int, bare.split(":")), 0)[:3]
        return hours * 3600 + minutes * 60 + seconds
    parts = _PART.findall(bare)
    if not parts or re.sub(r"[\s,.]|(and|und|et|y|en)\b", "", _PART.sub("", bare)):
        return None
    total = 0.0
    for number, unit in parts:
        seconds_each = _unit(plain(unit))
        if seconds_each is None:
            return None
        total += float(number.replace(",", ".")) * seconds_each
    return round(total)


def _unit(word: str) -> int | None:
    if word.startswith(("sec", "sek", "seg")):
        return 1
    return next((seconds for start, seconds in _UNITS if word.startswith(start)), None)


def _day_part(text: str) -> str:
    return _CLOCK.sub("", text).strip(" ,T")


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _read_day(text: str, order: Order) -> dt.date | None:
    if match := _YEAR_FIRST.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.match(text):
        return _numbered(match, order)
    if match := _WRITTEN.match(text):
        word = plain(match[2] or match[3])
        month = next((at for at, starts in enumerate(_MONTHS, 1) if word.startswith(starts)), 0)
        return _day(int(match[5]), month, int(match[1] or match[4]))
    return None


def _numbered(match: re.Match[str], order: Order) -> dt.date | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day, month = (first, second) if order == "day first" else (second, first)
    return _day(year + 2000 if year < 100 else year, month, day)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _span(days: Sequence[dt.date]) -> int:
    return (max(days) - min(days)).days if days else 0
