"""What each part of a room's pages shows, prepared for its template `live/parts/_<part>.html`.

The same words go to everybody of an audience: nothing here may depend on who looks. What is somebody's own (a vote
given, a hand raised) is marked in the page by the script, from `own`.
"""

from collections.abc import Mapping

from mindlines.live.choices import PARTS_OF, Audience
from mindlines.live.models import Room

EVERYONE, CONSOLE, SCREEN = (audience.value for audience in Audience)


def parts_for(audience: str) -> tuple[str, ...]:
    """The parts that pages of this audience have."""
    return PARTS_OF[Audience(audience)]


def prepare(room: Room, *, part: str, audience: str) -> dict[str, object]:
    """What the template of `part` is given for this audience, beside `room`, `part` and `audience`."""
    return {}


def own(room: Room, *, cookies: Mapping[str, str]) -> list[str]:
    """Keys of what is the viewer's own, such as `vote:12`, `support:34` or `hand`; the page shows `[data-own]` by them."""
    return []
