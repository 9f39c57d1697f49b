"""Words that somebody did not understand."""

import pytest
from django.core.cache import cache

from mindlines.communities.actions import words as glossary
from mindlines.kernel.errors import Refused
from mindlines.voice.actions import words as actions
from mindlines.voice.choices import WordState
from mindlines.voice.queries import words as queries
from tests import make, make_voice


@pytest.fixture(autouse=True)
def an_empty_cache():
    cache.clear()


def test_a_word_is_asked_for_in_one_place_and_counted(community, meeting, bos):
    actions.ask(community, word="  PROM ", by=bos)
    again = actions.ask(community, word="prom", meeting=meeting)
    assert (again.word, again.asked, again.meeting) == ("PROM", 2, meeting)
    assert community.word_requests.count() == 1


def test_the_same_form_sent_twice_counts_once(community):
    for _number in range(2):
        word = actions.ask(community, word="PROM", key="a-form")
    assert word.asked == 1


def test_nothing_is_no_word(community):
    with pytest.raises(Refused, match="Write the word"):
        actions.ask(community, word=" ")


def test_a_flood_of_words_is_slowed_down(community, bos):
    for number in range(6):
        actions.ask(community, word=f"word {number}", by=bos)
    with pytest.raises(Refused, match="wait a minute"):
        actions.ask(community, word="one more", by=bos)


def test_nothing_says_who_asked(community, bos):
    actions.ask(community, word="PROM", by=bos)
    assert not community.record.exists()
    assert bos.person.name not in str(vars(community.word_requests.get()))


def test_it_is_explained_once_and_can_be_said_better(community, ana, meeting):
    word = make_voice.word(community, meeting=meeting)
    for meaning in ("A list", "A list", "A list of questions"):
        actions.explain(word, by=ana, meaning=meaning)
    word.refresh_from_db()
    assert (word.meaning, word.term.word, word.term.written_by) == ("A list of questions", "PROM", ana)
    assert [line.verb for line in community.record.all()] == ["explained-a-word"] * 2


def test_an_explanation_has_words(community, ana):
    with pytest.raises(Refused, match="in plain words"):
        actions.explain(make_voice.word(community), by=ana, meaning=" ")


def test_asking_again_does_not_take_an_explained_word_into_another_meeting(community, ana, meeting):
    word = make_voice.word(community)
    actions.explain(word, by=ana, meaning="A list")
    assert actions.ask(community, word="PROM", meeting=meeting).meeting is None


def test_a_word_is_put_aside_and_comes_back_as_it_was(community, ana):
    plain, explained = make_voice.word(community, "Mr Smith"), make_voice.word(community)
    actions.explain(explained, by=ana, meaning="A list")
    for word in (plain, explained):
        actions.drop(word, by=ana)
        actions.drop(word, by=ana)
    assert actions.ask(community, word="Mr Smith").state == WordState.DROPPED
    for word in (plain, explained):
        actions.bring_back(word, by=ana)
        actions.bring_back(word, by=ana)
        word.refresh_from_db()
        assert word.state == WordState.OPEN
    assert (plain.meaning, explained.meaning) == ("", "A list")
    assert not community.record.filter(words__contains="Smith").exists()


def test_what_the_glossary_explains_already_is_answered_at_once(community):
    term = make.term(community, also=["outcome measure"])
    assert actions.ask(community, word="prom").term == term
    assert actions.ask(community, word="Outcome Measure").meaning == term.meaning
    assert actions.ask(community, word="ICB").meaning == ""
    assert [word.word for word in queries.to_explain(community)] == ["ICB"]


def test_a_word_that_somebody_puts_into_the_glossary_waits_no_longer(community):
    actions.ask(community, word="ICB")
    term = make.term(community, "icb")
    assert not queries.to_explain(community).exists()
    assert actions.ask(community, word="ICB").term == term


def test_a_word_that_is_hidden_or_taken_out_waits_again(community, ana):
    word = make_voice.word(community)
    actions.explain(word, by=ana, meaning="A list")
    glossary.hide(community.terms.get(), by=ana)
    assert queries.to_explain(community).get() == word
    actions.explain(word, by=ana, meaning="A list of questions")
    word.refresh_from_db()
    assert (word.meaning, community.terms.count()) == ("A list of questions", 1)
    community.terms.all().delete()
    assert queries.to_explain(community).get().meaning == ""
