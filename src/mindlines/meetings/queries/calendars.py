"""A person's own calendar, and calendars on their way in."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import CalendarFeed, CalendarImport, Meeting
from mindlines.people.models import Person
from mindlines.ui.dates import day_words, span_words

LOOK_BACK = dt.timedelta(days=365)
MOST = 500
LONGEST = dt.timedelta(days=1)
USUAL = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Occurrence:
    """One event of a calendar file, and what would become of it."""

    number: int
    title: str
    start: dt.datetime
    end: dt.datetime
    place: str
    all_day: bool
    key: str
    here_already: bool = False

    @property
    def is_too_long(self) -> bool:
        return self.end - self.start > LONGEST

    @property
    def can_come(self) -> bool:
        return not (self.here_already or self.is_too_long)

    @property
    def is_past(self) -> bool:
        return self.end < now()

    @property
    def minutes(self) -> int:
        return int((self.end - self.start).total_seconds() // 60)

    @property
    def label(self) -> str:
        words = day_words(self.start) if self.all_day else span_words(self.start, end=self.end)
        return f"{self.title}, {words}"

    @property
    def hint(self) -> str:
        """What to know before it is ticked."""
        parts = [self.place] if self.place else []
        if self.all_day:
            parts.append(_("The calendar gives no hour: it would last the whole day."))
        return " · ".join(parts)


def meetings_of(person: Person) -> QuerySet[Meeting]:
    """Announced, held and cancelled meetings of all communities to which the person belongs; plans are not shown."""
    belongs = Membership.objects.present().filter(person=person, community=OuterRef("community"))
    known = Meeting.objects.filter(Exists(belongs), starts_at__gte=now() - LOOK_BACK).exclude(phase=Phase.PLANNED)
    return known.select_related("community", "place").order_by("starts_at", "pk")[:MOST]


def feed_of(person: Person) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(person=person).first()


def event_key(*, uid: str, start: dt.datetime) -> str:
    """The same event of the same calendar has the same key, also after it was moved."""
    return f"{hashlib.sha256(uid.encode()).hexdigest()[:40]} {start.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def occurrences(waiting: CalendarImport) -> list[Occurrence]:
    """The events of an uploaded file, and whether the community has them already. One query."""
    found = [_occurrence(number, event) for number, event in enumerate(waiting.events)]
    here = waiting.community.meetings.exclude(phase=Phase.CANCELLED).values_list("came_from", "title", "starts_at")
    keys, named = set(), set()
    for came_from, title, starts_at in here:
        keys.add(came_from)
        named.add((title.casefold(), starts_at))
    shown = []
    for one in found:
        twice = one.key in keys or (one.title.casefold(), one.start) in named
        shown.append(_known(one) if twice else one)
        # A file may hold the same event twice, too.
        keys.add(one.key)
    return shown


def chosen(waiting: CalendarImport) -> list[Occurrence]:
    """Those of its events that were ticked and can come."""
    numbers = set(waiting.chosen)
    return [found for found in occurrences(waiting) if found.number in numbers and found.can_come]


def new_places(waiting: CalendarImport) -> list[str]:
    """Places of the chosen events that the community does not know yet."""
    known = {name.casefold() for name in waiting.community.places.values_list("name", flat=True)}
    named = dict.fromkeys(found.place for found in chosen(waiting) if found.place and not is_link(found.place))
    return [name for name in named if name.casefold() not in known]


def is_link(place: str) -> bool:
    """Calendars often hold the link to join where the place belongs."""
    return place.startswith(("https://", "http://")) and " " not in place


def left_out(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Events that cannot come, to be named with their reason."""
    return [one for one in found if not one.can_come]


def _occurrence(number: int, event: dict[str, Any]) -> Occurrence:
    start, end = dt.datetime.fromisoformat(event["start"]), dt.datetime.fromisoformat(event["end"])
    return Occurrence(
        number=number,
        title=event["title"],
        start=start,
        end=start + USUAL if end <= start else end,
        place=event["place"],
        all_day=event["all_day"],
        key=event["key"],
    )


def _known(found: Occurrence) -> Occurrence:
    return replace(found, here_already=True)
