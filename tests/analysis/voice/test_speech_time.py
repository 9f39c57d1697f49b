"""Speech, overlap and silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import Utterance, speech_time

seconds = st.integers(0, 60)
pieces = st.lists(
    st.builds(
        lambda speaker, start, long: Utterance(speaker, float(start), float(start + long)),
        st.sampled_from(["Ana", "Bo", "Di"]),
        seconds,
        seconds,
    ),
    min_size=1,
    max_size=15,
)


def values(found):
    return found.any_speech.value, found.overlap_seconds.value, found.silence_seconds.value, found.length.value


def test_overlap_is_counted_for_each_and_once_for_all():
    found = speech_time([Utterance("Ana", 10, 20), Utterance("Bo", 15, 25), Utterance("Di", 18, 19)], length=60)
    assert found.speakers == {"Ana": 10, "Bo": 10, "Di": 1}
    assert values(found) == (15, 5, 45, 60)


def test_one_persons_pieces_do_not_overlap_with_each_other():
    assert values(speech_time([Utterance("Ana", 0, 10), Utterance("Ana", 5, 12)])) == (12, 0, 0, 12)


def test_without_a_length_the_first_word_and_the_last_are_its_ends():
    assert values(speech_time([Utterance("Ana", 10, 20), Utterance("Bo", 30, 40)])) == (20, 0, 10, 30)


def test_a_length_that_is_too_short_for_the_transcript_gives_way():
    assert speech_time([Utterance("Ana", 0, 20)], length=19.5).length.value == 20


def test_who_is_not_named_still_breaks_the_silence():
    found = speech_time([Utterance("", 0, 4), Utterance("", 2, 6)], length=10)
    assert (found.any_speech.value, found.silence_seconds.value) == (6, 4)
    assert found.overlap_seconds.reason == "the transcript does not say who speaks"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([], "the transcript holds nothing that was said"),
        ([Utterance("Ana", None, None)], "the transcript has no times"),
        ([Utterance("Ana", 0, 1), Utterance("Bo", 1, None)], "1 of 2 pieces of the transcript have no times"),
    ],
)
def test_without_times_there_is_a_reason_and_no_number(row, reason):
    found = speech_time(row, length=60)
    assert values(found) == (None, None, None, None) and found.speakers == {}
    assert found.silence_seconds.reason == reason


def test_wrong_input_names_the_argument():
    with pytest.raises(ValueError, match="length"):
        speech_time([], length=-1)
    with pytest.raises(ValueError, match="utterances"):
        speech_time([Utterance("Ana", 2, 1)])


@given(pieces, st.randoms(use_true_random=False))
def test_counting_each_second_gives_the_same(row, chance):
    mixed = list(row)
    chance.shuffle(mixed)
    at = [{each.speaker for each in row if each.start <= second < each.end} for second in range(120)]
    found = speech_time(mixed, length=120)
    assert values(found) == (sum(map(bool, at)), sum(len(names) > 1 for names in at), at.count(set()), 120)
    for speaker, spoken in found.speakers.items():
        assert spoken == sum(speaker in names for names in at)
