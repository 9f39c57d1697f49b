from dataclasses import astuple

import pytest

from mindlines.meetings.choices import GoodFor, ItemKind, MethodOrder
from mindlines.meetings.queries.methods import library, listing
from mindlines.meetings.queries.methods.listing import Wish
from mindlines_analysis.readability import measure

METHODS = list(library.library().values())
# Nobody should need to read better than at the age of eleven to lead an icebreaker.
OLDEST_READER, LONGEST_SENTENCE = 11, 20


def keys(*, favourites=(), used=None, **wish):
    cards = listing.cards(Wish(**wish), favourites=favourites, used=used or {})
    return [card.method.key for card in cards]


def every_word(method):
    parts = [method.purpose, *method.materials, *method.steps, method.online, method.seated, method.wrong]
    return "\n".join(f"{part.rstrip('.')}." for part in [*parts, *astuple(method.access)] if part)


def test_there_are_at_least_forty_methods_and_some_for_every_purpose():
    assert len(METHODS) >= 40
    for purpose in GoodFor:
        assert len(keys(good_for=purpose)) >= 3, purpose


def test_no_key_is_given_twice():
    entries = [entry for file in library.FOLDER.glob("*.toml") for entry in library._entries(file)]
    assert len(entries) == len(METHODS)


@pytest.mark.parametrize("method", METHODS, ids=[method.key for method in METHODS])
def test_a_method_is_told_whole(method):
    assert all([method.name, method.purpose, method.materials, method.seated, method.wrong, method.source])
    assert all(astuple(method.access))
    assert 1 <= method.people[0] <= method.people[1]
    assert 1 <= method.minutes[0] <= method.usual_minutes <= method.minutes[1]
    assert method.kind in ItemKind.values
    assert 4 <= len(method.steps) <= 8
    assert len(method.numbered_steps) <= 2000
    assert method.licence


def test_every_method_can_be_read_at_the_age_of_eleven():
    hard = {}
    for method in METHODS:
        found = measure(every_word(method))
        longest = max((sentence.words for sentence in found.long_sentences), default=0)
        if found.reading_age.value is None or found.reading_age.value > OLDEST_READER or longest > LONGEST_SENTENCE:
            hard[method.key] = (found.reading_age, longest)
    assert hard == {}


def test_words_are_looked_for_in_all_that_a_method_says():
    assert "triz" in keys(words="Altshuller")
    assert "weather-report" in keys(words="rain CLOUD")
    assert keys(words="rain submarine") == []


def test_a_method_fits_when_the_people_fit_and_there_is_time_enough():
    assert "nominal-group" in keys(people=12, minutes=45)
    assert "nominal-group" not in keys(people=13)
    assert "nominal-group" not in keys(minutes=44)


def test_methods_that_need_a_room_or_feet_can_be_left_out():
    assert "walk-and-talk" in keys()
    assert "walk-and-talk" not in keys(online=True)
    assert "walk-and-talk" not in keys(seated=True)


def test_favourites_come_first_in_every_order():
    by_name = keys()
    last = by_name[-1]
    assert keys(favourites={last})[:2] == [last, by_name[0]]
    shortest = keys(order=MethodOrder.SHORT)[0]
    assert library.library()[shortest].minutes[0] == 2
    assert keys(order=MethodOrder.USED, used={last: 3})[0] == last


def test_a_key_that_left_the_library_is_nobody():
    assert library.method("gone") is None
    assert library.method("") is None
