"""The gates of a room."""

from .room import at_the_door, by_code, room, screen, visited
from .things import hand, item, member, said, tapped

__all__ = [
    "at_the_door",
    "by_code",
    "hand",
    "item",
    "member",
    "room",
    "said",
    "screen",
    "tapped",
    "visited",
]
