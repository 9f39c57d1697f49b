"""In which order people might be heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import Hand, Reason, suggest_order

GROUPS = ("lay", "clinicians", "managers")
PEOPLE = {"lay": 5, "clinicians": 5}
hands = st.lists(
    st.builds(
        Hand,
        key=st.uuids().map(str),
        group=st.sampled_from(GROUPS),
        person=st.sampled_from(["", "Bo", "Di", "Ana"]),
        waiting=st.floats(0, 900),
        has_spoken=st.integers(0, 4),
    ),
    max_size=12,
)


def order(*raised, turns, people=PEOPLE):
    return [each.key for each in suggest_order(raised, turns=turns, people=people)]


def test_a_group_that_nobody_has_heard_comes_before_people_who_wait_longer():
    raised = [Hand("ana", "clinicians", "Ana", 300), Hand("bo", "lay", "Bo", 5)]
    assert order(*raised, turns={"clinicians": 4}) == ["bo", "ana"]


def test_a_group_far_below_its_share_comes_before_one_below():
    raised = [Hand("cy", "managers", "Cy", 300), Hand("bo", "lay", "Bo", 5)]
    people = {"lay": 4, "managers": 4, "clinicians": 4}
    assert order(*raised, turns={"clinicians": 20, "managers": 7, "lay": 1}, people=people) == ["bo", "cy"]


def test_among_groups_with_their_share_those_who_have_not_spoken_come_first_and_then_who_waits_longest():
    raised = [
        Hand("one", "lay", "Bo", 50, 2),
        Hand("two", "clinicians", "Ana", 60, 9),
        Hand("three", "lay", "Di", 10),
    ]
    assert order(*raised, turns={"lay": 10, "clinicians": 10}) == ["three", "two", "one"]


def test_before_anybody_has_spoken_who_waits_longest_begins():
    raised = [Hand("bo", "lay", "Bo", 5), Hand("ana", "clinicians", "Ana", 9)]
    first, second = suggest_order(raised, turns={}, people=PEOPLE)
    assert (first.key, first.reasons) == ("ana", (Reason("person_unheard"), Reason("waiting", 9)))
    assert (second.key, second.reasons[0]) == ("bo", Reason("group_unheard"))


def test_many_hands_of_a_quiet_group_do_not_all_come_before_everybody_else():
    quiet = [Hand(f"lay {n}", "lay", f"Lay {n}", 10 - n) for n in range(5)]
    found = order(*quiet, Hand("ana", "clinicians", "Ana", 500), turns={"clinicians": 3, "lay": 0})
    assert found[0] == "lay 0" and found[-1] != "ana"


def test_a_second_hand_of_one_person_waits_for_those_who_have_not_spoken():
    raised = [Hand("bo 1", "lay", "Bo", 90), Hand("bo 2", "lay", "Bo", 80), Hand("di", "lay", "Di", 5)]
    assert order(*raised, turns={"lay": 9, "clinicians": 9}) == ["bo 1", "di", "bo 2"]


def test_people_without_a_name_are_not_taken_for_one_person():
    raised = [Hand("a", "lay", "", 90), Hand("b", "lay", "", 80), Hand("c", "lay", "Bo", 85, 1)]
    assert order(*raised, turns={"lay": 9, "clinicians": 9}) == ["a", "b", "c"]


def test_the_reasons_say_how_far_a_group_is_below():
    found = suggest_order([Hand("bo", "lay", "Bo", 30, 1)], turns={"lay": 1, "clinicians": 3}, people=PEOPLE)[0]
    assert found.reasons == (Reason("group_below", 0.5), Reason("waiting", 30)) and found.place == 1


def test_a_group_that_nobody_counted_is_there_all_the_same():
    raised = [Hand("guest", "guests", "Gil", 1), Hand("ana", "clinicians", "Ana", 90)]
    assert order(*raised, turns={"clinicians": 5}, people={"clinicians": 5}) == ["guest", "ana"]


@pytest.mark.parametrize(
    ("raised", "turns", "people", "argument"),
    [
        ([Hand("a", "lay", "", -1)], {}, {}, "hands"),
        ([Hand("a", "lay", "", 1), Hand("a", "lay", "", 2)], {}, {}, "hands: two have the same key"),
        ([], {"lay": -1}, {}, "turns"),
        ([], {}, {"lay": -1}, "people"),
    ],
)
def test_wrong_input_names_the_argument(raised, turns, people, argument):
    with pytest.raises(ValueError, match=argument):
        suggest_order(raised, turns=turns, people=people)


@given(hands, st.randoms(use_true_random=False))
def test_everybody_has_one_place_whatever_the_order_of_the_hands(raised, chance):
    turns, people = {"clinicians": 6, "lay": 1}, {"clinicians": 4, "lay": 4, "managers": 2}
    mixed = list(raised)
    chance.shuffle(mixed)
    found = suggest_order(raised, turns=turns, people=people)
    assert found == suggest_order(mixed, turns=turns, people=people)
    assert [each.place for each in found] == list(range(1, len(raised) + 1))
    assert {each.key for each in found} == {hand.key for hand in raised}
