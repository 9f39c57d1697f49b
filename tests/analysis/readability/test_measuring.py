import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.readability import (
    easy_hints,
    flesch_kincaid_grade,
    flesch_reading_ease,
    measure,
    smog_grade,
)

# Ten words, eleven syllables (to-mor-row has three), one sentence.
SIMPLE = "We meet at ten and walk to the hall tomorrow. "
HARD = "Osteoarthritis necessitates physiotherapy. "


def hard_words(text):
    return {found.word: found.times for found in measure(text).hard_words}


def test_the_formulas_give_what_the_papers_say():
    assert flesch_reading_ease(words=200, sentences=10, syllables=260) == pytest.approx(76.555)
    assert flesch_kincaid_grade(words=200, sentences=10, syllables=260) == pytest.approx(7.55)
    assert smog_grade(polysyllables=20, sentences=30) == pytest.approx(7.7936, abs=1e-4)
    assert smog_grade(polysyllables=0, sentences=40) == pytest.approx(3.1291)


@pytest.mark.parametrize("name", ["words", "sentences", "syllables"])
@pytest.mark.parametrize("formula", [flesch_reading_ease, flesch_kincaid_grade])
def test_a_formula_names_what_there_must_be(formula, name):
    with pytest.raises(ValueError, match=name):
        formula(**({"words": 5, "sentences": 1, "syllables": 6} | {name: 0}))


def test_smog_names_what_cannot_be():
    with pytest.raises(ValueError, match="polysyllables"):
        smog_grade(polysyllables=-1, sentences=30)
    with pytest.raises(ValueError, match="sentences"):
        smog_grade(polysyllables=1, sentences=0)


def test_a_text_counted_by_hand():
    found = measure(SIMPLE * 10)
    assert (found.words, found.sentences, found.syllables, found.polysyllables) == (100, 10, 120, 10)
    assert found.sentence_length.value == 10
    assert found.flesch.value == pytest.approx(206.835 - 10.15 - 84.6 * 1.2)
    assert found.grade.value == pytest.approx(0.39 * 10 + 11.8 * 1.2 - 15.59)
    assert found.reading_age.value == pytest.approx(found.grade.value + 5)
    assert found.smog.reason == "fewer than 30 sentences"
    assert measure(SIMPLE * 30).smog.value == pytest.approx(1.043 * 30**0.5 + 3.1291)


def test_of_few_words_the_formulas_say_nothing_and_the_hard_words_are_named_all_the_same():
    found = measure(HARD)
    reasons = {found.flesch.reason, found.grade.reason, found.smog.reason, found.reading_age.reason}
    assert reasons == {"fewer than 100 words"}
    assert {word.word for word in found.hard_words} == {"osteoarthritis", "necessitates", "physiotherapy"}


def test_of_nothing_nothing_is_known():
    found = measure("")
    assert (found.words, found.sentences, found.sentence_length.reason) == (0, 0, "no words")
    assert (found.long_sentences, found.hard_words, found.short_forms) == ((), (), ())


def test_a_sentence_is_long_from_twenty_one_words_on():
    twenty = " ".join(["word"] * 20)
    assert measure(f"{twenty}.").long_sentences == ()
    assert [found.words for found in measure(f"{twenty} more.").long_sentences] == [21]


def test_everyday_words_names_numbers_and_endings_are_not_hard():
    text = "Together we went to hospital and exercised in Leicester, and 2,000,000 were listening. They needed us."
    assert hard_words(text) == {}


@pytest.mark.parametrize("word", ["appointments", "exercising", "decided", "regularly", "companies"])
def test_an_everyday_word_stays_one_with_an_ending(word):
    assert hard_words(f"We like {word}.") == {}


def test_a_name_at_the_beginning_is_known_from_elsewhere():
    assert hard_words("Cochrane Collaboration wrote it. We trust the Collaboration.") == {}
    assert hard_words("Collaboration helps.") == {"collaboration": 1}


def test_a_heading_all_in_capitals_names_nobody():
    assert hard_words("Clinical Commissioning Guidance") == {"clinical": 1, "commissioning": 1}


def test_a_compound_is_hard_when_one_of_its_parts_is():
    assert hard_words("A follow-up of the neuro-rehabilitation team.") == {"neuro-rehabilitation": 1}


def test_hard_words_come_with_the_most_frequent_first_and_short_forms_apart():
    found = measure("Commissioning is hard. Physiotherapy helps. The NHS and GPs like physiotherapy.")
    assert [(word.word, word.times) for word in found.hard_words] == [("physiotherapy", 2), ("commissioning", 1)]
    assert [word.word for word in found.short_forms] == ["GPs", "NHS"]


@given(st.text(max_size=400))
def test_it_never_fails_and_never_counts_below_zero(text):
    found = measure(text)
    assert min(found.words, found.sentences, found.syllables, found.polysyllables) >= 0
    assert found.syllables >= found.words >= found.sentences
    easy_hints(text)


@given(st.integers(min_value=10, max_value=40), st.integers(min_value=1, max_value=10))
def test_harder_words_never_make_a_text_easier(simple, hard):
    plain, mixed = measure(SIMPLE * simple), measure(SIMPLE * simple + HARD * hard)
    assert mixed.flesch.value < plain.flesch.value
    assert len(mixed.hard_words) > len(plain.hard_words)


def test_a_short_line_with_one_idea_needs_no_hint():
    assert easy_hints("You can bring a friend. A friend can help you.") == ()
    assert easy_hints("") == ()


def test_a_line_of_easy_read_is_told_what_could_be_easier():
    line = "The NHS physiotherapist is going to ask you and your family many things about what you can do. One. Two."
    assert [hint.kind for hint in easy_hints(line)] == ["long", "ideas", "short form", "hard word"]
