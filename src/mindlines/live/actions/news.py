"""A change in a meeting is counted in its room and told to every open page."""

import logging

from django.db import DatabaseError, transaction
from django.db.models import F

from mindlines.live.hub.switchboard import switchboard
from mindlines.live.models import Room

logger = logging.getLogger(__name__)


def spread(meeting: int, *, part: str) -> None:
    """Listen to `kernel.news`. What was done is in the database already, so trouble here must not look like a failure of it."""
    try:
        counted = count_up(meeting)
    except DatabaseError as trouble:
        logger.warning("A change in a room was not counted: %s", trouble)
        return
    if counted:
        room, version = counted
        switchboard.tell(room, version=version, part=part)


def count_up(meeting: int) -> tuple[int, int] | None:
    """The key and the new version of the meeting's room, if it has one; no two changes get the same version."""
    with transaction.atomic():
        if not Room.objects.filter(meeting=meeting).update(version=F("version") + 1):
            return None
        return Room.objects.filter(meeting=meeting).values_list("pk", "version").get()
