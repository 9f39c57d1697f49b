"""What is held of what a person brought in, and what happens to it when they are erased."""

import pytest

from mindlines.communities.models import SearchEntry
from mindlines.knowledge.actions import findable, items, statements
from mindlines.knowledge.actions.items import Changed, NewItem
from mindlines.knowledge.models import EarlierWording, EasyLine, Item, PlainVersion
from mindlines.people.actions.erasing import erase
from mindlines.people.holdings import held_about
from tests import make, make_knowledge


def held(person, title: str) -> list[dict]:
    return next(holding.rows for holding in held_about(person) if holding.title == title)


@pytest.fixture
def story(community, bos) -> Item:
    return make_knowledge.story(community, teller=bos, naming="nobody", words="I could not get up.")


def test_whoever_told_a_story_sees_it_also_without_a_name(story, bo, ana):
    assert held(bo, "Stories you told")[0]["Your words"] == "I could not get up."
    assert held(ana, "Stories you told") == []


def test_whoever_wrote_it_down_does_not_see_whose_it_is(community, anas, bos, ana):
    new = NewItem(kind="story", form="story", title="The mats", teller=bos, naming="nobody")
    items.bring(new, to=community, by=anas)
    rows = held(ana, "What you brought in")
    assert rows[0]["Title"] == "The mats" and "Bo" not in str(rows)


def test_statements_and_changes_are_held(community, bos, bo):
    item = make_knowledge.item(community, by=bos)
    statements.write(statements.Claim(words="It helps"), of=item, by=bo)
    items.change(item, to=Changed(title="Changed", words="", kind="local"), by=bos)
    assert held(bo, "Statements you wrote")[0]["Statement"] == "It helps"
    assert held(bo, "What you changed in what we know")[0]["Title"] == "Changed"


def test_the_story_goes_with_its_teller(story, bo):
    erase(bo)
    story.refresh_from_db()
    assert story.is_withdrawn and story.words == ""


def test_everything_else_stays_without_the_name(community, bos, bo, ana):
    item = make_knowledge.item(community, "What Bo Berg saw", by=bos, words="Bo Berg saw it.", quality="Bo Berg knows.")
    claim = statements.write(statements.Claim(words="Bo Berg says so"), of=item, by=bo)
    items.change(item, to=Changed(title="What Bo Berg knows", words="Bo Berg saw more.", kind="local"), by=bos)
    cited = make_knowledge.item(community, "A trial by Bo Berg", by=bos, form="citation")
    erase(bo)
    for one in (item, claim, cited):
        one.refresh_from_db()
    assert (item.title, item.words) == ("What a former member knows", "a former member saw more.")
    assert (item.brought_by, claim.made_by, cited.title) == (None, None, "A trial by Bo Berg")
    assert claim.words == "a former member says so"
    version = item.versions.get()
    assert (version.title, version.words, version.changed_by) == (
        "What a former member saw",
        "a former member saw it.",
        None,
    )
    assert not SearchEntry.objects.filter(words__contains="Bo Berg").exists()


def test_the_name_goes_out_of_plain_words_too_with_their_lines_and_what_they_said_before(community, bos, bo):
    item = make_knowledge.item(community, by=bos)
    plain = PlainVersion.objects.create(
        item=item, form="easy", title="What Bo Berg knows", words="Ask Bo Berg.", source_version=1
    )
    EasyLine.objects.create(plain=plain, words="Bo Berg walks.", shows="Bo Berg")
    before = [{"words": "Bo Berg ran.", "picture": "", "shows": "Bo Berg", "own": False}]
    EarlierWording.objects.create(plain=plain, number=1, title="Bo Berg", words="Bo Berg", lines=before)
    findable.put_item(item)
    erase(bo)
    plain.refresh_from_db()
    assert (plain.title, plain.words) == ("What a former member knows", "Ask a former member.")
    kept = [plain.lines.values().get(), plain.earlier.values().get()]
    assert "Bo Berg" not in str(kept) and "a former member ran." in str(kept)
    assert not SearchEntry.objects.filter(words__contains="Bo Berg").exists()


def test_a_name_within_another_word_is_left_alone(community, bos, bo):
    bo.name = "Bo"
    bo.save()
    item = make_knowledge.item(community, "The Board, as Bo saw it", by=bos)
    erase(bo)
    item.refresh_from_db()
    assert item.title == "The Board, as a former member saw it"


def test_where_somebody_else_has_the_name_it_stays(community, bos, bo):
    make.membership(community, make.person("Bo Berg"))
    item = make_knowledge.item(community, "What Bo Berg saw", by=bos)
    erase(bo)
    item.refresh_from_db()
    assert item.title == "What Bo Berg saw"
