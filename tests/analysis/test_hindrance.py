import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.hindrance import Rating, compare, see

PROMPTS = ("time", "leaders")
rated = st.builds(
    Rating, st.sampled_from(PROMPTS), st.sampled_from(("lay", "clinical", "")), st.just("rated"), st.integers(-2, 2)
)
unrated = st.builds(
    Rating,
    st.sampled_from(PROMPTS),
    st.sampled_from(("lay", "clinical", "")),
    st.sampled_from(("dont_know", "not_relevant")),
)
rows = st.lists(rated | unrated, max_size=40)


def many(count, group, value, prompt="time"):
    return [Rating(prompt, group, value=value)] * count


def test_groups_two_points_apart_see_it_differently():
    (time, leaders) = see(many(3, "lay", 1) + many(4, "clinical", -1), prompts=PROMPTS)
    assert (time.spread, time.is_apart) == (2.0, True)
    assert leaders.everybody.people == 0 and leaders.everybody.middle is None and not leaders.is_apart


def test_groups_that_nearly_agree_do_not_lie_apart():
    assert not see(many(3, "lay", 1) + many(3, "clinical", 0), prompts=PROMPTS)[0].is_apart


def test_two_people_of_a_group_are_not_told_apart():
    time = see(many(2, "managers", 2) + many(3, "lay", -2), prompts=PROMPTS)[0]
    assert list(time.by_group) == ["lay"] and time.spread is None


def test_a_median_of_two_raters_in_a_larger_group_parts_nobody():
    ratings = many(2, "lay", 2) + [Rating("time", "lay", "dont_know")] * 3 + many(3, "clinical", -2)
    assert see(ratings, prompts=PROMPTS)[0].spread is None


def test_what_a_group_does_not_know_is_a_share_and_no_rating():
    ratings = [Rating("time", "lay", "dont_know")] * 3 + [Rating("time", "lay", "not_relevant")]
    lay = see(ratings, prompts=PROMPTS)[0].by_group["lay"]
    assert (lay.people, lay.middle, lay.unknown, lay.irrelevant) == (4, None, 0.75, 0.25)


def test_a_later_round_tells_what_has_moved():
    before, after = see(many(1, "lay", -2), prompts=PROMPTS), see(many(1, "lay", 1), prompts=PROMPTS)
    time, leaders = compare(before, after)
    assert (time.before, time.after, time.moved) == (-2.0, 1.0, 3.0)
    assert leaders.moved is None
    assert compare([], after)[0].moved is None


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        (Rating("weather", "lay", value=1), "not asked"),
        (Rating("time", "lay", value=3), "from -2 to 2"),
        (Rating("time", "lay"), "has a value"),
        (Rating("time", "lay", "dont_know", 1), "has a value"),
    ],
)
def test_what_is_no_rating_is_refused(rating, words):
    with pytest.raises(ValueError, match=words):
        see([rating], prompts=PROMPTS)


def test_a_group_has_at_least_one_person():
    with pytest.raises(ValueError, match="least"):
        see([], prompts=PROMPTS, least=0)


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_ratings_does_not_matter(ratings, chance: random.Random):
    shuffled = list(ratings)
    chance.shuffle(shuffled)
    assert see(shuffled, prompts=PROMPTS) == see(ratings, prompts=PROMPTS)


@given(rows)
def test_nothing_is_shown_of_fewer_than_three(ratings):
    for each in see(ratings, prompts=PROMPTS):
        assert all(seen.people >= 3 and group for group, seen in each.by_group.items())
