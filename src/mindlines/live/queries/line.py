"""What a page needs to stay true while people look at it, for `live/_line.html`."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from mindlines.live.models import Room
from mindlines.live.queries import parts


@dataclass(frozen=True)
class Line:
    room: int
    version: int
    # The server's clock in milliseconds: the device's own may be wrong by a day.
    at: int
    parts: str
    listen: str
    own: str


def line_of(room: Room, *, audience: str, own: Sequence[str]) -> Line:
    """Load the room, then make this, then read what the page shows: so the page is never older than it says."""
    asks = _asks(room, audience=audience)
    return Line(
        room=room.pk,
        version=room.version,
        at=int(time.time() * 1000),
        parts=asks,
        # The WebSocket has the address beside it.
        listen=asks.replace("/parts/", "/listen/"),
        own=json.dumps(list(own)),
    )


def _asks(room: Room, *, audience: str) -> str:
    if audience == parts.SCREEN:
        return reverse("live:screen_parts", kwargs={"secret": room.screen})
    if room.viewer is None:
        return reverse("live:visitor_parts", kwargs={"code": room.code})
    return reverse("live:parts", kwargs={"pk": room.meeting_id, "audience": audience})
