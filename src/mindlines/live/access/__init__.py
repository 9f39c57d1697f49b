"""The gates of a room."""

from .room import room, screen, visited

__all__ = ["room", "screen", "visited"]
