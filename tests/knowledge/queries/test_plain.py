"""What the page of an item says about its plain versions."""

from datetime import date

import pytest
from django.contrib.staticfiles import finders

from mindlines.knowledge.actions import items, plain_erasing
from mindlines.knowledge.actions.items import Changed
from mindlines.knowledge.models import PlainVersion
from mindlines.knowledge.queries import pictures
from mindlines.knowledge.queries import plain as queries
from mindlines.people.actions.erasing import erase
from mindlines.people.holdings import held_about
from tests import make_knowledge, make_plain

DAY = date(2026, 11, 1)


@pytest.fixture
def item(community, anas):
    made = make_knowledge.item(community, by=anas, words="Exercise reduces pain.")
    made.viewer = anas
    return made


def held(person, title):
    return next(holding.rows for holding in held_about(person) if holding.title == title)


def test_without_any_it_offers_to_make_both(item):
    block = queries.of_item(item)
    assert [way.url for way in block.ways] == [
        f"/knowledge/{item.pk}/plain/write/",
        f"/knowledge/{item.pk}/easy/write/",
    ]
    assert block.cards == []


def test_what_is_there_is_told_and_costs_one_query(item, ana, bos, django_assert_num_queries):
    make_plain.plain(item, by=ana, signed_by=bos, signed_on=DAY, signed_version=1)
    make_plain.easy(item, by=ana, source_version=0)
    with django_assert_num_queries(1):
        block = queries.of_item(item)
    assert [(card.form, card.source_changed) for card in block.cards] == [
        ("Plain words", False),
        ("Easy read, with pictures", True),
    ]
    assert block.cards[0].sign.words == "Bo Berg found it clear on Sunday 1 November 2026"
    assert block.cards[1].sign.words == "No lay reader has read this yet"
    assert block.ways == []


def test_whoever_may_not_write_is_offered_nothing(community, anas, bos):
    story = make_knowledge.story(community, teller=bos)
    story.viewer = anas
    assert queries.of_item(story).ways == []


def test_of_what_was_withdrawn_nothing_is_said(item, anas):
    make_plain.plain(item)
    items.withdraw(item, by=anas)
    item.refresh_from_db()
    assert queries.of_item(item) == queries.OfItem([], [])


def test_words_changed_since_a_reader_found_them_clear_are_told_apart(item, bos):
    plain = make_plain.plain(item, version=2, signed_by=bos, signed_on=DAY, signed_version=1)
    assert queries.sign(plain).words.startswith("Changed since a lay reader found it clear")


def test_an_erased_reader_is_no_longer_named_and_the_reading_stays(item, bos, bo):
    make_plain.plain(item, by=bo, signed_by=bos, signed_on=DAY, signed_version=1).earlier.create(
        number=1, title="Before", changed_by=bo
    )
    assert held(bo, "Plain words that you found clear")[0]["On"] == DAY
    assert held(bo, "Plain words that you wrote")[0]["Title"] == "Moving helps"
    erase(bo)
    plain = PlainVersion.objects.get()
    assert queries.sign(plain).words == "A lay reader found it clear on Sunday 1 November 2026"
    assert (plain.changed_by, plain.earlier.get().changed_by) == (None, None)


def test_a_reading_that_was_told_says_how_and_who_wrote_it_down(item, ana, bos, bo):
    plain = make_plain.plain(item, signed_by=bos, signed_on=DAY, signed_version=1, signed_origin="phone")
    assert queries.sign(plain).how == "Told us by phone, written down by a facilitator."
    plain.sign_entered_by = ana
    plain.save()
    assert queries.sign(plain).how == "Told us by phone, written down by Ana Alvarez."
    assert held(bo, "Plain words that you found clear")[0]["How we know"] == queries.how(plain)
    assert [row["On"] for row in held(ana, "Plain words that others found clear, as you wrote down")] == [DAY]
    plain_erasing.forget(ana)
    assert PlainVersion.objects.get().sign_entered_by is None


def test_what_changed_in_the_source_is_shown_word_for_word(item, anas):
    make_plain.plain(item)
    items.change(item, to=Changed(title=item.title, words="Exercise reduces pain well.", kind="local"), by=anas)
    plain = PlainVersion.objects.select_related("item").get()
    told = [(piece.state, piece.words.strip()) for piece in queries.source_changes(plain)]
    assert told == [("same", "Exercise reduces"), ("gone", "pain."), ("new", "pain well.")]


def test_where_it_is_not_known_what_changed_nothing_is_shown(item):
    assert queries.source_changes(make_plain.plain(item)) == []
    assert queries.source_changes(make_plain.plain(item, form="easy", source_version=0)) == []


def test_the_writer_is_named_but_not_of_a_story(item, community, ana, bos, bo, dee):
    assert queries.writer(make_plain.plain(item, by=ana)) == "Ana Alvarez"
    assert queries.writer(make_plain.plain(item, form="easy", by=dee)) == ""
    story = make_knowledge.story(community, teller=bos, naming="nobody")
    assert queries.writer(make_plain.plain(story, by=bo)) == ""


def test_a_lay_member_who_wrote_it_is_told_why_another_must_read_it(item, anas, ana, bos, bo):
    plain = make_plain.plain(item, by=bo)
    plain.viewer = bos
    assert "another lay member" in queries.why_not_sign(plain)
    plain.viewer = anas
    assert queries.why_not_sign(plain) == ""


def test_lines_know_their_picture_and_what_it_shows(item):
    plain = make_plain.easy(item)
    make_plain.line(plain, "One.", picture="hip")
    make_plain.line(plain, "Two.", own=make_plain.png(), shows="The hall")
    make_plain.line(plain, "Three.", picture="a picture of old")
    told = [(line.drawn, bool(line.own), str(line.shows)) for line in queries.lines(plain)]
    assert told == [("knowledge/easy/hip.svg", False, "A hip"), ("", True, "The hall"), ("", False, "")]


def test_earlier_lines_say_what_their_picture_showed(item):
    plain = make_plain.easy(item)
    lines = [{"words": "One.", "picture": "hip", "shows": ""}, {"words": "Two.", "picture": "", "shows": "The hall"}]
    plain.earlier.create(number=1, title="Before", lines=lines)
    assert [line["shows"] for line in queries.earlier(plain)[0].lines] == ["A hip", "The hall"]


def test_each_of_our_pictures_is_there():
    missing = [name for name in pictures.PICTURES if not finders.find(pictures.path(name))]
    assert (missing, len(pictures.PICTURES)) == ([], 40)
