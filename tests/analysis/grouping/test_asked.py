import random
import time
from dataclasses import replace

import numpy as np
import pytest

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
    Roomed,
    Separate,
    Sized,
    Spread,
    Together,
    assess,
)
from mindlines_analysis.grouping._asked import ask, check_effort
from mindlines_analysis.grouping._shape import Wanted

NAN = float("nan")
ANA = Participant("Ana", {"role": "facilitator"}, {"years": 3})
BO = Participant("Bo", {"role": "lay"}, {"years": 5})
CHI = Participant("Chi", {"role": "lay"})
DEE = Participant("Dee", {"role": ""})
PEOPLE = [ANA, BO, CHI, DEE]
FAR = [[0, 1, 2, 3], [1, 0, 1, 2], [2, 1, 0, 1], [3, 2, 1, 0]]


def asked(people=PEOPLE, *, groups=2, size=None, rounds=1, start=(), **more):
    return ask(people, shape=Wanted(groups=groups, size=size, rounds=rounds, start=start), **more)


def changed(i, j, value):
    rows = [list(row) for row in FAR]
    rows[i][j] = value
    return rows


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"people": []}, "people: nobody cannot be divided; give at least two people"),
        ({"people": [ANA]}, "people: one person alone cannot be divided; give at least two people"),
        ({"people": [ANA, BO, ANA]}, "people: “Ana” is there twice; give each person a name of their own"),
        ({"people": [ANA, Participant(" ")]}, "people: somebody has no name; give each person a name of their own"),
        (
            {"people": [BO, Participant("Ana", numbers={"years": NAN})]},
            "people: years of “Ana” is nan; give a number, or leave it out",
        ),
        ({"groups": None}, "groups, size: say how many groups there shall be, or how many people in each"),
        ({"groups": 0}, "groups: 0 is not a whole number of at least 1"),
        ({"groups": 1.5}, "groups: 1.5 is not a whole number of at least 1"),
        ({"groups": True}, "groups: True is not a whole number of at least 1"),
        ({"groups": 5}, "groups: 5 groups are more than the 4 people of round 1; ask for fewer"),
        ({"groups": 2, "size": 3}, "groups, size: the two contradict each other; give only one of them"),
        ({"groups": 3, "size": [2, 2]}, "groups, size: the two contradict each other; give only one of them"),
        ({"groups": None, "size": 0}, "size: 0 is not a whole number of at least 1"),
        ({"groups": None, "size": []}, "size: the list is empty; give the size of at least one group"),
        (
            {"size": [2, 3]},
            (
                "size: the groups add up to 5 people, and 4 are there in round 1; change the sizes, or give least and most "
                "of each group"
            ),
        ),
        (
            {"size": [(1, 1), (0, 2)]},
            (
                "size: the groups add up to 1 to 3 people, and 4 are there in round 1; change the sizes, or give least and "
                "most of each group"
            ),
        ),
        (
            {"size": [(3, 2), 2]},
            "size: at least 3 and at most 2 cannot both be; write the smaller number first",
        ),
        ({"rounds": 0}, "rounds: 0 is not a whole number of at least 1"),
        (
            {"people": [replace(person, rounds=frozenset({1})) for person in PEOPLE], "rounds": 2},
            "rounds: nobody is there in round 2; leave it out",
        ),
        ({"rooms": [Room()]}, "rooms: 1 for 2 groups; give one room for each group"),
        ({"start": [[["Ana", "Bob"], []]]}, "start: “Bob” is not among the people; perhaps “Bo”"),
        ({"start": [[["Ana"], ["Ana"]]]}, "start: “Ana” has two places in round 1; leave one"),
        ({"start": [[["Ana"], []], []]}, "start: it has 2 rounds, and 1 are asked for"),
        ({"start": [[[], [], []]]}, "start: round 1 has 3 groups, and 2 are asked for"),
    ],
)
def test_people_and_groups_that_cannot_be_meant_are_refused(arguments, sentence):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 -- the whole sentence is compared below
        asked(**arguments)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (Apart(("Ana", "Zoe")), "wishes: “Zoe” is not among the people"),
        (Together(("Ana", "Anna")), "wishes: “Anna” is not among the people; perhaps “Ana”"),
        (Apart(("Ana", "Ana")), "wishes: “Ana” alone cannot be kept apart; name at least two people"),
        (Together(()), "wishes: nobody cannot be kept together; name at least two people"),
        (Pinned("Chu", 1), "wishes: “Chu” is not among the people; perhaps “Chi”"),
        (Pinned("Chi", 3), "wishes: “Chi” is to stay in group 3; choose one of the groups 1 to 2"),
        (Pinned("Chi", 1, round=2), "wishes: “Chi” is to stay in a group of round 2; choose one of 1 to 1"),
        (AtLeast(0, "role", "lay"), "wishes, count of role: 0 is not a whole number of at least 1"),
        (AtMost(1, "rule", "lay"), "wishes: “rule” is not known of anybody; perhaps “role”"),
        (NotAlone("years"), "wishes: “years” is not known of anybody"),
        (Roomed("Ana", "x"), "wishes: rooms and sizes are arguments of their own; leave Roomed and Sized out"),
        (Sized(1, 2, 2), "wishes: rooms and sizes are arguments of their own; leave Roomed and Sized out"),
    ],
)
def test_hard_wishes_that_cannot_be_meant_are_refused(wish, sentence):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 -- the whole sentence is compared below
        asked(wishes=[wish])
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (Spread("role", weight=-1), "mix, weight of role: -1 is not a finite number of at least 0"),
        (Spread("role", weight=NAN), "mix, weight of role: nan is not a finite number of at least 0"),
        (Spread("roles"), "mix: “roles” is not known of anybody; perhaps “role”"),
        (Spread("years", bands=0), "mix, bands of years: 0 is not a whole number of at least 1"),
        (Separate("years"), "mix: “years” is a number, and only kinds can be kept separate; use Spread for it"),
        (Separate("home"), "mix: “home” is not known of anybody"),
        (Distances(FAR, weight=float("inf")), "mix, weight of the distances: inf is not a finite number of at least 0"),
        (Distances(FAR[:3]), "distances: the table is not square; give each person one row and one column"),
        (Distances([]), "distances: the table is not square; give each person one row and one column"),
        (Distances([[0, 1], [1, 0]]), "distances: the table has 2 rows for 4 people; give each one row"),
        (
            Distances(changed(0, 1, NAN)),
            "distances: that of “Ana” and “Bo” is not a number; give a finite number",
        ),
        (
            Distances(changed(1, 2, -1)),
            "distances: that of “Bo” and “Chi” is negative; give numbers of at least 0",
        ),
        (Distances(changed(3, 0, 9)), "distances: that of “Ana” and “Dee” is not the same both ways"),
    ],
)
def test_soft_wishes_that_cannot_be_meant_are_refused(part, sentence):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 -- the whole sentence is compared below
        asked(mix=[part])
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("history", "sentence"),
    [
        (History(weight=-1), "history, weight: -1 is not a finite number of at least 0"),
        (History({("Ana", "Ana"): 1}), "history: “Ana” cannot meet themselves; name two people"),
        (
            History({("Ana", "Bo"): NAN}),
            "history: “Ana” and “Bo” met nan times; give a finite number of at least 0",
        ),
        (
            History({("Ana", "Bo"): 1, ("Bo", "Ana"): 2}),
            "history: “Bo” and “Ana” are there twice; give each pair once",
        ),
    ],
)
def test_a_history_that_cannot_be_meant_is_refused(history, sentence):
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 -- the whole sentence is compared below
        asked(history=history)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("seconds", "steps", "sentence"),
    [
        (0, None, "seconds: there must be some time; give more than 0"),
        (NAN, None, "seconds: nan is not a finite number of at least 0"),
        (1, 0, "steps: 0 is not a whole number of at least 1"),
    ],
)
def test_no_time_and_no_steps_are_refused(seconds, steps, sentence):
    with pytest.raises(ValueError, match=sentence):
        check_effort(seconds, steps)
    check_effort(1, 10)
    check_effort(0.2, None)


def test_hand_made_groups_need_a_round_and_a_group():
    for rounds in ([], [[]]):
        with pytest.raises(ValueError, match="at least one round, and one group in each"):
            assess(PEOPLE, rounds=rounds)


@pytest.mark.parametrize(
    ("many", "shape", "sizes"),
    [
        (7, {"groups": 2}, ((3, 4), (3, 4))),
        (8, {"groups": 2}, ((4, 4), (4, 4))),
        (7, {"size": 3}, ((3, 4), (3, 4))),
        (8, {"size": 3}, ((2, 3), (2, 3), (2, 3))),
        (5, {"size": 2}, ((1, 2), (1, 2), (1, 2))),
        (2, {"size": 9}, ((2, 2),)),
        (7, {"groups": 2, "size": 4}, ((3, 4), (3, 4))),
        (7, {"size": [3, (2, 5)]}, ((3, 3), (2, 5))),
        (7, {"groups": 2, "size": [3, 4]}, ((3, 3), (4, 4))),
    ],
)
def test_sizes_are_equal_within_one_or_given(many, shape, sizes):
    people = [Participant(str(number)) for number in range(many)]
    assert ask(people, shape=Wanted(**shape)).sizes == (sizes,)


def test_the_groups_of_a_round_are_as_large_as_those_there_allow():
    people = [Participant(str(number), rounds=frozenset({1}) if number < 3 else None) for number in range(9)]
    found = asked(people, groups=None, size=3, rounds=2)
    assert found.sizes == (((3, 3),) * 3, ((2, 2),) * 3)
    assert found.there == (tuple(range(9)), tuple(range(3, 9)))
    assert (found.groups, found.index["4"]) == (3, 4)


def test_wishes_are_kept_once_and_for_each_kind_that_enough_people_share():
    wishes = [Apart(("Ana", "Bo", "Ana")), Apart(("Ana", "Bo")), NotAlone("role"), NotAlone("role", "lay")]
    assert asked(wishes=wishes).wishes == (Apart(("Ana", "Bo")), NotAlone("role", "lay"))


def test_kinds_of_which_too_few_are_there_all_the_time_may_be_alone_and_a_note_says_so():
    for away in (replace(CHI, rounds=frozenset({1})), replace(CHI, partly=True)):
        found = asked([ANA, BO, away, DEE], rounds=2, wishes=[NotAlone("role")])
        assert found.wishes == ()
        assert found.notes[0].startswith("Too few of role “lay” are there in round")


def test_notes_say_what_has_nothing_to_hold_on_to():
    people = [
        replace(ANA, needs=frozenset({"quiet"})),
        BO,
        replace(CHI, rounds=frozenset({1})),
        DEE,
        Participant("Eli", rounds=frozenset({9})),
    ]
    found = asked(
        people,
        rounds=2,
        wishes=[
            Pinned("Chi", 1, round=2),
            Pinned("Chi", 2, round=1),
            AtMost(1, "role", "nurse"),
            AtLeast(1, "role", "no"),
        ],
        history=History({("Ana", "Zoe"): 2, ("Yan", "Zoe"): 1, ("Bo", "Ana"): 1, ("Bo", "Chi"): 0}),
        start=[[["Ana", "Eli"], ["Bo"]]],
    )
    assert found.notes == (
        "Not there in round 1, and not counted there: Eli.",
        "Not there in any round: Eli.",
        "No rooms are given, so nobody saw to the needs of Ana.",
        "Chi is to stay in group 1 of round 2, and is not there then.",
        "Nobody is of role “nurse”.",
        "Of the history, 2 are not here: Zoe and Yan.",
    )
    assert found.start == ({"Ana": 0, "Bo": 1},)
    assert found.history.met == {("Bo", "Ana"): 1}


def test_an_empty_kind_is_none():
    assert asked().people[3].kinds == {}


def test_two_thousand_people_with_five_hundred_wishes_are_checked_at_once():
    chance = random.Random(7)
    people = [Participant(f"p{number}", {"role": chance.choice("abcde")}, {"years": number}) for number in range(2000)]
    wishes = [Apart((f"p{number}", f"p{number + 900}")) for number in range(500)]
    met = {(f"p{number}", f"p{number + ahead}"): 1.0 for number in range(1900) for ahead in range(1, 10)}
    took = []
    for _ in range(3):
        start = time.perf_counter()
        found = asked(
            people, groups=250, wishes=[*wishes, NotAlone("role")], history=History(met), mix=[Spread("years")]
        )
        took.append(time.perf_counter() - start)
    assert (len(found.wishes), len(found.history.met)) == (505, len(met))
    assert min(took) < 0.2
    far = np.ones((500, 500))
    assert asked(people[:500], groups=50, mix=[Distances(far)]).mix[0].values is far
