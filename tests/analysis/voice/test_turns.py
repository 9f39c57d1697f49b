"""From pieces of a transcript to turns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import Utterance, merge_turns

cues = st.lists(
    st.builds(
        lambda speaker, start, long, text: Utterance(speaker, start, start + long, text),
        st.sampled_from(["Ana", "Bo", ""]),
        st.integers(0, 500).map(float),
        st.integers(0, 30).map(float),
        st.sampled_from(["", "yes", "what does this mean?"]),
    ),
    max_size=40,
)


def test_cues_of_one_speaker_are_one_turn_in_the_order_in_which_they_begin():
    turns = merge_turns(
        [Utterance("Ana", 9, 12, "Thank you."), Utterance("Bo", 0, 4, "I would"), Utterance("Bo", 5, 8, "like to say")]
    )
    assert [(turn.speaker, turn.start, turn.end, turn.seconds, turn.words, turn.utterances) for turn in turns] == [
        ("Bo", 0, 8, 7, 5, 2),
        ("Ana", 9, 12, 3, 2, 1),
    ]


def test_somebody_elses_word_in_between_ends_a_turn():
    row = [Utterance("Bo", 0, 4), Utterance("Ana", 1, 2), Utterance("Bo", 4, 6)]
    assert [turn.speaker for turn in merge_turns(row)] == ["Bo", "Ana", "Bo"]


@pytest.mark.parametrize(("pause", "count"), [(None, 1), (60, 1), (59, 2), (0, 2)])
def test_a_long_pause_ends_a_turn_if_asked(pause, count):
    assert len(merge_turns([Utterance("Bo", 0, 4), Utterance("Bo", 64, 70)], pause=pause)) == count


def test_a_pause_counts_from_the_last_end_of_overlapping_cues():
    row = [Utterance("Bo", 0, 20), Utterance("Bo", 1, 2), Utterance("Bo", 21, 22)]
    assert [turn.seconds for turn in merge_turns(row, pause=1)] == [21]


def test_without_times_turns_stand_as_they_are_and_seconds_are_not_known():
    turns = merge_turns([Utterance("Bo", None, None, "One two"), Utterance("Ana", 3, 4, "three?")], pause=0)
    assert [(turn.seconds, turn.end, turn.words, turn.is_question) for turn in turns] == [
        (None, None, 2, False),
        (1, 4, 1, True),
    ]


def test_without_text_words_are_not_known():
    assert merge_turns([Utterance("Bo", 0, 4)])[0].words is None


@pytest.mark.parametrize("mark", ["?", "？", "؟", "⸮", "՞", "\u037e"])
def test_questions_are_known_by_their_mark_in_any_script(mark):
    assert merge_turns([Utterance("Bo", 0, 1, f"so{mark}")])[0].is_question
    assert not merge_turns([Utterance("Bo", 0, 1, "so; then.")])[0].is_question


def test_nothing_gives_nothing():
    assert merge_turns([]) == ()


def test_wrong_input_names_the_argument():
    with pytest.raises(ValueError, match="pause"):
        merge_turns([], pause=-1)
    with pytest.raises(ValueError, match="utterances: one goes from 4 to 3 seconds"):
        merge_turns([Utterance("Bo", 4, 3)])


@given(cues, st.none() | st.integers(0, 100))
def test_no_word_is_lost_and_no_second_is_made(row, pause):
    turns = merge_turns(row, pause=pause)
    assert sum(turn.utterances for turn in turns) == len(row)
    assert sum(turn.words or 0 for turn in turns) == sum(each.words for each in row)
    assert sum(turn.seconds for turn in turns) <= sum(each.end - each.start for each in row) + 1e-9
    if pause is None:
        assert all(one.speaker != other.speaker for one, other in pairwise(turns))
