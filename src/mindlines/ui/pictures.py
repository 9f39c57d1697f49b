"""Numbers prepared for drawing; widths are attributes, because pages carry no inline styles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

TONES = 8


@dataclass(frozen=True)
class Part:
    """One group's piece of a bar, in percent of its length."""

    label: str
    count: int
    tone: int
    start: float
    width: float
    share: int

    @property
    def end(self) -> float:
        """Where the piece ends."""
        return round(self.start + self.width, 3)


@dataclass(frozen=True)
class ShareBar:
    """A bar whose `key` makes the names of its patterns unique on the page."""

    key: str
    total: int
    parts: tuple[Part, ...]


def share_bar(parts: Iterable[Mapping[str, Any]], *, title: str) -> ShareBar:
    """Pieces in the order given; nothing counted gives an empty bar."""
    rows = list(parts)
    total = sum(int(row["count"]) for row in rows)
    placed, start = [], 0.0
    for number, row in enumerate(rows):
        count = int(row["count"])
        width = round(100 * count / total, 3) if total else 0.0
        tone = int(row.get("tone") or number % TONES + 1)
        placed.append(
            Part(
                label=str(row["label"]), count=count, tone=tone, start=round(start, 3), width=width, share=round(width)
            )
        )
        start += width
    return ShareBar(key=f"b{crc32(title.encode()):x}", total=total, parts=tuple(placed))
