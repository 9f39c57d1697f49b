import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.opinion import opinion_groups
from mindlines_analysis.opinion._parting import part, silhouette

STATEMENTS = [f"s{n}" for n in range(12)]


def camps(*sizes, seed=1, loyal=0.9):
    """Voters of each camp mostly vote as their camp does, which is another mix of the statements for each."""
    chance = random.Random(seed)
    lines = [[chance.choice([-1, 1]) for _ in STATEMENTS] for _ in sizes]
    return {
        f"{camp}-{n}": {
            name: line[column] if chance.random() < loyal else chance.choice([-1, 0, 1])
            for column, name in enumerate(STATEMENTS)
        }
        for camp, (size, line) in enumerate(zip(sizes, lines, strict=True))
        for n in range(size)
    }


def tosses(people, *, seed):
    chance = random.Random(seed)
    return {f"p{n}": {name: chance.choice([-1, 0, 1]) for name in STATEMENTS} for n in range(people)}


def as_sets(found):
    return {frozenset(group) for group in found.groups}


def test_people_of_one_mind_are_found_together():
    found = opinion_groups(camps(30, 20, 10))
    assert [{voter[0] for voter in group} for group in found.groups] == [{"0"}, {"1"}, {"2"}]
    assert found.silhouette.value == found.silhouettes[3] > 0.6
    assert found.by_chance.value == pytest.approx(1 / 40)
    assert 0 < found.explained[1] < found.explained[0] < 1
    assert found.reason == ""


def test_each_group_is_told_by_statements_on_which_it_stands_apart():
    found = opinion_groups(camps(30, 20, 10))
    for group, told_by in zip(found.groups, found.told_by, strict=True):
        assert 1 <= len(told_by) <= 5
        assert all(told.inside > told.outside and told.ratio > 1 and told.votes == len(group) for told in told_by)


def test_fewer_groups_are_taken_where_more_stand_out_hardly_better():
    found = opinion_groups(camps(40, 40))
    assert len(found.groups) == 2
    assert found.silhouettes.keys() >= {2, 3}


def test_with_few_voters_the_declared_groups_are_the_ones_to_take():
    found = opinion_groups(camps(20, 9))
    assert (found.groups, found.places, found.reason) == ((), {}, "too few voters")
    assert found.silhouette.reason == found.by_chance.reason == "no groups were looked for"
    assert opinion_groups(camps(20, 9), least_voters=29).groups


def test_who_voted_on_little_is_left_out_and_said_so():
    votes = {**camps(30, 20), "new": {"s0": 1}}
    found = opinion_groups(votes)
    assert found.left_out == ("new",)
    assert "new" not in found.places


def test_coin_tosses_make_no_groups():
    found = [opinion_groups(tosses(60, seed=seed)) for seed in range(20)]
    assert sum(bool(one.groups) for one in found) <= 2
    assert {one.reason for one in found} <= {"", "no more alike than by chance"}


def test_a_lone_voice_is_no_group():
    votes = {**{f"p{n}": dict.fromkeys(STATEMENTS, 1) for n in range(40)}, "lone": dict.fromkeys(STATEMENTS, -1)}
    assert opinion_groups(votes).reason in {"every division leaves a group too small", "no more alike than by chance"}
    two = opinion_groups({**votes, "second": dict.fromkeys(STATEMENTS, -1)})
    assert (two.groups, two.reason) == ((), "every division leaves a group too small")


def test_where_everybody_votes_alike_there_is_nothing_to_part():
    votes = {f"p{n}": dict.fromkeys(STATEMENTS, 1) for n in range(40)}
    assert opinion_groups(votes).reason == "everybody votes alike"


def test_two_statements_make_no_map():
    assert opinion_groups({f"p{n}": {"s": 1, "t": -1} for n in range(40)}).reason == "too few statements"
    assert opinion_groups({}, least_voters=0).reason == "too few statements"


def test_how_people_voted_on_what_was_withdrawn_makes_no_difference():
    votes = camps(30, 20)
    other = {voter: {**given, "s0": 1} for voter, given in votes.items()}
    found = opinion_groups(votes, withdrawn=["s0"])
    assert found == opinion_groups(other, withdrawn=["s0"])
    assert "s0" not in found.statement_places


def test_a_voter_who_agrees_stands_where_the_statement_points():
    found = opinion_groups(camps(30, 20))
    told = found.told_by[0][0]
    towards = np.mean([found.places[voter] for voter in found.groups[0]], axis=0)
    side = 1 if told.direction == "agree" else -1
    assert side * float(np.dot(towards, found.statement_places[told.statement])) > 0


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 10_000))
def test_neither_names_nor_order_of_voters_and_statements_decide(seed):
    votes = camps(25, 15, seed=seed, loyal=0.8)
    found = opinion_groups(votes, most=3)
    chance = random.Random(seed)
    turned = {
        f"{voter}!": {f"{name}?": vote for name, vote in sorted(given.items(), key=lambda _: chance.random())}
        for voter, given in sorted(votes.items(), key=lambda _: chance.random())
    }
    again = opinion_groups(turned, most=3)
    assert as_sets(again) == {frozenset(f"{voter}!" for voter in group) for group in as_sets(found)}
    assert again.silhouettes == pytest.approx(found.silhouettes)


def test_the_same_seed_gives_the_same_groups():
    votes = camps(25, 25, 25, loyal=0.5)
    assert opinion_groups(votes, seed=3) == opinion_groups(votes, seed=3)


def test_a_silhouette_is_one_far_apart_and_nought_where_all_stand_on_one_spot():
    labels = np.array([0, 0, 1, 1])
    assert silhouette(np.array([[0.0, 0], [0, 1], [1000, 0], [1000, 1]]), labels=labels) == pytest.approx(
        0.999, abs=1e-3
    )
    assert silhouette(np.zeros((4, 2)), labels=labels) == 0
    assert silhouette(np.array([[0.0, 0], [0, 1], [9, 9]]), labels=np.array([0, 0, 1])) < 2 / 3


def test_three_groups_need_three_different_places():
    assert part(np.array([[0.0, 0]] * 5 + [[1, 1]] * 5), many=3, seed=0) is None


@pytest.mark.parametrize(("options", "named"), [({"most": 1}, "most"), ({"smallest": 0}, "smallest")])
def test_what_cannot_be_meant_is_refused(options, named):
    with pytest.raises(ValueError, match=named):
        opinion_groups({}, **options)
