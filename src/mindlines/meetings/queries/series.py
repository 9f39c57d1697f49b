"""When a series meets next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice
from typing import Literal

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from mindlines.communities.models import Community
from mindlines.kernel.times import now, zone
from mindlines.meetings.choices import Rhythm
from mindlines.meetings.models import Meeting, Place, Series
from mindlines.ui.dates import clock_words


@dataclass(frozen=True)
class Row:
    """A series on the list."""

    series: Series
    words: str
    next: datetime | None
    made: int


WEEKS = {Rhythm.WEEKLY: 1, Rhythm.FORTNIGHTLY: 2}
MONTHS = {Rhythm.MONTHLY: 1, Rhythm.TWO_MONTHLY: 2, Rhythm.QUARTERLY: 3}


def rows(community: Community) -> list[Row]:
    """All series, those that rest last, each with the next day that has no meeting yet. Two queries."""
    found = (
        community.series.select_related("place")
        .prefetch_related(Prefetch("meetings", Meeting.objects.only("series_id", "starts_at")))
        .annotate(made=Count("meetings"))
        .order_by("is_resting", "name", "pk")
    )
    listed = []
    for series in found:
        series.community = community
        free = [] if series.is_resting else next_moments(series, count=1)
        listed.append(Row(series=series, words=in_words(series), next=free[0] if free else None, made=series.made))
    return listed


def places(community: Community) -> QuerySet[Place]:
    return community.places.order_by("name")


def moments(series: Series, *, after: datetime) -> Iterator[datetime]:
    """When the series meets after a moment, without end. It meets at the same hour of the clock all year round."""
    place = zone(series.community.time_zone)
    begins = datetime.combine(series.begins_on, series.starts)
    day = weekday(series.weekday)
    frequency: Literal[1, 2] = WEEKLY if series.rhythm in WEEKS else MONTHLY
    by_day = day if series.rhythm in WEEKS else day(series.week)
    first = rrule(frequency, dtstart=begins, count=1, byweekday=by_day)[0]
    last_wanted = datetime.combine(after.astimezone(place).date() + timedelta(days=365 * 20), time())
    for found in rrule(frequency, dtstart=first, interval=_interval(series), until=last_wanted, byweekday=by_day):
        moment = found.replace(tzinfo=place)
        if moment > after:
            yield moment


def next_moments(series: Series, *, count: int, after: datetime | None = None) -> list[datetime]:
    """The next times on days for which the series has no meeting yet, not even a cancelled one."""
    place = zone(series.community.time_zone)
    taken = {start.astimezone(place).date() for start in _starts(series)}
    free = (moment for moment in moments(series, after=after or now()) if moment.date() not in taken)
    return list(islice(free, count))


def coming_moments(series: Series, *, count: int) -> list[datetime]:
    """The next times, whether or not there is a meeting already."""
    return list(islice(moments(series, after=now()), count))


def _starts(series: Series) -> list[datetime]:
    return [meeting.starts_at for meeting in series.meetings.all()]


def last_meeting(series: Series) -> Meeting | None:
    """The newest meeting of the series that has an agenda."""
    return series.meetings.filter(items__isnull=False).order_by("-starts_at", "-pk").first()


def in_words(series: Series) -> str:
    """`Third Wednesday, every three months, 10am`."""
    day = str(weekday_names()[series.weekday])
    clock = clock_words(series.starts)
    if series.rhythm in WEEKS:
        return _("%(day)s, %(rhythm)s, %(clock)s") % {"day": day, "rhythm": _rhythm(series), "clock": clock}
    week = str(week_names()[series.week])
    return _("%(week)s %(day)s, %(rhythm)s, %(clock)s") % {
        "week": week,
        "day": day,
        "rhythm": _rhythm(series),
        "clock": clock,
    }


def weekday_names() -> dict[int, str]:
    """Days of the week by their number."""
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return dict(enumerate(names))


def week_names() -> dict[int, str]:
    """Weeks of a month by their number."""
    return {1: _("First"), 2: _("Second"), 3: _("Third"), 4: _("Fourth"), -1: _("Last")}


def _rhythm(series: Series) -> str:
    words = str(series.get_rhythm_display())
    return words[:1].lower() + words[1:]


def _interval(series: Series) -> int:
    rhythm = Rhythm(series.rhythm)
    return WEEKS[rhythm] if rhythm in WEEKS else MONTHS[rhythm]
