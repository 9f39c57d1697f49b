import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.names import Level, Named, plain, same_person, set_apart
from mindlines_analysis.names.spelling import spell

SAME = ["Hans Müller", "hans mueller", "MÜLLER HANS", "Müller, Hans (EXT)", "Dr. Hans Muller", "Hans Müller | Bonn"]
NAMES = st.text("abcdeéßü’'-,(). |", max_size=25)


@pytest.mark.parametrize("other", SAME)
def test_one_name_is_known_in_many_dresses(other):
    assert same_person(Named("Hans Müller"), Named(other)).level == Level.SAME_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Brien", "O’Brien"),
        ("Łukasz Øst", "Lukasz Ost"),
        ("Anne-Marie Smith", "Anne Marie Smith"),
        ("García Simón, Pedro", "Pedro Garcia Simon"),
        ("Mrs Jane Fox", "Jane Fox, MBE"),
    ],
)
def test_accents_hyphens_apostrophes_and_titles_make_no_difference(one, other):
    assert same_person(Named(one), Named(other)).level == Level.SAME_NAME


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Pablo D", "Pablo Diaz", "shortened to an initial"),
        ("J. Smith", "Jane Smith", "shortened to an initial"),
        ("Jane Smith", "Jane Ann Smith", "a word more"),
        ("Eric", "Eric Clapton", "only one word"),
        ("Eric's iPad (Clapton)", "Eric Clapton", "device"),
        ("iPhone von Eric Clapton", "Eric Clapton", "device"),
        ("Jon Smyth", "John Smyth", "a letter or two"),
    ],
)
def test_what_is_merely_alike_says_why(one, other, reason):
    likeness = same_person(Named(one), Named(other))
    assert likeness.level == Level.ALIKE
    assert reason in likeness.reason


def test_an_address_may_spell_the_name():
    assert "contains the name" in same_person(Named("JJ", "jan.janssens.ext@un.int"), Named("Jan Janssens")).reason
    assert "contains the name" in same_person(Named("Jan Janssens"), Named("JJ", "janjanssens@un.int")).reason


@pytest.mark.parametrize(
    ("one", "other"), [("Hans Müller", "Franz Huber"), ("A B", "C D"), ("", "Bo Lee"), ("J S", "Jane Smith")]
)
def test_different_names_are_different(one, other):
    assert same_person(Named(one), Named(other)).level == Level.DIFFERENT


def test_the_same_address_is_the_nearest_of_all():
    assert same_person(Named("Bo", "BO@x.org"), Named("Chi", "bo@x.org")).level == Level.SAME_MAIL


def test_the_organisation_may_stand_in_the_name():
    likeness = same_person(Named("Bo Lee | Carers UK"), Named("Lee, Bo", organisation="carers uk"))
    assert likeness.level == Level.SAME_NAME_AND_ORGANISATION


def test_another_organisation_and_address_are_told():
    likeness = same_person(Named("Bo Lee", "a@x.org", "Carers"), Named("Bo Lee", "b@x.org", "Council"))
    assert likeness.reason == "the name is the same, with another e-mail address and another organisation"


@pytest.mark.parametrize(
    ("shown", "parts"),
    [
        ("| Carers UK", ("Carers UK", "", ())),
        ("(Bo)", ("(Bo)", "", ())),
        ("Bo Lee ()", ("Bo Lee", "", ())),
        ("Bo (Carers) (she/her)", ("Bo", "Carers", ("she/her",))),
    ],
)
def test_a_shown_name_is_set_apart(shown, parts):
    assert set_apart(shown) == parts


def test_a_name_of_titles_alone_keeps_them():
    assert spell("Dr").words == ("dr",)


@given(NAMES, NAMES)
def test_likeness_does_not_depend_on_the_order(one, other):
    there, back = same_person(Named(one), Named(other)), same_person(Named(other), Named(one))
    assert (there.level, there.reason) == (back.level, back.reason)


@given(st.text("abcdeéßü", min_size=1, max_size=9), st.text("abcdeéßü", min_size=1, max_size=9))
def test_everybody_is_the_same_as_herself_in_capitals_and_turned_round(first, last):
    assert same_person(Named(f"{first} {last}"), Named(f"{last}, {first}".upper())).level != Level.DIFFERENT


@given(st.text())
def test_plain_words_stay_as_they_are(text):
    assert plain(plain(text)) == plain(text)
