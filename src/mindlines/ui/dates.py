"""Days and times in words: "Wednesday 9 December 2026, 10am"."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language, gettext, ngettext


def in_zone(moment: datetime) -> datetime:
    """The moment on the reader's clock; a naive one is taken as it stands."""
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _local_day(moment: date) -> date:
    return in_zone(moment).date() if isinstance(moment, datetime) else moment


def day_words(moment: date) -> str:
    """`Wednesday 9 December 2026`, on the reader's calendar."""
    return date_format(_local_day(moment), "l j F Y")


def short_day_words(moment: date) -> str:
    """`9 December 2026`, where the weekday does not help."""
    return date_format(_local_day(moment), "j F Y")


def clock_words(moment: time | datetime) -> str:
    """`10am`, `2.30pm`, `midday`; in other languages as is usual there."""
    local = in_zone(moment) if isinstance(moment, datetime) else moment
    if not (get_language() or "en").startswith("en"):
        return time_format(local, "TIME_FORMAT")
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    minutes = f".{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def when_words(moment: datetime) -> str:
    """`Wednesday 9 December 2026, 10am`."""
    return f"{day_words(moment)}, {clock_words(moment)}"


def span_words(start: datetime, *, end: datetime) -> str:
    """`Wednesday 9 December 2026, 10am to 11.30am`; names the second day only when it is another one."""
    finish = clock_words(end) if _local_day(start) == _local_day(end) else when_words(end)
    return gettext("%(start)s to %(end)s") % {"start": when_words(start), "end": finish}


def minutes_words(minutes: int) -> str:
    """`1 hour 20 minutes`."""
    hours, rest = divmod(int(minutes), 60)
    parts = []
    if hours:
        parts.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if rest or not hours:
        parts.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(parts)
