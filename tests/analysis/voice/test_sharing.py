"""How evenly something is shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import dominance, entropy, gini

amounts = st.lists(st.integers(0, 500), min_size=2, max_size=30)
spoken = amounts.filter(any)
MEASURES = [gini, entropy, dominance]


def test_a_worked_example_by_hand():
    # shares 1/6, 2/6, 3/6: Gini (-2 + 0 + 6) / (3 × 6) × 3/2; dominance sqrt((1/36 + 0 + 1/36) / (2/3))
    assert gini([3, 1, 2]).value == pytest.approx(1 / 3)
    assert gini([3, 1, 2], small_sample=False).value == pytest.approx(2 / 9)
    assert dominance([3, 1, 2]).value == pytest.approx((1 / 12) ** 0.5)
    assert entropy([3, 1, 2]).value == pytest.approx(0.92062, abs=1e-5)


def test_leaving_out_the_silent_makes_a_meeting_look_fairer_than_it_was():
    spoke, silent = [1, 2, 3, 5, 8, 13, 21], [0] * 5
    assert gini(spoke).value < 0.55
    assert gini([*spoke, *silent]).value > 0.7


@pytest.mark.parametrize("measure", MEASURES)
def test_without_two_people_or_any_contribution_there_is_a_reason_and_no_number(measure):
    assert (measure([]).value, measure([4]).reason) == (None, "fewer than two people were there")
    assert (measure([0, 0]).value, measure([0, 0]).reason) == (None, "nobody contributed")
    assert not measure([0, 0]).is_known and measure([1, 0]).is_known


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf")])
def test_amounts_that_cannot_be_are_refused(measure, wrong):
    with pytest.raises(ValueError, match="amounts"):
        measure([1, wrong])


@given(st.integers(2, 60), st.floats(0.01, 1e6))
def test_equal_shares_are_equal(people, amount):
    assert gini([amount] * people).value == 0
    assert entropy([amount] * people).value == pytest.approx(1)
    assert dominance([amount] * people).value == pytest.approx(0, abs=1e-7)


@given(st.integers(2, 60))
def test_one_who_has_it_all_is_as_far_as_it_goes_in_a_meeting_of_any_size(people):
    alone = [9, *[0] * (people - 1)]
    assert [gini(alone).value, entropy(alone).value, dominance(alone).value] == [1, 0, 1]


@given(spoken, st.integers(1, 9))
def test_each_silent_person_makes_it_less_equal(shares, silent):
    more = [*shares, *[0] * silent]
    assert gini(more, small_sample=False).value > gini(shares, small_sample=False).value
    assert gini(more).value >= gini(shares).value
    assert entropy(more).value < entropy(shares).value or entropy(shares).value == 0


@given(spoken, st.randoms(use_true_random=False), st.integers(2, 50))
def test_neither_order_nor_unit_matters(shares, chance, times):
    mixed = [share * times for share in shares]
    chance.shuffle(mixed)
    for measure in MEASURES:
        found = measure(mixed).value
        assert found == pytest.approx(measure(shares).value, abs=1e-9) and 0 <= found <= 1
