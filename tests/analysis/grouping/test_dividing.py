"""Dividing people: no hard wish is ever broken, and no single swap would be better."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings

from mindlines_analysis.grouping import (
    Apart,
    AtLeast,
    AtMost,
    Distances,
    History,
    NotAlone,
    Participant,
    Pinned,
    Room,
    Separate,
    Spread,
    Together,
    assess,
    divide,
)
from tests.analysis.grouping import slowly

STEPS = 240
KINDS = ("lay", "gp", "nurse", "commissioner")


def people(many, **more):
    return [Participant(f"P{place:02}", kinds={"role": KINDS[place % 4]}, **more) for place in range(many)]


def swapped(rounds, number, one, other):
    """The rounds with two people of round `number` in each other's place."""
    turn = {one: other, other: one}
    return [
        [[turn.get(name, name) if place == number else name for name in group] for group in groups]
        for place, groups in enumerate(rounds)
    ]


def planted(seed, *, many=24, groups=4):
    """People, and wishes that hold in groups drawn by lot."""
    chance = np.random.default_rng(seed)
    group = chance.permutation(np.arange(many) % groups)
    everybody = [
        Participant(f"P{place:02}", kinds={"role": str(chance.choice(KINDS))}, needs=needs)
        for place in range(many)
        for needs in [frozenset({"online"} if group[place] == 0 else ())]
    ]
    wishes = []
    for one, other in chance.choice(many, size=(14, 2)):
        if one != other:
            wishes.append((Together if group[one] == group[other] else Apart)((f"P{one:02}", f"P{other:02}")))
    for kind in KINDS:
        counts = [sum(group[p] == g and everybody[p].kinds["role"] == kind for p in range(many)) for g in range(groups)]
        wishes += [AtLeast(min(counts), "role", kind)] if min(counts) else []
        wishes += [AtMost(max(counts), "role", kind)] if max(counts) else []
        wishes += [NotAlone("role", kind)] if 1 not in counts and any(counts) else []
    rooms = [Room(only_for="online"), *[Room()] * (groups - 1)]
    return {"people": everybody, "wishes": wishes, "rooms": rooms, "groups": groups}


@settings(max_examples=60, deadline=None)
@given(slowly.divided())
def test_a_hard_wish_is_kept_or_the_division_is_not_made(problem):
    asked = {key: problem[key] for key in ("people", "mix", "wishes", "rooms", "history")}
    groups = len(problem["rounds"][0])
    division = divide(**asked, groups=groups, rounds=2, steps=STEPS, seconds=60)
    if division.conflict is None:
        assert not slowly.breaks(asked["people"], division.rounds, wishes=asked["wishes"], rooms=asked["rooms"])
        assert division.cost == pytest.approx(
            slowly.cost(asked["people"], division.rounds, mix=asked["mix"], history=asked["history"]), abs=1e-3
        )
    else:
        many = len(asked["people"])
        sizes = [(many // groups, -(-many // groups))] * groups
        assert division.conflict.proven
        assert all(
            slowly.breaks(asked["people"], [made], wishes=asked["wishes"], rooms=asked["rooms"])
            for made in slowly.every_division(asked["people"], sizes)
        )


@settings(max_examples=40, deadline=None)
@given(slowly.kept())
def test_no_single_swap_improves_the_result(problem):
    asked = {key: problem[key] for key in ("people", "mix", "wishes", "rooms", "history")}
    division = divide(**asked, size=[len(group) or (0, 1) for group in problem["rounds"][0]], steps=STEPS, seconds=60)
    if division.conflict is not None:
        return
    for one, other in combinations([person.name for person in asked["people"]], 2):
        better = assess(**asked, rounds=swapped(division.rounds, 0, one, other))
        assert better.broken or better.cost >= division.cost - 1e-3


@pytest.mark.parametrize("seed", range(12))
def test_wishes_that_hold_somewhere_are_kept(seed):
    problem = planted(seed)
    division = divide(**problem, mix=[Spread("role")], steps=STEPS, seconds=60)
    assert division.conflict is None
    assert division.broken == ()


@pytest.mark.parametrize("seed", range(4))
def test_no_swap_improves_a_larger_division_of_two_rounds(seed):
    problem = planted(seed)
    groups = problem.pop("groups")
    problem["mix"] = [Spread("role"), Separate("role", weight=1)]
    division = divide(**problem, groups=groups, rounds=2, steps=STEPS, seconds=60)
    assert all(reasons for reasons in division.reasons)
    for number, one, other in [(r, a, b) for r in range(2) for a, b in combinations(range(24), 2)][::7]:
        names = problem["people"][one].name, problem["people"][other].name
        other_way = assess(**problem, rounds=swapped(division.rounds, number, *names))
        assert other_way.broken or other_way.cost >= division.cost - 1e-3


def test_the_best_division_of_a_few_is_found():
    chance = np.random.default_rng(7)
    for _ in range(5):
        upper = np.triu(chance.integers(0, 100, (8, 8)), 1)
        mix = [Distances((upper + upper.T).tolist())]
        everybody = people(8)
        best = min(
            slowly.cost(everybody, [made], mix=mix, history=History())
            for made in slowly.every_division(everybody, [(4, 4), (4, 4)])
        )
        assert divide(everybody, groups=2, mix=mix, steps=STEPS, seconds=60).cost == pytest.approx(best)


def test_the_same_seed_and_steps_give_the_same_groups():
    first, again, other = (
        divide(people(23), size=5, mix=[Spread("role")], steps=STEPS, seconds=60, seed=seed) for seed in (3, 3, 4)
    )
    assert first == again
    assert first.rounds != other.rounds
    assert not first.cut_short


def test_sizes_differ_by_one_at_most():
    for many, size, expected in ((23, 5, [4, 4, 5, 5, 5]), (22, 5, [5, 5, 6, 6]), (7, 7, [7])):
        division = divide(people(many), size=size, steps=STEPS, seconds=60)
        assert sorted(len(group) for group in division.rounds[0]) == expected


def test_eight_groups_of_four_meet_five_times_and_nobody_meets_twice():
    division = divide(people(32), groups=8, rounds=5, steps=1500, seconds=60)
    assert division.repeats == ()
    assert len(division.first_meetings) == 5 * 8 * 6


def test_people_meet_new_people_after_earlier_meetings():
    everybody = people(16)
    before = [[[person.name for person in everybody[at : at + 4]] for at in range(0, 16, 4)]]
    division = divide(everybody, groups=4, history=History.of(before), steps=STEPS, seconds=60)
    assert division.repeats == ()


def test_what_was_made_by_hand_is_mended_with_the_fewest_moves():
    start = [[[f"P{place:02}" for place in range(at, at + 5)] for at in range(0, 20, 5)]]
    division = divide(
        people(20), groups=4, start=start, wishes=[Apart(("P00", "P01"))], mix=[Spread("role")], steps=STEPS, seconds=60
    )
    moved = {name for made, group in zip(start[0], division.rounds[0], strict=True) for name in set(made) - set(group)}
    assert len(moved) == 2
    assert len(moved & {"P00", "P01"}) == 1


def test_a_newcomer_gets_a_place_and_nobody_moves():
    start = [[[f"P{place:02}" for place in range(at, at + 5)] for at in range(0, 20, 5)]]
    division = divide(people(21), groups=4, start=start, mix=[Spread("role")], steps=STEPS, seconds=60)
    for made, group in zip(start[0], division.rounds[0], strict=True):
        assert set(made) <= set(group)


def test_who_is_locked_stays_while_the_rest_is_divided():
    pins = [Pinned("P00", 3), Pinned("P01", 3), Pinned("P02", 1)]
    division = divide(people(12), groups=3, wishes=pins, mix=[Spread("role")], steps=STEPS, seconds=60)
    assert {"P00", "P01"} <= set(division.rounds[0][2])
    assert "P02" in division.rounds[0][0]


def test_a_group_does_not_wait_for_its_facilitator():
    everybody = [
        Participant("Ana", kinds={"role": "facilitator"}),
        Participant("Bo", kinds={"role": "facilitator"}),
        Participant("Chi", kinds={"role": "facilitator"}, partly=True),
        *people(6),
    ]
    division = divide(everybody, groups=2, wishes=[AtLeast(1, "role", "facilitator")], steps=STEPS, seconds=60)
    assert all({"Ana", "Bo"} & set(group) for group in division.rounds[0])


def test_only_those_who_are_there_are_divided():
    everybody = [*people(11), Participant("Late", rounds=frozenset({2}))]
    division = divide(everybody, groups=3, rounds=2, steps=STEPS, seconds=60)
    assert [sum(len(group) for group in groups) for groups in division.rounds] == [11, 12]
    assert "Late" in {name for group in division.rounds[1] for name in group}


def test_whoever_is_not_to_be_alone_is_spread_as_far_as_company_goes():
    kinds = ["lay"] * 5 + ["gp"] * 16
    everybody = [Participant(f"P{place:02}", kinds={"role": kind}) for place, kind in enumerate(kinds)]
    for seed in range(5):
        division = divide(
            everybody,
            groups=3,
            mix=[Spread("role")],
            wishes=[NotAlone("role", "lay")],
            steps=STEPS,
            seconds=60,
            seed=seed,
        )
        assert sorted(sum(name < "P05" for name in group) for group in division.rounds[0]) == [0, 2, 3]


def test_a_round_of_one_and_people_who_are_all_tied_to_somebody():
    everybody = [replace(person, rounds=frozenset({1})) for person in people(3)] + people(4)[3:]
    wishes = [Together(("P00", "P01")), Together(("P02", "P03"))]
    division = divide(everybody, size=[(0, 2), (0, 2)], rounds=2, wishes=wishes, steps=STEPS, seconds=60)
    assert {frozenset(group) for group in division.rounds[0]} == {frozenset({"P00", "P01"}), frozenset({"P02", "P03"})}
    assert sorted(len(group) for group in division.rounds[1]) == [0, 1]


def test_large_groups_are_looked_at_through_a_window():
    division = divide(people(300), groups=2, mix=[Spread("role")], steps=STEPS, seconds=60)
    assert division.cost == pytest.approx(4 * 2 * 10 * 0.5**2)


def test_a_moment_is_enough_for_an_answer():
    problem = planted(1)
    division = divide(**problem, mix=[Spread("role")], seconds=0.01)
    assert division.cut_short
    assert division.broken == ()


def test_wishes_that_contradict_each_other_are_told():
    everybody = [Participant(name, kinds={"role": "lay" if name < "D" else "gp"}) for name in "ABCDEFGH"]
    division = divide(everybody, groups=2, wishes=[AtLeast(2, "role", "lay")], steps=STEPS, seconds=60)
    assert division.rounds == ()
    assert division.conflict.sentences[0].startswith("Three people of role “lay” cannot be two in each of two groups.")
