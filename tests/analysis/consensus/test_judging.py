import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.consensus import count_rule, ram

PANEL = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9]
numbers = st.lists(st.integers(1, 9), min_size=1, max_size=20)


def test_the_worked_example_has_no_disagreement():
    found = ram(PANEL)
    assert (found.median, found.ipr, found.ai, found.iprcp) == (7, 1, 2.5, 7.5)
    assert found.ipras == pytest.approx(6.10)
    assert (found.disagreement, found.reading, found.reason) == (False, "appropriate", "")


def test_two_camps_disagree_and_their_median_is_not_taken():
    found = ram([1, 1, 1, 1, 9, 9, 9, 9, 9])
    assert (found.median, found.disagreement, found.reading) == (9, True, "uncertain")


@pytest.mark.parametrize(
    ("values", "reading"),
    [
        ([1, 2, 2, 2, 3, 3, 3], "inappropriate"),
        ([4, 5, 5, 5, 5, 6, 6], "uncertain"),
        ([6, 6, 6, 6, 7, 7, 7, 7], "uncertain"),
    ],
)
def test_low_is_inappropriate_and_the_middle_uncertain(values, reading):
    assert ram(values).reading == reading


def test_below_seven_people_the_median_is_all_there_is():
    found = ram([9, 9, 9, 8, 1, 1])
    assert (found.median, found.disagreement, found.reading, found.reason) == (8.5, None, None, "fewer than 7 people")


def test_nobody_has_no_median():
    assert (ram([]).median, ram([]).reason) == (None, "nobody")


@pytest.mark.parametrize("values", [[0], [10], [7.5]])
@pytest.mark.parametrize("rule", [ram, count_rule])
def test_a_number_that_is_not_on_the_scale_is_refused(values, rule):
    with pytest.raises(ValueError, match="values"):
        rule(values)


def test_the_older_rule_counts_who_lies_outside():
    assert (count_rule(PANEL).outside, count_rule(PANEL).agreement) == (3, True)
    apart = count_rule([1] * 5 + [8] * 10)
    assert (apart.outside, apart.agreement, apart.disagreement) == (5, False, True)
    between = count_rule([5] * 5 + [8] * 10)
    assert (between.agreement, between.disagreement) == (False, False)
    low = count_rule([1] * 12 + [5] * 3)
    assert (low.outside, low.agreement) == (3, True)


@pytest.mark.parametrize("size", [13, 17])
def test_the_older_rule_is_for_fourteen_to_sixteen(size):
    assert count_rule([7] * size).reason == "only for 14 to 16 people"


@given(numbers, st.randoms())
def test_the_order_of_answers_does_not_matter(values, chance):
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert ram(shuffled) == ram(values)
    assert count_rule(shuffled) == count_rule(values)


@given(numbers)
def test_turning_the_scale_round_turns_the_reading_round(values):
    found, turned = ram(values), ram([10 - value for value in values])
    assert turned.disagreement == found.disagreement
    names = {"appropriate": "inappropriate", "inappropriate": "appropriate", "uncertain": "uncertain", None: None}
    assert turned.reading == names[found.reading]


@given(st.integers(1, 9), st.integers(7, 20))
def test_people_who_all_say_the_same_never_disagree(value, people):
    assert ram([value] * people).disagreement is False
