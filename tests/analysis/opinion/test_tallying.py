import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.opinion import tally

# A machine that has much else to do is no failure.
patiently = settings(deadline=None, max_examples=60)

WALKS = ["gym", "rest", "walk"]


def test_a_choice_is_counted_in_the_order_of_its_options():
    found = tally(["rest", "gym", "rest"], options=WALKS)
    assert [(count.option, count.count) for count in found.counts] == [("gym", 1), ("rest", 2), ("walk", 0)]
    assert found.counts[1].share.value == pytest.approx(2 / 3)
    assert (found.people, found.median.value, found.ranked) == (3, None, ())


def test_a_choice_of_many_shares_people_and_not_ticks():
    found = tally([["rest", "gym"], ["rest"]], options=WALKS)
    assert [count.share.value for count in found.counts] == [0.5, 1.0, 0.0]


def test_a_scale_has_a_middle_and_quartiles():
    found = tally([9, 1, 7, 8, 7], options=range(1, 10), kind="scale")
    assert (found.low.value, found.median.value, found.high.value) == (7, 7, 8)


def test_a_ranking_that_stops_early_shares_the_places_that_are_left():
    found = tally([["walk"], ["walk", "rest", "gym"]], options=WALKS, kind="ranking")
    assert [(ranked.option, ranked.points, ranked.place.value, ranked.first) for ranked in found.ranked] == [
        ("walk", 4, 1, 2), ("rest", 1.5, 2.25, 0), ("gym", 0.5, 2.75, 0)
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["choice", "scale", "ranking"])
def test_when_nobody_answers_there_are_reasons_and_no_numbers(kind):
    found = tally([], options=[1, 2, 3], kind=kind)
    assert {count.share.reason for count in found.counts} == {"nobody answered"}
    assert found.median.value is None
    assert all(ranked.place.reason == "nobody answered" for ranked in found.ranked)


@patiently
@given(st.lists(st.lists(st.sampled_from(WALKS), min_size=1, unique=True), min_size=1))
def test_each_person_has_the_same_points_to_give(rankings):
    found = tally(rankings, options=WALKS, kind="ranking")
    assert sum(ranked.points for ranked in found.ranked) == pytest.approx(3 * len(rankings))
    assert [ranked.points for ranked in found.ranked] == sorted((r.points for r in found.ranked), reverse=True)


@pytest.mark.parametrize(
    ("answers", "options", "named"),
    [
        (["swim"], WALKS, "answers"),
        ([["gym", "gym"]], WALKS, "answers"),
        ([[]], WALKS, "answers"),
        ([], [], "options"),
        ([], ["gym", "gym"], "options"),
    ],
)
def test_what_cannot_be_meant_is_refused(answers, options, named):
    with pytest.raises(ValueError, match=named):
        tally(answers, options=options)
