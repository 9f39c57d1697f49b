"""Words: somebody does not know one, asks without a name, and from then on it is explained wherever it stands."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from mindlines.communities.models import CharterVersion, Community
from tests import make
from tests.journeys.conftest import PHONE, sign_in
from tests.journeys.walker import Walker

Visit = Callable[..., Page]


@pytest.fixture
def charter(community: Community) -> CharterVersion:
    return CharterVersion.objects.create(
        community=community, number=1, purpose="Each PROM is read by **two people**. A PROM takes five minutes."
    )


def test_a_word_that_nobody_dared_to_ask_about_is_explained_everywhere(ana, bo, visit, charter):
    reader, walker = Walker(visit(bo, on=PHONE), name="member"), Walker(visit(ana), name="facilitator")
    asks_without_a_name(reader)
    explains_it(walker)
    reads_it_where_it_stands(reader)
    says_that_it_is_clear(reader)
    takes_in_starting_words(walker)


def asks_without_a_name(bo: Walker) -> None:
    bo.opens("/communities/hips/charter/")
    bo.follows("A word I do not understand", inside="footer")
    bo.writes("Which word?", "PROM")
    bo.presses("What does it mean?")
    bo.reads("Nobody can see that it was you.", "Charter")


def explains_it(ana: Walker) -> None:
    ana.opens("/communities/hips/voices/words/")
    ana.reads("asked once")
    ana.writes("What does “PROM” mean", "A form with questions about how you are.")
    ana.presses("Explain it to everyone")
    ana.opens("/communities/hips/charter/")
    opens_the_word(ana)
    ana.page.keyboard.press("Tab")
    expect(ana.page.get_by_role("link", name="About this word")).to_be_focused()
    ana.page.keyboard.press("Escape")
    expect(ana.page.get_by_role("note")).to_be_hidden()


def reads_it_where_it_stands(bo: Walker) -> None:
    bo.opens("/communities/hips/charter/")
    opens_the_word(bo)


def opens_the_word(someone: Walker) -> None:
    expect(someone.page.get_by_role("note")).to_be_hidden()
    assert someone.button("PROM").count() == 1
    someone.button("PROM").press("Enter")
    expect(someone.page.get_by_role("note")).to_contain_text("A form with questions about how you are.")
    someone.looks("with-a-word")


def says_that_it_is_clear(bo: Walker) -> None:
    bo.follows("About this word")
    bo.presses("I find this clear")
    bo.reads("A lay member finds it clear")
    bo.follows("Words we explain", inside="body")
    bo.page.get_by_label("Which word?").press_sequentially("zebra")
    bo.reads("No word found")


def takes_in_starting_words(ana: Walker) -> None:
    ana.opens("/communities/hips/words/")
    ana.follows("Words to start with")
    ana.reads("Open Government Licence v3.0")
    ana.presses("Take in")
    ana.follows("Words with F")
    ana.follows("fever")
    ana.presses("Hide it")
    ana.presses("Undo")
    ana.follows("Change it")
    ana.writes("In plain words", "When your body is hotter than it should be.")
    ana.presses("Save this word")
    ana.reads("When your body is hotter than it should be.", "Written by Ana Alvarez")


def test_a_word_opens_without_a_script(bo, charter, community, without_script, site):
    make.term(community)
    sign_in(without_script, bo, site=site)
    walker = Walker(without_script, name="no-script-words", scripts=False)
    walker.opens("/communities/hips/charter/")
    walker.button("PROM").click()
    walker.reads("Questions about how you are.")
    walker.follows("About this word")
    walker.follows("Words we explain", inside="body")
    walker.writes("Which word?", "how you")
    walker.presses("Search", nth=1)
    walker.reads("1 word")
