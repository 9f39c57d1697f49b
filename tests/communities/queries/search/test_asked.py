import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines.communities.queries.search import asked, marking, meaning, spelling


def typed(words: str) -> list[str]:
    return [unit.typed for unit in asked.units(words)]


def test_words_that_stand_everywhere_are_not_looked_for():
    assert typed("What is the cause of hip pain?") == ["cause", "hip", "pain"]


def test_words_between_quotation_marks_stay_together():
    assert typed('"easy read" leaflet “for the hip”') == ["easy read", "leaflet", "for the hip"]


def test_accents_and_capitals_do_not_matter():
    assert typed("Menière MÉNIÈRE") == ["meniere"]


def test_at_most_twelve_words_are_looked_for():
    assert len(typed(" ".join(f"word{number}" for number in range(40)))) == asked.MOST_WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exercise", "exercising"),
        ("class", "classes"),
        ("aches", "aching"),
        ("therapy", "therapies"),
        ("knee", "knees"),
        ("hip", "hip"),
    ],
)
def test_the_forms_of_a_word_have_one_root(one, other):
    assert asked.root(one) == asked.root(other)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("paediatric", "pediatric"),
        ("behaviour", "behavior"),
        ("randomised", "randomized"),
        ("organisation", "organization"),
        ("centre", "center"),
        ("programme", "program"),
        ("oedema", "edema"),
        ("orthopaedic", "orthopedic"),
        ("haematology", "hematology"),
        ("tumour", "tumor"),
    ],
)
def test_a_word_is_known_in_both_spellings(british, american):
    assert american in meaning.spellings(british)
    assert british in meaning.spellings(american)


def test_every_line_of_the_thesaurus_says_one_thing_in_two_ways_at_least():
    lines = [line for path in meaning.FOLDER.glob("*.txt") for line in path.read_text().splitlines()]
    groups = [line for line in lines if line and not line.startswith("#")]
    assert len(groups) > 300
    assert [line for line in groups if line.count(",") + line.count(">") < 1] == []


def test_a_wide_word_stands_for_narrow_ones_and_not_the_other_way_round():
    known = meaning._read(["painkiller > paracetamol, opioid"])
    assert list(known[("painkill",)]) == ["paracetamol", "opioid"]
    assert ("paracetamol",) not in known


@pytest.mark.parametrize(
    ("one", "other", "away"), [("knee", "knee", 0), ("kene", "knee", 1), ("athritis", "arthritis", 1), ("a", "abcd", 3)]
)
def test_letters_put_in_left_out_changed_or_swapped_are_counted(one, other, away):
    assert spelling.distance(one, other=other, most=4) == away


def test_words_too_far_apart_are_given_up():
    assert spelling.distance("physiotherapy", other="zebra", most=2) == 3


def test_a_long_text_is_shown_where_most_words_were_found():
    text = "Knee. " + "Filler words here. " * 60 + "The **knee** class for every knee in town. " + "More filler. " * 60
    found = marking.marked("Title", words=text, units=asked.units("knee class"))
    shown = "".join(piece.words for piece in found.snippet)
    assert "The knee class for every knee" in shown
    assert shown.startswith("…") and shown.endswith("…")
    assert [piece.words for piece in found.snippet if piece.is_hit] == ["knee", "class", "knee"]


def test_without_a_text_there_is_nothing_to_show():
    assert marking.marked("Knee", words="", units=asked.units("knee")).snippet == ()


@given(st.text(max_size=300))
def test_whatever_is_typed_gives_words_that_hold_nothing_but_letters_and_digits(text):
    for unit in asked.units(text):
        assert unit.typed
        assert all(letter.isalnum() or letter == " " for letter in unit.typed)


@given(st.text(max_size=300), st.text(max_size=40))
def test_a_snippet_is_always_a_stretch_of_the_text(text, looked_for):
    pieces = marking.marked("", words=text, units=asked.units(looked_for)).snippet
    plain = "".join(piece.words for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert plain in text.translate(dict.fromkeys(map(ord, "*#`|")))
