"""What stands out in plain words: prompts in sentences."""

from mindlines.knowledge.measures import plain as measures
from tests import make


def test_nothing_written_is_said_to_be_nothing(community):
    counts = measures.counts("", community=community)
    assert (counts.words, counts.summary) == (0, "Nothing is written yet.")
    assert "not for fewer than 100 words" in {row.value for row in counts.figures}


def test_what_was_counted_is_said_in_one_line(community):
    assert measures.counts("It helps.", community=community).summary == "2 words, 1 sentence, about 2 words each."


def test_a_word_of_the_glossary_comes_with_its_meaning_and_once(community):
    make.term(community, "Osteoarthritis", meaning="Worn joints.", also=["OA"])
    counts = measures.counts("Osteoarthritis hurts. OA and the NHS and biomechanics.", community=community)
    listed = [(word.word, word.times, str(word.why), word.meaning) for word in counts.to_look_at]
    assert listed == [
        ("Osteoarthritis", 2, "in our glossary", "Worn joints."),
        ("NHS", 1, "a short form", ""),
        ("biomechanics", 1, "a long word", ""),
    ]
    assert counts.to_look_at[0].url


def test_the_longest_sentence_comes_first(community):
    text = f"{'One ' * 20}one. {'Two ' * 29}two."
    counts = measures.counts(text, community=community)
    assert [sentence[:9] for sentence in counts.long_sentences] == ["30 words:", "21 words:"]


def test_of_many_hard_words_the_first_are_shown_and_the_rest_counted(community):
    words = " ".join(f"bio{stem}ometry" for stem in "abcdefghijklmnop")
    counts = measures.counts(words, community=community)
    assert (len(counts.to_look_at), counts.more) == (12, 4)


def test_figures_are_whole_numbers_from_a_hundred_words_on(community):
    counts = measures.counts("We walk to the hall. " * 40, community=community)
    assert [row.value.isdecimal() for row in counts.figures] == [True, True, True]


def test_hints_for_a_line_are_sentences():
    line = "The NHS physiotherapist is going to ask you and your family many things about what you can do. One. Two."
    told = measures.hints(line)
    assert [hint.split(":")[0] for hint in told] == [
        "Long sentence",
        "There are 3 sentences here. One idea to a picture is easier.",
        "Short form",
        "Hard word",
    ]
