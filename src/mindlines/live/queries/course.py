"""Where a meeting is: the item now, how long it has left, and when the later ones begin if nothing is made up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from mindlines.live.models import ItemTime, Room
from mindlines.meetings.models import AgendaItem
from mindlines.meetings.queries import agenda

State = Literal["done", "passed", "now", "later"]
A_MINUTE = timedelta(minutes=1)
# The clock turns orange in the last fifth of an item, and five minutes before its end at the latest.
NEAR_PART, NEAR_MOST = 5, 300


@dataclass(frozen=True)
class Stop:
    """One item of the agenda: when it began, or is going to begin, and when it ends or should."""

    item: AgendaItem
    state: State
    starts_at: datetime
    ends_at: datetime

    @property
    def near(self) -> int:
        """How many seconds before its end the clock turns orange."""
        return min(NEAR_MOST, self.item.minutes * 60 // NEAR_PART)


@dataclass(frozen=True)
class Course:
    """`late` is how many minutes later than planned the meeting will end, if nothing is made up."""

    stops: tuple[Stop, ...]
    ends_at: datetime
    late: int

    @property
    def current(self) -> Stop | None:
        return next((stop for stop in self.stops if stop.state == "now"), None)

    @property
    def coming(self) -> tuple[Stop, ...]:
        return tuple(stop for stop in self.stops if stop.state == "later")

    @property
    def following(self) -> Stop | None:
        """What comes next."""
        return self.coming[0] if self.coming else None

    @property
    def before(self) -> Stop | None:
        """Where one goes by going back."""
        behind = [stop for stop in self.stops if stop.state in ("done", "passed")]
        return behind[-1] if behind else None


def of_room(room: Room, *, at: datetime) -> Course:
    """The course at this moment. Two queries."""
    times = {time.item_id: time for time in room.times.order_by("began_at", "pk")}
    return course(
        agenda.laid_out(room.meeting),
        times=times,
        current=room.item_id if room.is_open else None,
        starts_at=room.opened_at or room.meeting.starts_at,
        planned_end=room.meeting.ends_at,
        at=at,
    )


def course(
    items: Sequence[AgendaItem],
    *,
    times: dict[int, ItemTime],
    current: int | None,
    starts_at: datetime,
    planned_end: datetime,
    at: datetime,
) -> Course:
    """`items` in their order; `times` are those that were begun, `current` is the item now."""
    place = next((number for number, item in enumerate(items) if item.pk == current), -1)
    last = max((number for number, item in enumerate(items) if item.pk in times), default=-1)
    reached = place if place >= 0 else last
    stops: list[Stop] = []
    clock = starts_at if reached < 0 else at
    for number, item in enumerate(items):
        stop = _stop(item, time=times.get(item.pk), number=number, place=place, reached=reached, clock=clock, at=at)
        if stop.state in ("now", "later"):
            clock = max(stop.ends_at, at) if stop.state == "now" else stop.ends_at
        stops.append(stop)
    late = round((clock - planned_end) / A_MINUTE) if stops else 0
    return Course(stops=tuple(stops), ends_at=clock, late=late)


def _stop(  # noqa: PLR0913 -- as above
    item: AgendaItem,
    *,
    time: ItemTime | None,
    number: int,
    place: int,
    reached: int,
    clock: datetime,
    at: datetime,
) -> Stop:
    length = timedelta(minutes=item.minutes)
    if number == place and time is not None:
        return Stop(item=item, state="now", starts_at=time.began_at, ends_at=time.began_at + length)
    if number > reached:
        return Stop(item=item, state="later", starts_at=clock, ends_at=clock + length)
    if time is None:
        return Stop(item=item, state="passed", starts_at=clock, ends_at=clock)
    return Stop(item=item, state="done", starts_at=time.began_at, ends_at=time.ended_at or at)
