"""From a transcript and attendance to voices."""

import pytest

from mindlines_analysis.voice import Utterance, voices

SAID = [
    Utterance("Bo's phone", 10, 12, "Hello?"),
    Utterance("Bo Lee", 12, 15, "Can you hear me?"),
    Utterance("Somebody", 15, 16, "Yes."),
    Utterance("Bo Lee", 16, 20, "Good."),
    Utterance("Di", 30, 31, "I am called like another person's key."),
]


def test_two_names_of_one_person_are_one_voice_and_a_stranger_ends_the_turn():
    found = voices(SAID, present={"Bo": "lay", "Di": "lay"}, speakers={"Bo's phone": "Bo", "Bo Lee": "Bo"})
    bo, di = found
    assert (bo.turns, bo.words, bo.seconds, bo.questions, bo.first) == (2, 6, 9, 1, 10)
    assert (di.turns, di.words, di.seconds, di.first) == (0, 0, 0, None)


def test_a_pause_ends_a_turn_if_asked():
    row = [Utterance("Bo", 0, 1), Utterance("Bo", 9, 10)]
    assert voices(row, present={"Bo": "lay"}, speakers={"Bo": "Bo"}, pause=5)[0].turns == 2


def test_without_text_or_times_words_or_seconds_are_not_known():
    present, speakers = {"Bo": "lay"}, {"Bo": "Bo"}
    without_text = voices([Utterance("Bo", 0, 4)], present=present, speakers=speakers)[0]
    assert (without_text.words, without_text.questions, without_text.seconds) == (None, None, 4)
    without_times = voices([Utterance("Bo", None, None, "Hi")], present=present, speakers=speakers)[0]
    assert (without_times.words, without_times.seconds, without_times.first) == (1, None, None)


def test_in_an_empty_transcript_everybody_is_silent():
    assert voices([], present={"Bo": "lay"}, speakers={})[0].turns == 0


def test_a_name_cannot_stand_for_somebody_who_was_not_there():
    with pytest.raises(ValueError, match="present: nobody called Cy"):
        voices(SAID, present={"Bo": "lay"}, speakers={"Somebody": "Cy"})
