import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.consensus import wilson


def test_nine_of_twelve_may_be_half_or_nine_in_ten():
    found = wilson(9, 12)
    assert (round(found.low, 2), round(found.high, 2)) == (0.47, 0.91)


def test_nobody_has_no_interval_and_says_so():
    assert wilson(0, 0).reason == "nobody"


@pytest.mark.parametrize(("part", "whole"), [(3, 2), (-1, 2)])
def test_a_part_is_not_larger_than_the_whole(part, whole):
    with pytest.raises(ValueError, match="part"):
        wilson(part, whole)


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_share_lies_within_its_interval(counted):
    part, whole = counted
    found = wilson(part, whole)
    assert 0 <= found.low <= part / whole + 1e-9
    assert part / whole - 1e-9 <= found.high <= 1
