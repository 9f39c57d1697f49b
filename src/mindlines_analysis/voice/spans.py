"""Pieces of time, and how much of it they cover."""

from collections.abc import Iterable

Span = tuple[float, float]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same time in pieces that do not overlap."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def covered(spans: Iterable[Span]) -> float:
    """Seconds that are in at least one of `spans`."""
    return sum(end - start for start, end in joined(spans))


def shared(spans: Iterable[Span]) -> float:
    """Seconds that are in at least two of `spans`."""
    edges = sorted(edge for start, end in spans for edge in ((start, 1), (end, -1)))
    total, deep, since = 0.0, 0, 0.0
    for moment, step in edges:
        if deep >= 2:
            total += moment - since
        deep, since = deep + step, moment
    return total
