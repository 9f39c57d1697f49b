"""Who is asked, and what becomes of what is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import aims, unanswered_gap, uptake

GROUPS = ("lay", "clinicians", "managers")


def test_questions_that_all_go_to_one_person_are_seen():
    found = {each.name: each for each in aims([("lay", "managers")] * 3, people={"lay": 6, "managers": 2})}
    assert (found["managers"].share.value, found["managers"].parity.value) == (1, 4)
    assert (found["managers"].asked_by, found["lay"].questions) == ({"lay": 3}, 0)


def test_without_the_number_of_people_there_is_nothing_to_compare_with():
    found = aims([("lay", "managers"), ("managers", "lay")])
    assert [(each.name, each.share.value) for each in found] == [("lay", 0.5), ("managers", 0.5)]
    assert found[0].parity.reason == "nobody said how many people of each group were there"


def test_no_questions_is_a_reason():
    found = aims([], people={"lay": 2})[0]
    assert {found.share.reason, found.parity.reason} == {"no question was aimed at anybody"}
    assert aims([]) == ()


def test_a_question_to_a_group_that_is_not_counted_is_refused():
    with pytest.raises(ValueError, match="people"):
        aims([("lay", "guests")], people={"lay": 2})


def test_the_gap_is_between_the_group_left_alone_most_and_least():
    points = (
        [("lay", False)] * 3 + [("lay", True)] + [("clinicians", True)] * 4 + [("managers", False), ("managers", True)]
    )
    found = unanswered_gap(points, groups=("academics",))
    assert (found.gap.value, found.most, found.least) == (0.75, "lay", "clinicians")
    assert [(each.name, each.points, each.unanswered) for each in found.groups] == [
        ("academics", 0, 0),
        ("lay", 4, 3),
        ("clinicians", 4, 0),
        ("managers", 2, 1),
    ]
    assert found.groups[0].share.reason == "this group raised no point"


def test_without_a_difference_no_group_is_named():
    found = unanswered_gap([("lay", True), ("clinicians", True)])
    assert (found.gap.value, found.most, found.least) == (0, "", "")


def test_one_group_alone_has_no_gap():
    assert unanswered_gap([("lay", False)]).gap.reason == "fewer than two groups raised a point"


def test_what_became_of_points_is_told_for_each_group():
    points = [("lay", "adopted"), ("lay", "unanswered"), ("lay", "unanswered"), ("clinicians", "built on")]
    found = {each.name: each for each in uptake(points, groups=("managers",), outcomes=("built on", "parked"))}
    assert found["lay"].counts == {"built on": 0, "parked": 0, "adopted": 1, "unanswered": 2}
    assert found["lay"].shares["unanswered"].value == pytest.approx(2 / 3)
    assert (found["managers"].points, found["managers"].shares["parked"].reason) == (0, "this group raised no point")


@given(st.lists(st.tuples(st.sampled_from(GROUPS), st.sampled_from(["adopted", "parked", "unanswered"]))))
def test_each_point_has_one_outcome(points):
    for each in uptake(points):
        assert sum(each.counts.values()) == each.points
        assert sum(share.value for share in each.shares.values()) == pytest.approx(1)


@given(st.lists(st.tuples(st.sampled_from(GROUPS), st.booleans())), st.randoms(use_true_random=False))
def test_the_order_of_points_does_not_matter(points, chance):
    mixed = list(points)
    chance.shuffle(mixed)
    one, other = unanswered_gap(points), unanswered_gap(mixed)
    assert (one.gap, one.most, one.least) == (other.gap, other.most, other.least)
