"""How voices are shared between groups and among people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import Band, Voice, equality

MEETING = [
    Voice("Bo", "lay", turns=2, words=40, seconds=20.0, questions=2, first=600.0),
    Voice("Di", "lay"),
    Voice("Eve", "lay"),
    Voice("Ana", "clinicians", turns=8, words=360, seconds=180.0, questions=1, first=5.0),
]
voices = st.lists(
    st.builds(
        Voice,
        person=st.uuids().map(str),
        group=st.sampled_from(["lay", "clinicians", "managers"]),
        turns=st.integers(0, 9),
    ),
    max_size=25,
    unique_by=lambda voice: voice.person,
)


def test_each_group_is_told_with_everybody_who_was_there():
    lay, clinicians = equality(MEETING).groups
    assert (lay.people, lay.turns, lay.words, lay.seconds, lay.questions) == (3, 2, 40, 20.0, 2)
    assert (lay.share.value, lay.parity.value, lay.band) == (0.2, pytest.approx(0.2667, abs=1e-4), Band.FAR_BELOW)
    assert (lay.breadth.value, lay.first.value, lay.question_share.value) == (pytest.approx(1 / 3), 600, 1)
    assert (clinicians.share.value, clinicians.band, clinicians.question_share.value) == (0.8, Band.FAR_ABOVE, 0.125)


def test_the_answer_depends_on_what_is_counted():
    turns, words = equality(MEETING), equality(MEETING, unit="words")
    assert (turns.groups[0].share.value, words.groups[0].share.value) == (0.2, 0.1)
    assert words.gini.value > turns.gini.value
    assert words.entropy.value < turns.entropy.value and words.dominance.value > turns.dominance.value


def test_groups_that_should_have_been_there_are_named():
    found = equality(MEETING, groups=("managers", "lay"))
    assert [group.name for group in found.groups] == ["managers", "lay", "clinicians"]
    managers = found.groups[0]
    assert (managers.people, managers.turns, managers.band, managers.share.value) == (0, 0, None, 0)
    assert {managers.parity.reason, managers.breadth.reason, managers.first.reason, managers.question_share.reason} == {
        "nobody of this group was there"
    }


def test_what_is_not_known_is_not_available_and_never_zero():
    found = equality([Voice("Bo", "lay", turns=1), Voice("Di", "lay")], unit="seconds")
    assert (found.gini.value, found.gini.reason) == (None, "seconds are not known for 1 of 2 people")
    lay = found.groups[0]
    assert (lay.seconds, lay.words, lay.questions, lay.share.value, lay.band) == (None, None, None, None, None)
    assert lay.breadth.value == 0.5 and lay.first.reason == "times are not known"
    assert lay.question_share.reason == "questions are not known"
    only_time = equality([Voice("Bo", "lay", turns=None, seconds=4.0), Voice("Di", "lay", turns=None)])
    assert only_time.entropy.reason == "turns are not known"
    assert only_time.groups[0].turns is None
    assert only_time.groups[0].breadth.reason == "for some people it is not known whether they contributed"


def test_a_group_that_was_silent_is_far_below_and_has_no_first_word():
    lay = equality([Voice("Bo", "lay"), Voice("Ana", "clinicians", turns=3)]).groups[0]
    assert (lay.parity.value, lay.band, lay.breadth.value) == (0, Band.FAR_BELOW, 0)
    assert {lay.first.reason, lay.question_share.reason} == {"nobody of this group contributed"}


def test_in_a_silent_meeting_nothing_is_shared():
    found = equality([Voice("Bo", "lay"), Voice("Ana", "clinicians")])
    assert {found.gini.reason, found.groups[0].share.reason, found.groups[0].parity.reason} == {"nobody contributed"}


def test_wrong_input_names_the_argument():
    with pytest.raises(ValueError, match="unit: one of turns, words, seconds"):
        equality(MEETING, unit="minutes")
    with pytest.raises(ValueError, match="voices: a person stands in them twice"):
        equality([MEETING[0], MEETING[0]])


@given(voices, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(people, chance):
    mixed = list(people)
    chance.shuffle(mixed)
    one, other = equality(people), equality(mixed)
    assert one.gini == other.gini
    assert {group.name: group for group in one.groups} == {group.name: group for group in other.groups}


@given(voices.filter(lambda people: any(voice.turns for voice in people)))
def test_everybody_is_counted_and_all_shares_make_the_whole(people):
    found = equality(people)
    assert sum(group.people for group in found.groups) == len(people)
    assert sum(group.share.value for group in found.groups) == pytest.approx(1)
    assert sum(group.parity.value * group.people for group in found.groups) / len(people) == pytest.approx(1)
