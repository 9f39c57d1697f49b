from datetime import UTC, datetime

import pytest

from mindlines.kernel.times import as_of, now

SPRING = datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_a_story_of_the_past_is_told_as_of_then():
    with as_of(SPRING):
        assert now() == SPRING
    assert now() > SPRING


def test_the_present_comes_back_after_a_fault():
    with pytest.raises(ZeroDivisionError), as_of(SPRING):
        raise ZeroDivisionError
    assert now() > SPRING
