from mindlines_analysis.grouping import (
    Apart,
    AtLeast,
    AtMost,
    History,
    NotAlone,
    Participant,
    Pinned,
    Room,
    Roomed,
    Sized,
    Together,
)


def test_each_wish_is_a_sentence():
    wishes = [
        Apart(("Ana", "Bo", "Chi")),
        Together(("Ana", "Bo")),
        Apart(tuple("abcdefghijklmno")),
        AtLeast(1, "role", "lay"),
        AtMost(2, "role", "lay"),
        NotAlone("role", "lay"),
        NotAlone("role"),
        Pinned("Ana", 2),
        Pinned("Ana", 2, round=3),
        Roomed("Ana", "step-free"),
        Roomed("Ana", ""),
        Sized(1, 5, 5),
        Sized(2, 4, 5),
    ]
    assert [wish.words for wish in wishes] == [
        "Ana, Bo and Chi are not in one group.",
        "Ana and Bo are in one group.",
        "a, b, c, d, e, f, g, h, i, j, k and 4 more are not in one group.",
        "Each group has at least 1 of role “lay”.",
        "Each group has at most 2 of role “lay”.",
        "Each group has nobody of role “lay”, or at least 2.",
        "Each group has nobody of one role, or at least 2.",
        "Ana stays in group 2.",
        "Ana stays in group 2 in round 3.",
        "Ana has a room that is step-free.",
        "Ana sits where they can.",
        "Group 1 has 5 people.",
        "Group 2 has 4 to 5 people.",
    ]


def test_meetings_long_ago_count_less():
    history = History.of([[["Ana", "Bo"], ["Chi"]], [["Bo", "Ana", "Chi"]]], fading=0.5, weight=2)
    assert history.met == {("Ana", "Bo"): 1.5, ("Ana", "Chi"): 1.0, ("Bo", "Chi"): 1.0}
    assert history.weight == 2


def test_a_room_suits_whoever_needs_what_it_has():
    hall, call = Room("Hall", has=frozenset({"step-free"})), Room("Call", only_for="online")
    ana, bo = Participant("Ana", needs=frozenset({"step-free"})), Participant("Bo", needs=frozenset({"online"}))
    assert [room.suits(person) for room in (hall, call) for person in (ana, bo)] == [True, False, False, True]
