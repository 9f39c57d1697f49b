"""A trace as a picture: boxes in columns, from what was known at the left to what is done differently at the right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from django.utils.functional import Promise
from django.utils.translation import ngettext

from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line.things import NAMES, Thing
from mindlines_analysis.trace import Edge, Gathered, Layout, Line, Place, lay_out

Words = str | Promise
# All lengths are units of the picture.
BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, EDGE = 178, 92, 46, 22, 8
MOST_ROWS = 8
LETTERS, LINES = 22, 3
# So many letters have room above the words of a box.
LABEL = 22


@dataclass(frozen=True)
class Box:
    """One thing, or many gathered into one."""

    x: int
    y: int
    name: Words
    lines: tuple[str, ...]
    words: Words
    url: str = ""
    kind: str = ""
    tone: int = 0
    is_focus: bool = False
    is_gone: bool = False
    is_many: bool = False

    @property
    def text_y(self) -> int:
        return self.y + 44


@dataclass(frozen=True)
class Stroke:
    """A line between two boxes, as the path of an SVG."""

    path: str
    kind: str


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def picture(
    columns: Mapping[str, int], *, edges: Iterable[Edge], order: Sequence[str], things: Mapping[str, Thing]
) -> Picture:
    """The picture of a trace; the first of `order` is the thing that is traced."""
    layout = lay_out(columns, edges, order=order, most=MOST_ROWS)
    lifts = _lifts(layout)
    boxes = [_box(place, things=things, focus=order[0], lifts=lifts) for place in layout.places]
    boxes += [_many(foot, lifts=lifts) for foot in layout.gathered]
    return Picture(
        width=2 * EDGE + layout.columns * BOX_WIDTH + max(0, layout.columns - 1) * GAP_X,
        height=2 * EDGE + layout.rows * BOX_HEIGHT + max(0, layout.rows - 1) * GAP_Y,
        boxes=tuple(sorted(boxes, key=lambda box: (box.x, box.y))),
        strokes=tuple(_stroke(line, lifts=lifts) for line in layout.lines),
    )


def _lifts(layout: Layout) -> dict[int, int]:
    """How far down each column begins, so that short columns stand in the middle."""
    taken: dict[int, int] = {}
    for column, row in [(each.column, each.row) for each in layout.places] + [
        (each.column, each.row) for each in layout.gathered
    ]:
        taken[column] = max(taken.get(column, 0), row + 1)
    return {column: (layout.rows - rows) * (BOX_HEIGHT + GAP_Y) // 2 for column, rows in taken.items()}


def _corner(at: tuple[int, int], *, lifts: Mapping[int, int]) -> tuple[int, int]:
    column, row = at
    return EDGE + column * (BOX_WIDTH + GAP_X), EDGE + row * (BOX_HEIGHT + GAP_Y) + lifts[column]


def _box(place: Place, *, things: Mapping[str, Thing], focus: str, lifts: Mapping[int, int]) -> Box:
    x, y = _corner((place.column, place.row), lifts=lifts)
    kind, _number = graph.parted(place.key)
    thing = things.get(place.key)
    if thing is None:
        return Box(x, y, NAMES[kind], (), NAMES[kind], kind=kind)
    return Box(
        x,
        y,
        _label(thing),
        _broken(str(thing.words)),
        thing.words,
        url=thing.url,
        kind=kind,
        tone=thing.tone,
        is_focus=place.key == focus,
        is_gone=thing.is_gone,
    )


def _label(thing: Thing) -> Words:
    """Of knowledge its kind, which says more; of the rest what came of it too, where there is room for both."""
    came = str(thing.sort).partition(":")[0]
    label = came if thing.kind == graph.ITEM else f"{thing.name}: {came}"
    return label if came and len(label) <= LABEL else thing.name


def _many(foot: Gathered, *, lifts: Mapping[int, int]) -> Box:
    x, y = _corner((foot.column, foot.row), lifts=lifts)
    kind, _number = graph.parted(foot.keys[0])
    count = len(foot.keys)
    words = ngettext("and %(count)d more", "and %(count)d more", count) % {"count": count}
    return Box(x, y, NAMES[kind], (words,), words, kind=kind, is_many=True)


def _broken(words: str) -> tuple[str, ...]:
    lines = wrap(words, LETTERS)
    return (*lines[: LINES - 1], f"{lines[LINES - 1][: LETTERS - 1]}…") if len(lines) > LINES else tuple(lines)


def _stroke(line: Line, *, lifts: Mapping[int, int]) -> Stroke:
    (x1, y1), (x2, y2) = (_corner(end, lifts=lifts) for end in (line.source, line.target))
    middle = BOX_HEIGHT // 2
    if line.source[0] == line.target[0]:
        x, bend = x1 + BOX_WIDTH, x1 + BOX_WIDTH + GAP_X // 2
        return Stroke(f"M{x} {y1 + middle} C {bend} {y1 + middle}, {bend} {y2 + middle}, {x} {y2 + middle}", line.kind)
    start, end = (x1 + BOX_WIDTH, x2) if x1 < x2 else (x1, x2 + BOX_WIDTH)
    half = (start + end) // 2
    return Stroke(
        f"M{start} {y1 + middle} C {half} {y1 + middle}, {half} {y2 + middle}, {end} {y2 + middle}", line.kind
    )
