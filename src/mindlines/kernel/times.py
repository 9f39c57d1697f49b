"""Times are stored in UTC and shown in somebody's zone."""

import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache

from django.utils import timezone

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """The present moment in UTC."""
    return _told.get() or timezone.now()


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Within it, `now` is that moment: for telling a story of the past through the same deeds as the present."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)


@cache
def zone_names() -> tuple[str, ...]:
    """Names of time zones that a person can choose, sorted."""
    regions = (
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    )
    return tuple(sorted(name for name in zoneinfo.available_timezones() if name.startswith(regions) or name == "UTC"))


def zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone of that name, or UTC when this machine does not know it."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")
