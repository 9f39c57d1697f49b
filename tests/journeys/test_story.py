"""A story is told on a phone, talked about, and withdrawn by its teller."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache

from mindlines.knowledge.models import Item
from tests import make_voice
from tests.journeys.conftest import PHONE
from tests.journeys.walker import Walker

STORY = "I got down on the mat, and then I could not get up again."


@pytest.fixture
def people(community, ana, bo, visit) -> SimpleNamespace:
    cache.clear()
    make_voice.crowd(community, 9)
    make_voice.crowd(community, 5, constituency=community.constituencies.get(name="Clinicians"))
    return SimpleNamespace(bo=Walker(visit(bo, on=PHONE), name="tells"), ana=Walker(visit(ana), name="listens"))


def test_a_story_is_told_and_withdrawn(people, community):
    tells(people.bo)
    story = Item.objects.get(community=community)
    is_read(people.ana)
    is_told_better(people.bo)
    withdraws(people.bo)
    is_gone(people.ana, story)


def tells(bo: Walker) -> None:
    bo.opens("/")
    bo.goes_to("Knowledge")
    bo.reads("Nothing is here yet")
    bo.follows("Bring in what you know", inside="body")
    bo.follows("A story")
    bo.reads("Before you tell it", "How do you wish to be named?")
    bo.presses("Tell it")
    bo.reads("Choose how you wish to be named.")
    bo.chooses("As somebody of my group")
    bo.writes("Title", "The mats are on the floor")
    bo.writes("Your story", STORY)
    bo.presses("Tell it")
    bo.reads("It is there.", "Somebody of the group Lay members", STORY)


def is_read(ana: Walker) -> None:
    ana.opens("/")
    ana.goes_to("Knowledge")
    ana.reads("Stories (1)", "Somebody of the group Lay members")
    ana.follows("The mats are on the floor")
    ana.reads_nothing_of("Bo Berg")
    ana.page.get_by_text("Add a statement").click()
    ana.writes("The statement", "Nobody can get up from a mat on the floor without help")
    ana.presses("Add it")
    ana.follows("Nobody can get up from a mat")
    ana.reads("In our own words, from:")


def is_told_better(bo: Walker) -> None:
    bo.follows("Change it", inside="body")
    bo.writes("Your story", f"{STORY} Nobody noticed.")
    bo.presses("Save")
    bo.follows("Earlier versions", inside="body")
    bo.reads("Version 1", "Nobody noticed.")
    bo.follows("The mats are on the floor", inside="body")


def withdraws(bo: Walker) -> None:
    bo.follows("Withdraw it", inside="body")
    bo.reads("Withdraw this story?", "for good")
    bo.presses("Yes, withdraw it")
    bo.reads("It is withdrawn. Its words are gone.", "Nothing is here yet")


def is_gone(ana: Walker, story: Item) -> None:
    ana.reloads()
    ana.reads("Something was withdrawn here")
    ana.opens(story.get_absolute_url())
    ana.reads_nothing_of("mat")
    ana.opens("/search/?q=mats")
    ana.reads_nothing_of("The mats are on the floor")
