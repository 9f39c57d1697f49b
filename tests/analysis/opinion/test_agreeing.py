import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.opinion import agreement

# A machine that has much else to do is no failure.
patiently = settings(deadline=None, max_examples=60)

GROUPS = {"Bo": "lay", "Cy": "lay", "Di": "clinicians", "Ed": "clinicians", "Fi": "clinicians", "Gus": "managers"}

everybody_votes = st.dictionaries(
    st.sampled_from(sorted(GROUPS)), st.dictionaries(st.sampled_from("stu"), st.sampled_from([-1, 0, 1]), min_size=1), min_size=1
)  # fmt: skip


def one(votes, **options):
    (found,) = agreement({voter: {"s": vote} for voter, vote in votes.items()}, groups=GROUPS, **options)
    return found


def test_small_groups_count_as_much_as_large_ones():
    found = one({"Bo": 1, "Cy": 1, "Di": 1, "Ed": 1, "Fi": 0, "Gus": 1})
    assert {name: group.p for name, group in found.by_group.items()} == {
        "lay": 3 / 4,
        "clinicians": 3 / 5,
        "managers": 2 / 3,
    }
    assert found.together.value == pytest.approx((3 / 4 * 3 / 5 * 2 / 3) ** (1 / 3))
    assert (found.votes, found.agree, found.disagree, found.passes) == (6, 5, 0, 1)
    assert found.by_group["clinicians"].passes == 1


@pytest.mark.parametrize(("product", "groups", "mean"), [(0.536, 2, 0.732), (0.131, 3, 0.508), (0.131, 2, 0.362)])
def test_the_mean_makes_two_and_three_groups_comparable(product, groups, mean):
    assert math.isclose(product ** (1 / groups), mean, abs_tol=0.0005)


def test_one_group_under_one_half_stops_a_large_majority():
    found = one({"Bo": -1, "Cy": -1, "Di": 1, "Ed": 1, "Fi": 1, "Gus": 1})
    assert found.below == ("lay",)
    assert not found.agreed


def test_a_group_that_nobody_heard_has_not_agreed():
    found = one({"Bo": 1, "Cy": 1, "Di": 1, "Ed": 1, "Fi": 1}, threshold=0.5)
    assert (found.unheard, found.below, found.agreed) == (("managers",), (), False)
    assert found.by_group["managers"].p == 0.5


def test_exactly_two_thirds_is_two_thirds():
    (found,) = agreement({"Bo": {"s": 1}, "Di": {"s": 1}, "Gus": {"s": 1}}, groups=GROUPS)
    assert found.agreed


def test_too_little_agreement_is_none_though_no_group_is_against():
    found = one({"Bo": 1, "Cy": 0, "Di": 1, "Ed": 0, "Gus": 1})
    assert (found.below, found.unheard, found.agreed) == ((), (), False)


def test_statements_nobody_voted_on_can_be_asked_about():
    found = agreement({"Bo": {"t": 1}}, groups=GROUPS, statements=["s", "t"])
    assert [(one.statement, one.votes) for one in found] == [("s", 0), ("t", 1)]


def test_without_groups_there_is_a_reason_and_no_number():
    (found,) = agreement({}, groups={}, statements=["s"])
    assert (found.together.value, found.together.reason, found.agreed) == (None, "no groups", False)


@patiently
@given(everybody_votes)
def test_other_names_for_voters_and_statements_change_nothing(votes):
    plain = agreement(votes, groups=GROUPS)
    renamed = {f"{voter}!": {f"{name}?": vote for name, vote in given.items()} for voter, given in votes.items()}
    again = agreement(renamed, groups={f"{voter}!": group for voter, group in GROUPS.items()})
    assert [(one.together, one.agreed, one.by_group) for one in again] == [
        (one.together, one.agreed, one.by_group) for one in plain
    ]


@patiently
@given(everybody_votes, st.sampled_from(sorted(GROUPS)))
def test_one_who_turns_to_agree_never_lowers_agreement(votes, voter):
    before = {one.statement: one for one in agreement(votes, groups=GROUPS)}
    turned = {**votes, voter: dict.fromkeys(votes.get(voter, {}), 1)}
    for after in agreement(turned, groups=GROUPS, statements=list(before)):
        assert after.together.value >= before[after.statement].together.value
        assert after.agreed or not before[after.statement].agreed


@pytest.mark.parametrize(
    ("votes", "options", "named"),
    [({"Bo": {"s": 2}}, {}, "votes"), ({"Zed": {"s": 1}}, {}, "groups"), ({}, {"threshold": 1.5}, "threshold")],
)
def test_what_cannot_be_meant_is_refused(votes, options, named):
    with pytest.raises(ValueError, match=named):
        agreement(votes, groups=GROUPS, **options)
