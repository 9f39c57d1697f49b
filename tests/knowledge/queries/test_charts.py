"""Numbers as bars and lines."""

import pytest

from mindlines.knowledge.choices import Chart
from mindlines.knowledge.models import AuditTable
from mindlines.knowledge.queries import charts


def table(*rows: list[str], columns: tuple[str, ...] = ("Month", "Leek"), chart: str = Chart.BARS) -> AuditTable:
    return AuditTable(columns=list(columns), rows=list(rows), chart=chart)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12),
        ("1,240", 1240),
        ("45 %", 45),
        ("£3.50", 3.5),
        ("−4", -4),
        ("fewer than 5", None),
        ("", None),
        ("1.2.3", None),
    ],
)
def test_a_number_is_read_as_people_write_it(cell, number):
    assert charts.number(cell) == number


def test_bars_are_as_long_as_their_numbers():
    picture = charts.picture(table(["May", "10"], ["June", "5"], ["July", "fewer than 5"]))
    bars = [row.bars[0] for row in picture.rows]
    assert [(bar.start, bar.width, bar.has_number) for bar in bars] == [(0, 100, True), (0, 50, True), (0, 0, False)]
    assert (picture.top, picture.bottom, picture.has_many) == ("10", "0", False)


def test_below_nothing_a_bar_grows_to_the_left():
    picture = charts.picture(table(["May", "-5"], ["June", "5"]))
    assert [(row.bars[0].start, row.bars[0].width) for row in picture.rows] == [(0, 50), (50, 50)]


def test_a_line_breaks_where_nothing_was_counted():
    rows = (["May", "0"], ["June", "10"], ["July", ""], ["August", "5"])
    picture = charts.picture(table(*rows, chart=Chart.LINE))
    line = picture.lines[0]
    assert [(dot.x, dot.y) for dot in line.dots] == [(0, 100), (33.333, 0), (100, 50)]
    assert len(line.strokes) == 1 and (picture.first, picture.last) == ("May", "August")


def test_one_row_is_no_line():
    assert charts.picture(table(["May", "3"], chart=Chart.LINE)).rows


def test_nothing_but_noughts_has_bars_without_length():
    assert charts.picture(table(["May", "0"])).rows[0].bars[0].width == 0


@pytest.mark.parametrize(
    "nothing",
    [
        table(["May", "12"], chart=Chart.NONE),
        table(["May", "none"]),
        table(*[[str(n), "1"] for n in range(41)]),
        table(["May", *"123456789"], columns=("Month", *"abcdefghi")),
    ],
)
def test_where_there_is_nothing_to_draw_there_is_no_picture(nothing):
    assert charts.picture(nothing) is None
