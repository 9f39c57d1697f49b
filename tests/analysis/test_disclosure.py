from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis import disclosure
from mindlines_analysis.disclosure import CountBand, count_band, may_compare_pulse, may_show_inside, protect

SHAPES = [(1, 3), (3, 1), (2, 2), (2, 3), (3, 2)]


def tables(most=9, shapes=(*SHAPES, (1, 1), (3, 3))):
    def of(shape):
        rows, columns = shape
        counts = st.lists(st.integers(0, most), min_size=columns, max_size=columns)
        return st.lists(counts, min_size=rows, max_size=rows).map(table)

    return st.sampled_from(shapes).flatmap(of)


def table(rows):
    return {f"r{r}": {f"c{c}": count for c, count in enumerate(row)} for r, row in enumerate(rows)}


def possible(counts, *, hidden, floor):
    """Every table with the same totals and the same shown cells, by trying all of them."""
    rows, columns = list(counts), list(next(iter(counts.values())))
    many = sum(sum(row.values()) for row in counts.values())
    ways = []
    for row in rows:
        # A row of one cell has no total but the cell itself.
        total = sum(counts[row].values()) if len(columns) > 1 else many
        cells = [range(floor, total + 1) if (row, name) in hidden else [counts[row][name]] for name in columns]
        ways.append([way for way in product(*cells) if len(columns) == 1 or sum(way) == total])
    totals = [sum(counts[row][column] for row in rows) for column in columns]
    return [way for way in product(*ways) if len(rows) == 1 or [sum(c) for c in zip(*way, strict=True)] == totals]


def values(found, *, cell):
    row, column = (int(name[1:]) for name in cell)
    return {way[row][column] for way in found}


def everything(counts):
    return {(row, column) for row in counts for column in counts[row]}


small_tables = tables(most=6, shapes=SHAPES) | tables(most=3, shapes=[(3, 3)])
patiently = settings(deadline=None, max_examples=60)


@patiently
@given(small_tables, st.integers(2, 5))
def test_who_knows_all_totals_cannot_work_out_a_small_count(counts, least):
    found = protect(counts, least=least)
    noughts = {cell for cell in everything(counts) if not counts[cell[0]][cell[1]]}
    # Where noughts are shown, a reader knows that no hidden cell is one.
    floor = 1 if noughts - set(found.hidden) else 0
    tried = possible(counts, hidden=set(found.hidden), floor=floor)
    loosest = possible(counts, hidden=everything(counts) - (noughts if floor else set()), floor=floor)
    for row, column in set(found.hidden) - set(found.exposed):
        if 0 < counts[row][column] < least:
            could_be = values(tried, cell=(row, column))
            assert len(could_be) > 1
            assert floor == 0 or max(could_be) >= min(least, max(values(loosest, cell=(row, column))))


@patiently
@given(small_tables)
def test_a_cell_is_called_exposed_only_if_the_totals_alone_tell_it(counts):
    found = protect(counts, least=5)
    tried = possible(counts, hidden=everything(counts), floor=0)
    for cell in found.exposed:
        assert len(values(tried, cell=cell)) == 1


@patiently
@given(tables(), st.integers(2, 9))
def test_all_small_counts_are_hidden_and_noughts_are_shown_all_or_none(counts, least):
    found = protect(counts, least=least)
    cells = {cell: counts[cell[0]][cell[1]] for cell in everything(counts)}
    assert {cell for cell, count in cells.items() if 0 < count < least} <= set(found.hidden)
    noughts = {cell for cell, count in cells.items() if not count}
    assert noughts <= set(found.hidden) or not noughts & set(found.hidden)
    assert all(found.cells[row][column] is None for row, column in found.hidden)


@patiently
@given(tables(), st.permutations(range(3)))
def test_the_order_of_rows_does_not_decide_how_many_cells_are_kept_safe(counts, order):
    names = sorted(counts)
    turned = {names[place]: counts[names[place]] for place in order if place < len(names)}
    first, second = protect(counts, least=5), protect(turned, least=5)
    assert set(first.exposed) == set(second.exposed)


def test_a_table_without_small_counts_is_only_rounded():
    found = protect(table([[12, 103], [0, 8]]), least=8)
    assert found.cells == {"r0": {"c0": 10, "c1": 103}, "r1": {"c0": 0, "c1": 10}}
    assert (found.hidden, found.exposed, found.total) == ((), (), 123)
    assert found.row_totals == {"r0": 115, "r1": 10}
    assert found.column_totals == {"c0": 10, "c1": 111}


def test_one_small_count_takes_a_rectangle_with_it():
    found = protect(table([[2, 20, 30], [15, 25, 40], [50, 60, 70]]), least=5)
    assert found.hidden == (("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1"))


def test_a_list_is_a_table_of_one_row():
    found = protect(table([[3, 40, 12, 25]]), least=5)
    assert found.cells["r0"] == {"c0": None, "c1": 40, "c2": None, "c3": 25}
    assert found.total == 80


def test_two_small_counts_that_tell_each_other_take_a_third():
    found = protect(table([[1, 1, 30, 40]]), least=5)
    assert found.cells["r0"] == {"c0": None, "c1": None, "c2": None, "c3": 40}


def test_noughts_go_where_they_would_tell():
    found = protect(table([[3, 0, 0]]), least=5)
    assert found.cells["r0"] == {"c0": None, "c1": None, "c2": None}
    assert found.exposed == ()
    assert found.total is None


def test_the_totals_may_tell_what_no_hiding_hides():
    found = protect(table([[2, 0], [0, 0]]), least=5)
    assert found.exposed == (("r0", "c0"),)


def test_a_small_group_hides_its_row_and_what_it_takes_from_another():
    found = protect(table([[2, 1], [20, 30], [40, 50]]), least=8)
    assert found.row_totals == {"r0": None, "r1": 50, "r2": 90}
    assert found.hidden == (("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1"))


def test_an_empty_table_hides_nothing():
    assert protect({}, least=5).hidden == ()


@pytest.mark.parametrize(
    ("rows", "least", "named"),
    [
        ({"a": {"x": 1}, "b": {"y": 1}}, 5, "table"),
        ({"a": {"x": -1}}, 5, "table"),
        ({"a": {"x": 1}}, 1, "least"),
    ],
)
def test_what_is_no_table_is_refused(rows, least, named):
    with pytest.raises(ValueError, match=named):
        protect(rows, least=least)


def test_inside_a_meeting_counts_are_bands():
    bands = [count_band(count).value for count in (0, 1, 2, 3, 5, 6, 10, 11, 20, 21)]
    assert bands == [
        *["nobody", "one_or_two", "one_or_two", "three_to_five", "three_to_five", "six_to_ten", "six_to_ten"],
        *["eleven_to_twenty", "eleven_to_twenty", "more_than_twenty"],
    ]
    assert count_band(1) is CountBand.ONE_OR_TWO


def test_bands_begin_with_three_people_and_pulse_with_five_in_each_group():
    assert [may_show_inside(people) for people in (0, 2, 3)] == [False, False, True]
    assert may_compare_pulse({"lay": 5, "clinicians": 5})
    assert not may_compare_pulse({"lay": 4, "clinicians": 50})
    assert not may_compare_pulse({"lay": 50})
    assert not may_compare_pulse({})


@patiently
@given(st.integers(0, 200), st.integers(2, 12))
def test_one_number_is_hidden_or_rounded(count, least):
    found = disclosure.publishable(count, least=least)
    assert (found is None) == (0 < count < least)
    assert found is None or (found == count if count >= 100 else found % 5 == 0 and abs(found - count) <= 2)


@pytest.mark.parametrize(
    "ask", [count_band, may_show_inside, disclosure.rounded, lambda n: may_compare_pulse({"lay": n})]
)
def test_nobody_can_be_fewer_than_none(ask):
    with pytest.raises(ValueError, match=r"count|people"):
        ask(-1)
