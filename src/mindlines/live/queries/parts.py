"""Which parts the pages of a room have, and what in them is somebody's own."""

from collections.abc import Mapping

from mindlines.live.choices import PARTS_OF, Audience
from mindlines.live.models import Room
from mindlines.live.queries import rooms

EVERYONE, CONSOLE, SCREEN = (audience.value for audience in Audience)


def parts_for(audience: str) -> tuple[str, ...]:
    """The parts that pages of this audience have."""
    return PARTS_OF[Audience(audience)]


def own(room: Room, *, cookies: Mapping[str, str]) -> list[str]:
    """Keys of what is the viewer's own, such as `vote:12`, `support:34` or `hand`; the page shows `[data-own]` by them."""
    return rooms.own(room, cookies=cookies)
