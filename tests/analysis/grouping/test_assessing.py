import random
import time
from dataclasses import replace
from statistics import mean

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
    Reason,
    Room,
    Separate,
    Sized,
    Spread,
    Together,
    assess,
)
from mindlines_analysis.grouping._asked import ask
from mindlines_analysis.grouping._describing import describe
from mindlines_analysis.grouping._seats import places_of
from mindlines_analysis.grouping._shape import Wanted
from tests.analysis.grouping import slowly

ANA = Participant("Ana", {"role": "facilitator"})
BO = Participant("Bo", {"role": "lay"}, needs=frozenset({"step-free"}))
CHI = Participant("Chi", {"role": "lay"})
DEE = Participant("Dee", {"role": "facilitator"})
PEOPLE = [ANA, BO, CHI, DEE]
MIXED = [[["Ana", "Bo"], ["Chi", "Dee"]]]
APART = [[["Ana", "Dee"], ["Bo", "Chi"]]]


@given(slowly.divided())
@settings(deadline=None)
def test_costs_are_those_of_the_formulas(given):
    wanted = slowly.cost(given["people"], given["rounds"], mix=given["mix"], history=given["history"])
    found = assess(**given)
    assert found.cost == pytest.approx(wanted)
    assert sum(part.cost for part in found.parts) == pytest.approx(wanted)


@given(slowly.divided())
@settings(deadline=None)
def test_the_wishes_that_do_not_hold_are_found(given):
    wanted = slowly.breaks(given["people"], given["rounds"], wishes=given["wishes"], rooms=given["rooms"])
    assert {broken.wish for broken in assess(**given).broken} == wanted


@given(slowly.kept())
@settings(max_examples=30, deadline=None)
def test_people_are_content_when_no_swap_that_keeps_the_wishes_is_better(given):
    found = assess(**given)
    for name in found.reasons[0]:
        is_best = Reason("best") in found.reasons[0][name]
        assert is_best == (min(swapped(given, name), default=found.cost) >= found.cost - 1e-6)


def swapped(given, name):
    """The costs of all that can come of swapping `name` with somebody in the first round."""
    first = given["rounds"][0]
    own = next(group for group in first if name in group)
    for other in [other for group in first if group is not own for other in group]:
        exchange = {name: other, other: name}
        rounds = [[[exchange.get(each, each) for each in group] for group in first], *given["rounds"][1:]]
        found = assess(**{**given, "rounds": rounds})
        if not found.broken:
            yield found.cost


@given(slowly.kept())
@settings(max_examples=30, deadline=None)
def test_a_price_is_what_the_best_swap_saves_without_the_wish(given):
    given = {**given, "rounds": given["rounds"][:1]}
    found = assess(**given)
    names = list(found.reasons[0])
    kept = min((cost for name in names for cost in swapped(given, name)), default=found.cost)
    for price in found.prices:
        without = {**given, "wishes": [wish for wish in given["wishes"] if wish != price.wish]}
        best = min((cost for name in names for cost in swapped(without, name)), default=found.cost)
        assert price.saving == pytest.approx(max(0, min(kept, found.cost) - min(best, found.cost)), abs=1e-6)


@pytest.mark.parametrize(
    "mix", [Spread("role"), Separate("role"), Distances([[0, 1, 2, 3], [1, 0, 4, 5], [2, 4, 0, 6], [3, 5, 6, 0]])]
)
def test_lots_are_drawn_without_drawing_them(mix):
    drawn = []
    chance = random.Random(7)
    arguments = {"mix": [mix], "history": History({("Ana", "Bo"): 2})}
    names = ["Ana", "Bo", "Chi", "Dee"]
    for _ in range(600):
        rounds = [[chosen[:1], chosen[1:]] for chosen in (chance.sample(names, 4) for _ in range(3))]
        drawn.append(assess(PEOPLE, rounds=rounds, **arguments))
    for place in range(2):
        costs = [division.parts[place].cost for division in drawn]
        assert mean(costs) == pytest.approx(drawn[0].parts[place].by_lot, rel=0.12)


def test_lots_know_who_is_there_in_which_round():
    late = replace(CHI, rounds=frozenset({2}))
    found = assess([ANA, BO, late], rounds=[[["Ana", "Bo"]], [["Ana", "Bo", "Chi"]]])
    assert found.parts[-1].cost == found.parts[-1].by_lot == 6


def test_each_group_broken_is_named_with_the_people():
    found = assess(PEOPLE, rounds=APART, wishes=[AtLeast(1, "role", "lay"), AtMost(1, "role", "lay")])
    assert [(broken.groups, broken.people) for broken in found.broken] == [((1,), ()), ((2,), ("Bo", "Chi"))]
    assert found.broken[0].words == "Not so in group 1: Each group has at least 1 of role “lay”."


def test_whoever_comes_late_gets_a_place_and_nobody_relies_on_them():
    late = replace(DEE, partly=True)
    people = [ANA, BO, CHI, late]
    assert [b.groups for b in assess(people, rounds=MIXED, wishes=[AtLeast(1, "role", "facilitator")]).broken] == [(2,)]
    assert [b.groups for b in assess(people, rounds=APART, wishes=[NotAlone("role", "facilitator")]).broken] == [(1,)]


def test_rooms_are_for_those_who_need_them():
    rooms = [Room("Hall"), Room("Call", only_for="online")]
    found = assess(PEOPLE, rounds=MIXED, rooms=rooms)
    assert [broken.wish.words for broken in found.broken] == [
        "Bo has a room that is step-free.",
        "Chi sits where they can.",
        "Dee sits where they can.",
    ]


def test_everybody_can_read_why_they_are_there():
    found = assess(
        PEOPLE,
        rounds=[*MIXED, *MIXED],
        mix=[Spread("role")],
        wishes=[Pinned("Ana", 1), Apart(("Ana", "Dee")), Together(("Ana", "Bo")), AtLeast(1, "role", "lay")],
        rooms=[Room("Hall", has=frozenset({"step-free"})), Room("Loft")],
    )
    words = {name: [reason.words for reason in why] for name, why in found.reasons[0].items()}
    assert words["Ana"] == [
        "Was put here by hand.",
        "Sits with Bo, as wished.",
        "Does not sit with Dee, as wished.",
        "Brings role “facilitator” to this group.",
        "Meets 1 for the first time: Bo.",
        "No swap with anybody elsewhere would be better.",
    ]
    assert words["Bo"][:3] == [
        "Needs a room that is step-free.",
        "Sits with Ana, as wished.",
        "Is needed here for role “lay”.",
    ]
    assert all(reason.kind != "new" for reason in found.reasons[1]["Ana"])
    assert (len(found.first_meetings), len(found.repeats)) == (2, 2)


def test_a_share_is_a_reason_where_a_group_would_have_too_few_without():
    found = assess(PEOPLE, rounds=[[["Ana", "Bo", "Chi", "Dee"]]], mix=[Spread("role")])
    assert Reason("share", by="role", value="lay") in found.reasons[0]["Bo"]


def test_numbers_are_spread_in_bands_that_can_be_read():
    people = [Participant(name, numbers={"years": years}) for name, years in zip("abcd", (1, 2, 8, 9), strict=True)]
    found = assess([*people, Participant("e")], rounds=[[["a", "c"], ["b", "d", "e"]]], mix=[Spread("years", bands=2)])
    assert found.reasons[0]["a"][0] == Reason("only", by="years", value="1 to 2")
    assert found.cost == pytest.approx(10 * 4 * 0.2**2)


def test_whoever_has_no_place_is_not_counted_and_a_note_says_so():
    people = [*PEOPLE, Participant("Eli", rounds=frozenset({2}))]
    found = assess(people, rounds=[[["Ana", "Eli"], ["Bo", "Chi"]], [[], []]])
    assert found.rounds == ((("Ana",), ("Bo", "Chi")), ((), ()))
    assert found.notes[:2] == (
        "Not there in round 1, and not counted there: Eli.",
        "No place in round 1, and not counted there: Dee.",
    )


def test_a_round_without_anybody_and_people_without_a_place_are_no_hindrance():
    found = assess(
        PEOPLE,
        rounds=[[["Ana", "Bo"], ["Chi"]], [[], []]],
        rooms=[Room("Hall", has=frozenset({"step-free"})), Room("Loft")],
        wishes=[Pinned("Ana", 1, round=1), Pinned("Dee", 1), Together(("Chi", "Dee")), Apart(("Ana", "Dee"))],
        mix=[Spread("role")],
        history=History({("Ana", "Dee"): 1, ("Ana", "Bo"): 1}),
    )
    assert found.broken == ()
    assert found.parts[-1].cost == 6
    assert found.reasons[1] == {}


def test_a_group_that_is_not_as_large_as_asked_is_named():
    asked = ask(PEOPLE, shape=Wanted(size=[3, 1]))
    (broken,) = describe(asked, places_of(asked, [{"Ana": 0, "Bo": 0, "Chi": 1}])).broken[:1]
    assert (broken.wish, broken.groups, broken.people) == (Sized(1, 3, 3), (1,), ())


def test_sixty_people_are_judged_at_once_and_two_thousand_soon():
    for many, seconds in ((60, 0.05), (2000, 0.5)):
        people = [Participant(str(i), {"role": "abc"[i % 3]}, numbers={"years": i % 31}) for i in range(many)]
        rounds = [[[str(i) for i in range(g, many, many // 6)] for g in range(many // 6)]]
        met = History({(str(i), str(i + j)): 1 for i in range(0, many - 9, 2) for j in range(1, 9)})
        mix = [Spread("role"), Spread("years"), Separate("role")]
        wishes = [AtLeast(1, "role", "a"), NotAlone("role"), Apart(("0", "1"))]
        took = []
        for _ in range(3):
            start = time.perf_counter()
            found = assess(people, rounds=rounds, mix=mix, wishes=wishes, history=met)
            took.append(time.perf_counter() - start)
        assert min(took) < 2 * seconds
        assert bool(found.prices) == (many == 60)
