import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.trace import Edge, lay_out

graphs = st.dictionaries(st.text("abcdefghij", min_size=1, max_size=2), st.integers(0, 5), min_size=1, max_size=40)


def crossings(layout):
    lines = [(line.source[1], line.target[1]) for line in layout.lines]
    return sum((a - c) * (b - d) < 0 for number, (a, b) in enumerate(lines) for c, d in lines[:number])


def test_lines_that_would_cross_are_untangled():
    columns = {"a1": 0, "a2": 0, "a3": 0, "b1": 1, "b2": 1, "b3": 1}
    edges = [Edge("a1", "b3"), Edge("a2", "b2"), Edge("a3", "b1")]
    layout = lay_out(columns, edges, order=sorted(columns))
    assert crossings(layout) == 0


def test_an_empty_column_takes_no_room():
    layout = lay_out({"a": 0, "b": 5}, [Edge("a", "b")], order=[])
    assert (layout.columns, layout.rows) == (2, 1)
    assert layout.lines[0].source == (0, 0) and layout.lines[0].target == (1, 0)


def test_what_does_not_fit_is_gathered_and_its_lines_are_counted():
    columns = {"decision": 0} | {f"action {number:03}": 1 for number in range(100)}
    edges = [Edge("decision", key) for key in columns if key != "decision"]
    layout = lay_out(columns, edges, order=sorted(columns), most=5)
    (foot,) = layout.gathered
    assert len(foot.keys) == 96 and foot.row == 4
    assert [line.count for line in layout.lines if line.target == (1, 4)] == [96]
    assert next(place.key for place in layout.places if place.column == 1) == "action 000"


def test_what_lies_within_the_gathered_has_no_line():
    columns = dict.fromkeys("abc", 0)
    layout = lay_out(columns, [Edge("b", "c"), Edge("a", "b")], order="abc", most=2)
    assert [(line.source, line.target) for line in layout.lines] == [((0, 0), (0, 1))]


def test_edges_of_strangers_are_left_out():
    assert lay_out({"a": 0}, [Edge("a", "z")], order=[]).lines == ()


def test_nothing_to_lay_out_gives_an_empty_layout():
    layout = lay_out({}, [], order=[])
    assert (layout.places, layout.columns, layout.rows) == ((), 0, 0)


@pytest.mark.parametrize(("columns", "most", "words"), [({"a": 0}, 1, "most"), ({"a": -1}, 8, "columns")])
def test_what_cannot_be_laid_out_is_refused(columns, most, words):
    with pytest.raises(ValueError, match=words):
        lay_out(columns, [], order=[], most=most)


@given(graphs, st.integers(2, 6), st.randoms(use_true_random=False))
def test_everything_has_one_place_whatever_the_order_of_edges(columns, most, chance: random.Random):
    keys = sorted(columns)
    edges = [Edge(chance.choice(keys), chance.choice(keys)) for _number in range(30)]
    layout = lay_out(columns, edges, order=keys, most=most)
    shown = [place.key for place in layout.places] + [key for each in layout.gathered for key in each.keys]
    assert sorted(shown) == keys
    assert len({(place.column, place.row) for place in (*layout.places, *layout.gathered)}) == len(layout.places) + len(
        layout.gathered
    )
    assert layout.rows <= most
    chance.shuffle(edges)
    assert lay_out(columns, edges, order=keys, most=most) == layout
