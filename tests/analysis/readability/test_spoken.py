import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.readability import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("knee", 1),
        ("table", 2),
        ("idea", 3),
        ("exercise", 3),
        ("Exercise", 3),
        ("doesn’t", 2),
        ("GP's", 2),
        ("follow-up", 3),
        ("NHS", 3),
        ("NHSW", 6),
        ("GPs", 2),
        ("NICE", 1),
        ("3.5", 1),
        ("Covid-19", 2),
        ("", 1),
        ("organisation", 5),
        ("randomised", 3),
        ("anaesthetic", 4),
        ("physiotherapy", 6),
        ("physiotherapists", 6),
        ("coxofemoral", 5),
        ("musculoskeletal", 6),
        ("brrr", 1),
    ],
)
def test_words_have_as_many_syllables_as_are_spoken(word, count):
    assert syllables(word) == count


@given(st.text(max_size=60))
def test_every_word_has_at_least_one_whatever_is_written(text):
    assert syllables(text) >= 1


@given(st.sampled_from(["knee", "hospital", "osteoarthritis"]), st.sampled_from(["pain", "class"]))
def test_two_words_joined_by_a_hyphen_have_the_syllables_of_both(first, second):
    assert syllables(f"{first}-{second}") == syllables(first) + syllables(second)
