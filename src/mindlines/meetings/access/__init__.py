"""The gates of a meeting."""

from .meeting import meeting

__all__ = ["meeting"]
