from dataclasses import replace
from itertools import combinations

import pytest

from mindlines_analysis.grouping import (
    Apart,
    AtLeast,
    AtMost,
    NotAlone,
    Participant,
    Pinned,
    Room,
    Roomed,
    Together,
)
from mindlines_analysis.grouping._asked import ask
from mindlines_analysis.grouping._conflict import best_known, explained, solved
from mindlines_analysis.grouping._shape import Wanted

LAY, GP = {"constituency": "Lay members"}, {"constituency": "GPs"}
PEOPLE = [Participant(name, LAY if name in "ABC" else GP) for name in "ABCDEFGHIJ"]
STEP_FREE, PLAIN = Room("Hall", has=frozenset({"step-free"})), Room("Loft")


def conflict(asked, *, seconds):
    found = solved(asked, seconds=seconds)
    return explained(asked, found.relax) if found and found.relax else None


def why(people, wishes, *, groups=2, rooms=(), rounds=1):
    """The sentences of the conflict, without the last one, which names what to leave out."""
    asked = ask(people, shape=Wanted(groups=groups, rounds=rounds), wishes=wishes, rooms=rooms)
    found = conflict(asked, seconds=10)
    return found.sentences[:-1]


def needing(*names, need="step-free"):
    return [replace(person, needs=frozenset({need})) if person.name in names else person for person in PEOPLE]


KIND = ("constituency", "Lay members")


@pytest.mark.parametrize(
    ("wishes", "groups", "sentence"),
    [
        (
            [AtLeast(2, *KIND)],
            2,
            (
                "Three people of constituency “Lay members” cannot be two in each of two groups. "
                "Ask for at least one in each group, or make one group."
            ),
        ),
        (
            [AtLeast(1, *KIND)],
            4,
            "Three people of constituency “Lay members” cannot be one in each of four groups. Make three groups.",
        ),
        (
            [AtLeast(5, *KIND)],
            4,
            "Three people of constituency “Lay members” cannot be five in each of four groups. Leave this wish out.",
        ),
        (
            [AtMost(1, *KIND)],
            2,
            (
                "Three people of constituency “Lay members” cannot be at most one in each of two groups. "
                "Allow two in each group, or make three groups."
            ),
        ),
        (
            [AtLeast(1, "constituency", "Lay member")],
            2,
            (
                "Nobody of constituency “Lay member” is there, and each group is to have at least one. "
                "Add somebody, or leave this wish out. Perhaps “Lay members” was meant."
            ),
        ),
        (
            [NotAlone(*KIND, count=4)],
            2,
            (
                "Only three people of constituency “Lay members” are there, too few to be at least four in a group. "
                "Ask another to come, or leave this wish out."
            ),
        ),
        (
            [AtLeast(1, *KIND), NotAlone(*KIND)],
            2,
            (
                "Each group is to have somebody of constituency “Lay members” and nobody alone, but three people cannot be "
                "two in each of two groups. Let there be groups without, let somebody be alone, or make fewer groups."
            ),
        ),
        (
            [NotAlone(*KIND), AtMost(1, *KIND)],
            4,
            (
                "A group cannot have at least two and at most one people of constituency “Lay members”. "
                "Leave one of the two wishes out."
            ),
        ),
        (
            [AtLeast(1, *KIND), AtLeast(2, "constituency", "GPs")],
            3,
            None,
        ),
        (
            [AtLeast(1, *KIND), AtLeast(2, "constituency", "GPs"), AtLeast(1, "constituency", "GPs")],
            3,
            None,
        ),
    ],
)
def test_counts_say_what_cannot_be(wishes, groups, sentence):
    if sentence is None:
        assert conflict(ask(PEOPLE, shape=Wanted(groups=groups), wishes=wishes), seconds=10) is None
    else:
        assert why(PEOPLE, wishes, groups=groups)[0] == sentence


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        (
            [Apart(("A", "B")), Together(("A", "B"))],
            "A and B are to be together and apart. Leave one of these wishes out.",
        ),
        (
            [Apart(("A", "B")), Together(("A", "C")), Together(("C", "B"))],
            "A and B are to be together (through others) and apart. Leave one of these wishes out.",
        ),
        (
            [Together(tuple("ABCDEF"))],
            (
                "Six people who are to be together do not fit in a group of five: A, B, C, D and 2 more. "
                "Make larger groups, or let them part."
            ),
        ),
        (
            [Apart(("A", "B")), Apart(("B", "C")), Apart(("A", "C")), Apart(("C", "D"))],
            (
                "Three people who are all to be apart need three groups, and there are two: A, B and C. "
                "Make more groups, or let two of them meet."
            ),
        ),
        ([Pinned("A", 1), Pinned("A", 2)], "A is to stay in group 1 and in group 2. Keep one of the two."),
        (
            [Pinned("A", 1), Pinned("B", 2), Together(("A", "B"))],
            (
                "A is to stay in group 1 and B in group 2, but they are to be together. "
                "Free one of the two, or let them part."
            ),
        ),
        (
            [Pinned("A", 1), Pinned("B", 1), Apart(("A", "B"))],
            "A and B are to stay in group 1, and to be apart. Free one of the two, or let them meet.",
        ),
        (
            [Pinned(name, 2) for name in "ABCDEF"],
            (
                "Group 2 has at most five people, and six are to stay there: A, B, C, D and 2 more. "
                "Free some of them, or make the group larger."
            ),
        ),
    ],
)
def test_names_say_what_cannot_be(wishes, sentence):
    assert why(PEOPLE, wishes)[0] == sentence


@pytest.mark.parametrize(
    ("people", "wishes", "rooms", "sentence"),
    [
        (
            needing("A"),
            [],
            [PLAIN, PLAIN],
            "A needs a room that is step-free, and no group has one. Find another room, or arrange it with them.",
        ),
        (
            needing("A", "B"),
            [],
            [PLAIN, PLAIN],
            (
                "Two people need a room that is step-free, and no group has one: A and B. "
                "Find another room, or arrange it with them."
            ),
        ),
        (
            needing("A"),
            [],
            [PLAIN, Room("Call", has=frozenset({"step-free"}), only_for="online")],
            (
                "A needs a room that is step-free, and no room that is open to them has it all. "
                "Find another room, or arrange it with them."
            ),
        ),
        (
            needing(*"ABCDEF"),
            [],
            [STEP_FREE, PLAIN],
            (
                "Six people need a room that is step-free, and the group that has one holds five. "
                "Find another such room, or make those groups larger."
            ),
        ),
        (
            needing(*"ABCD", need="online"),
            [],
            [PLAIN, Room("Call", only_for="online")],
            (
                "The rooms only for those who need online have at least five people, and four people need it. "
                "Make those groups smaller, or fewer."
            ),
        ),
        (
            needing("A"),
            [Pinned("A", 2)],
            [STEP_FREE, PLAIN],
            (
                "A is to stay in group 2, whose room is not step-free, which they need. "
                "Choose another group for them, or another room."
            ),
        ),
        (
            needing(*"ABCDE", need="online"),
            [Pinned("J", 2)],
            [PLAIN, Room("Call", only_for="online")],
            "J is to stay in group 2, whose room is only for others. Choose another group for them, or another room.",
        ),
        (
            needing(*"ABCDE", need="online"),
            [Together(("A", "J"))],
            [PLAIN, Room("Call", only_for="online")],
            "No room suits all of A and J, who are to be together. Find a room that does, or let them part.",
        ),
    ],
)
def test_rooms_say_what_cannot_be(people, wishes, rooms, sentence):
    assert why(people, wishes, rooms=rooms)[0] == sentence


def test_wishes_by_name_that_agree_are_kept():
    wishes = [
        Together(("A", "B")),
        Together(("C", "D")),
        Apart(("A", "C")),
        Apart(("A", "C", "E")),
        Pinned("A", 1),
        Pinned("C", 2),
        Pinned("E", 3),
        Pinned("F", 1),
    ]
    assert conflict(ask(PEOPLE, shape=Wanted(groups=3), wishes=wishes), seconds=10) is None


def test_people_apart_from_two_others_each_may_still_fit_into_two_groups():
    square = [Apart(tuple(pair)) for pair in ("AB", "BC", "CD", "DA")]
    assert conflict(ask(PEOPLE, shape=Wanted(groups=2), wishes=square), seconds=10) is None


def test_what_is_asked_of_a_group_must_find_room_in_it():
    wishes = [AtLeast(1, *KIND), AtLeast(2, "constituency", "GPs")]
    asked = ask(PEOPLE, shape=Wanted(size=[2, 4, 4]), wishes=wishes)
    assert conflict(asked, seconds=10).sentences[0] == (
        "A group of two people has no room for at least two of constituency “GPs” and one of constituency "
        "“Lay members”. Make fewer and larger groups, or ask for less."
    )


def test_rooms_that_are_all_for_others_leave_no_place():
    rooms = [Room("Call", only_for="online")] * 2
    assert why(PEOPLE, [], rooms=rooms)[0].startswith(
        "Every room is only for others, so ten people have no place: A, B"
    )
    assert why(needing(*"ABCDEFGHI", need="online"), [], rooms=rooms)[0].startswith(
        "Every room is only for others, so J has no place."
    )


def test_those_who_come_late_are_not_relied_upon_and_the_sentence_says_so():
    late = [replace(person, partly=person.name in "AB") for person in PEOPLE]
    assert why(late, [AtLeast(1, *KIND)])[0].startswith(
        "One person of constituency “Lay members” who are there all the time cannot be one in each of two groups."
    )
    assert why(late, [NotAlone(*KIND)])[0].startswith(
        "Only one person of constituency “Lay members” is there all the time, too few"
    )
    late = [replace(person, partly=person.name in "ABC") for person in PEOPLE]
    assert why(late, [AtLeast(1, *KIND)])[0].startswith("Nobody of constituency “Lay members” is there all the time,")


def test_a_conflict_in_one_round_names_the_round():
    people = [replace(person, rounds=frozenset({1, 3})) if person.name in "AB" else person for person in PEOPLE]
    assert why(people, [AtLeast(1, *KIND)], rounds=3)[0].startswith(
        "One person of constituency “Lay members” cannot be one in each of two groups in round 2."
    )


def test_everybody_may_facilitate():
    people = [replace(person, kinds={"role": "facilitator"}) for person in PEOPLE]
    every = ask(people, shape=Wanted(groups=2), wishes=[AtLeast(1, "role", "facilitator")])
    assert conflict(every, seconds=10) is None
    assert solved(every, seconds=10).relax == ()
    assert why(people, [AtMost(1, "role", "facilitator")])[0].startswith("Ten people of role “facilitator” cannot be")


def test_what_nothing_simple_explains_is_still_named():
    wishes = [AtLeast(1, *KIND), Pinned("A", 1), Pinned("B", 1), Together(("B", "C"))]
    assert why(PEOPLE, wishes) == (
        (
            "With everything else that is asked, this cannot hold: "
            "Each group has at least 1 of constituency “Lay members”."
        ),
    )


def test_many_reasons_are_cut_short():
    wishes = [AtLeast(4, "constituency", f"kind {number}") for number in range(20)]
    found = conflict(ask(PEOPLE, shape=Wanted(groups=2), wishes=wishes), seconds=10)
    assert (len(found.relax), len(found.sentences)) == (20, 7)
    assert found.sentences[5] == "There are 15 more such reasons."
    assert found.sentences[6].startswith("Leave these 20 out, and there is a division: Each group has")
    assert found.sentences[6].endswith("And 14 more.")


def test_what_the_best_division_breaks_is_told_when_nothing_is_certain():
    asked = ask(PEOPLE, shape=Wanted(groups=2), wishes=[Apart(("A", "B")), Together(("A", "B")), AtLeast(2, *KIND)])
    certain = best_known(asked, broken=[Apart(("A", "B")), AtLeast(2, *KIND)], seconds=10)
    assert certain.proven and len(certain.sentences) == 3
    harmless = ask(PEOPLE, shape=Wanted(groups=2), wishes=[Apart(("A", "B"))])
    found = best_known(harmless, broken=[Apart(("A", "B"))], seconds=10)
    assert not found.proven
    assert found.sentences == (
        "No division was found that keeps every wish.",
        "Not kept so far: A and B are not in one group.",
    )


def test_without_time_nothing_is_certain():
    many = [Participant(str(number), LAY) for number in range(400)]
    wishes = [Apart((str(number), str(number + 200))) for number in range(200)]
    assert solved(ask(many, shape=Wanted(groups=200), wishes=wishes), seconds=10) is None
    asked = ask(PEOPLE, shape=Wanted(groups=2), wishes=[AtLeast(2, *KIND)])
    assert conflict(asked, seconds=1e-9) is None or conflict(asked, seconds=1e-9).proven


def test_one_set_of_wishes_is_relaxed_for_all_rounds():
    people = [replace(person, rounds=frozenset({1})) if person.name == "D" else person for person in PEOPLE]
    triangle = [Apart(pair) for pair in combinations("ABC", 2)]
    asked = ask(people, shape=Wanted(groups=2, rounds=2), wishes=[Pinned("A", 1, round=2), *triangle])
    found = solved(asked, seconds=10)
    assert len(found.relax) == 1
    assert [(places >= 0).sum() for places in found.places] == [10, 9]


def test_what_somebody_lacks_in_each_round_is_relaxed_once():
    people = [replace(person, rounds=frozenset({1})) if person.name == "D" else person for person in needing("A")]
    asked = ask(people, shape=Wanted(groups=2, rounds=2), rooms=[PLAIN, PLAIN])
    assert solved(asked, seconds=10).relax == (Roomed("A", "step-free"),)
