from mindlines.knowledge.actions import items
from mindlines.knowledge.actions.items import Changed
from mindlines.knowledge.queries import versions
from tests import make_knowledge


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.state, piece.words) for piece in versions.changes(before, to=after)]


def test_what_was_changed_is_told_word_by_word():
    assert told("The mats are here", "The mats lie here now") == [
        ("same", "The mats "),
        ("gone", "are"),
        ("new", "lie"),
        ("same", " here"),
        ("new", " now"),
    ]


def test_words_that_were_only_taken_out():
    assert told("The cold mats", "The mats") == [("same", "The "), ("gone", "cold "), ("same", "mats")]


def test_very_long_texts_are_shown_whole(monkeypatch):
    monkeypatch.setattr(versions, "MOST_TO_COMPARE", 1)
    assert told("one two", "three") == [("gone", "one two"), ("new", "three")]


def test_earlier_versions_stand_newest_first(community, bos):
    item = make_knowledge.item(community, "First", by=bos, words="one")
    item.viewer = bos
    for title, words in (("Second", "two"), ("Second", "three")):
        items.change(item, to=Changed(title=title, words=words, kind="local"), by=bos)
    item.refresh_from_db()
    found = versions.of(item, viewer=bos)
    assert [(one.number, one.words, one.title_changed, one.who) for one in found] == [
        (2, "two", False, "Bo Berg"),
        (1, "one", True, "Bo Berg"),
    ]


def test_who_changed_a_story_is_not_said(community, bos):
    item = make_knowledge.story(community, teller=bos, words="one", naming="nobody")
    items.change(item, to=Changed(title="Mats", words="two", kind="story"), by=bos)
    item.refresh_from_db()
    assert [one.who for one in versions.of(item, viewer=bos)] == [""]
