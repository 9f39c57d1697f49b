from typing import Any

import pytest

from mindlines.communities.actions import search
from mindlines.communities.models import Community, Membership
from mindlines.kernel.times import now
from mindlines.knowledge.actions import findable
from mindlines.knowledge.queries import things
from mindlines.voice.choices import Audience, Showing
from tests import make_knowledge as make
from tests import make_voice


@pytest.fixture
def hip(community: Community, anas: Membership) -> Any:
    item = make.item(community, "Hydrotherapy for the hip", by=anas)
    return make.statement(item, "Warm water helps the hip")


def test_knowledge_statements_and_what_was_said_are_found_by_typed_words(bos: Membership, hip: Any) -> None:
    said = make_voice.contribution(bos.community, by=bos, words="The warm pool is closed on Mondays")
    assert {one.key for one in things.found(bos, typed="warm")} == {f"statement:{hip.pk}", f"contribution:{said.pk}"}
    assert [one.key for one in things.found(bos, typed="hydro hip")] == [f"item:{hip.item_id}"]


def test_what_the_search_of_the_house_knows_comes_first(bos: Membership, hip: Any) -> None:
    later = make.statement(hip.item, "Water that is cold helps the hip less")
    findable.put_statement(later)
    assert [one.key for one in things.found(bos, typed="helps hip")] == [f"statement:{later.pk}", f"statement:{hip.pk}"]


def test_a_finding_that_is_no_thing_is_passed_over(bos: Membership, hip: Any) -> None:
    more = {"community": bos.community, "title": "Water day", "words": "", "url": "/meetings/1/"}
    search.put("meetings.meeting:1", kind="meeting", **more)
    assert [one.key for one in things.found(bos, typed="water")] == [f"statement:{hip.pk}"]


def test_what_means_the_same_is_found_and_what_holds_some_words_comes_last(bos: Membership, hip: Any) -> None:
    findable.put_statement(hip)
    assert [one.key for one in things.found(bos, typed="coxofemoral")] == [f"statement:{hip.pk}"]
    assert [one.key for one in things.found(bos, typed="hydrotherapy mondays warm")] == [f"statement:{hip.pk}"]


def test_before_anything_is_typed_the_newest_of_each_sort_are_offered(bos: Membership, hip: Any) -> None:
    make_voice.contribution(bos.community, by=bos)
    assert [one.key.partition(":")[0] for one in things.found(bos, typed=" ")] == ["item", "statement", "contribution"]


@pytest.mark.parametrize("more", [{"audience": Audience.FACILITATORS}, {"showing": Showing.HIDDEN}])
def test_what_not_everybody_may_read_is_never_found_and_has_no_words(
    anas: Membership, bos: Membership, more: dict[str, str]
) -> None:
    said = make_voice.contribution(bos.community, by=bos, words="Something private", **more)
    assert things.found(anas, typed="private") == things.found(anas, typed="") == []
    thing = things.thing(bos.community, key=f"contribution:{said.pk}")
    assert thing is not None
    assert (thing.is_withdrawn, thing.words, thing.who) == (True, "Something was withdrawn here", "")


def test_a_story_is_told_as_its_teller_wishes(bos: Membership) -> None:
    story = make.story(bos.community, teller=bos, naming="nobody")
    thing = things.thing(bos.community, key=f"item:{story.pk}")
    assert thing is not None
    assert bos.name not in thing.beside


def test_what_was_withdrawn_says_so_and_is_not_offered(bos: Membership, hip: Any) -> None:
    hip.withdrawn_at = now()
    hip.save()
    offered = things.offered(bos, typed="warm", keys=[f"statement:{hip.pk}"])
    assert (offered.things, offered.gone, offered.is_lost) == ([], 1, True)
    thing = things.thing(bos.community, key=f"statement:{hip.pk}")
    assert thing is not None
    assert thing.words == "Something was withdrawn here"
    assert thing.within == ""


def test_what_was_ticked_stays_at_the_top_and_what_is_there_already_is_left_out(bos: Membership, hip: Any) -> None:
    other = make.statement(hip.item, "Warm clothes help too")
    ticked = [f"item:{hip.item_id}", "item:x", "nothing:1", f"item:{hip.item_id}"]
    offered = things.offered(bos, typed="warm", keys=ticked, but=[f"statement:{other.pk}"])
    assert [one.key for one in offered.things] == [f"item:{hip.item_id}", f"statement:{hip.pk}"]
    assert offered.gone == 0


def test_things_of_a_neighbour_are_not_known_here(bos: Membership, neighbours: Community) -> None:
    theirs = make.item(neighbours, "Backs and water")
    assert things.found(bos, typed="backs") == []
    assert things.thing(bos.community, key=f"item:{theirs.pk}") is None
    assert things.known(bos.community, keys=["item:x", "", "meeting:1", f"item:{'9' * 30}"]) == {}


def test_a_key_and_the_fields_of_a_row_say_the_same(hip: Any) -> None:
    fields = things.fields_of("statement:7")
    assert fields == {"item_id": None, "statement_id": 7, "contribution_id": None}

    class Row:
        item_id = None
        statement_id = 7

    assert things.key_of(Row()) == "statement:7"
    with pytest.raises(ValueError, match="key"):
        things.fields_of("meeting:7")


def test_a_row_without_a_thing_has_no_key() -> None:
    class Row:
        item_id = statement_id = contribution_id = None

    with pytest.raises(ValueError, match="row"):
        things.key_of(Row())


@pytest.mark.parametrize("how_many", [1, 3])
def test_many_things_cost_no_more_queries_than_one(
    bos: Membership, how_many: int, django_assert_num_queries: Any
) -> None:
    keys = []
    for _number in range(how_many):
        item = make.item(bos.community, by=bos)
        keys += [f"item:{item.pk}", f"statement:{make.statement(item).pk}"]
        keys.append(f"contribution:{make_voice.contribution(bos.community, by=bos).pk}")
    with django_assert_num_queries(3):
        assert all(one.beside for one in things.known(bos.community, keys=keys).values())
