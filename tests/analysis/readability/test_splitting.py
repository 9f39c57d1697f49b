import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.readability import sentences, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It hurts. It helps.", 2),
        ("Walk 3.5 miles a day.", 1),
        ("Bring something, e.g. a letter.", 1),
        ("Dr. Smith met Mrs. Jones at St. Mary’s.", 1),
        ("J. Smith and A. B. Jones wrote it.", 1),
        ("He takes vitamin C. It helps.", 2),
        ("We looked at Smith et al. They found nothing.", 2),
        ("It was found by Smith et al. Jones agreed.", 1),
        ("Meet at 9 a.m. The room is upstairs.", 2),
        ("Meet at 9 a.m. on Tuesday.", 1),
        ("“Why?” she asked.", 1),
        ("“Why?” She asked again.", 2),
        ("He said “stop.” Then he left.", 2),
        ("Wait... Is it true?", 2),
        ("Look at www.nhs.uk or write to bo@example.org today.", 1),
        ("It works (p = 0.005). 40% agreed.", 2),
        ("I did. I would again.", 2),
        ("See Fig. 2 and vol. 3.", 1),
        ("", 0),
        ("... !? --", 0),
    ],
)
def test_a_sentence_ends_where_a_reader_would_stop(text, count):
    assert len(sentences(text)) == count


def test_headings_and_points_of_a_list_stand_alone():
    text = "## What to bring\n* a letter\n* a friend\n\n1. Sit down.\n2) Stand up\n(c) Rest"
    assert sentences(text) == ("What to bring", "a letter", "a friend", "Sit down.", "Stand up", "Rest")


def test_a_heading_without_marks_is_told_by_being_short():
    assert sentences("What is it\nA class for people with sore hips.") == (
        "What is it",
        "A class for people with sore hips.",
    )


def test_a_line_broken_for_its_length_goes_on():
    text = (
        "People with pain in the hip who went to twelve classes\nof exercise could walk further.\r\n\r\nThat is good."
    )
    assert [len(words(each)) for each in sentences(text)] == [16, 3]


def test_a_short_line_that_ends_in_a_comma_goes_on():
    assert sentences("Bring a letter,\na friend and a drink.") == ("Bring a letter, a friend and a drink.",)


def test_words_keep_their_hyphens_apostrophes_and_points():
    assert words("The GP’s follow-up, e.g. at nhs.uk: 1,200 steps (3.5 km)") == (
        "The", "GP’s", "follow-up", "e.g", "at", "nhs.uk", "1", "200", "steps", "3.5", "km",
    )  # fmt: skip


def test_a_missing_space_after_a_point_hides_no_word():
    assert words("They were tired.They stopped.") == ("They", "were", "tired", "They", "stopped")


@given(st.text())
def test_no_word_is_lost_whatever_is_written(text):
    told = [word for sentence in sentences(text) for word in words(sentence)]
    assert len(told) <= len(words(text))
    assert all(words(sentence) for sentence in sentences(text))


@given(st.lists(st.sampled_from(["The knee hurts.", "Does it help?", "We walk!", "Dr. Bo came."]), max_size=40))
def test_sentences_laid_one_after_the_other_are_found_again(told):
    assert sentences(" ".join(told)) == tuple(told)
