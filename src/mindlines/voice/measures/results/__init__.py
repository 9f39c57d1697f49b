"""What came of a poll, as far as it can be shown without showing anybody."""

from .result import Result, result

__all__ = ["Result", "result"]
