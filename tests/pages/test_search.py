import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mindlines.communities.actions import search as entries
from mindlines.communities.choices import Standing
from mindlines.communities.queries import search
from tests import make


@pytest.fixture
def leaflet(community) -> None:
    entries.put(
        "test:1",
        community=community,
        kind="meeting",
        title="The new leaflet",
        words="Exercises for aching knees",
        url="/m/1/",
    )


def titles(person, typed: str) -> list[str]:
    return [found.title for found in search.found(person, typed=typed)]


def test_words_are_found_in_title_and_text_by_their_beginning_and_without_regard_to_case(bo, leaflet):
    assert titles(bo, "LEAF") == ["The new leaflet"]
    assert titles(bo, "knee exercise") == ["The new leaflet"]


def test_the_words_that_were_found_are_marked(bo, leaflet):
    [found] = search.found(bo, typed="knees")
    assert [piece.words.lower() for piece in found.snippet if piece.is_hit] == ["knees"]


def test_when_nothing_holds_all_words_what_holds_some_is_shown(bo, leaflet):
    assert titles(bo, "leaflet dragons") == ["The new leaflet"]


def test_titles_come_before_text(bo, community, leaflet):
    entries.put("test:2", community=community, kind="meeting", title="Knees", words="and hips", url="/m/2/")
    assert titles(bo, "knees")[0] == "Knees"


def test_a_neighbour_finds_nothing_of_ours(chi, leaflet):
    assert titles(chi, "leaflet") == []


def test_somebody_without_a_community_finds_nothing(dee, leaflet):
    assert titles(dee, "leaflet") == []


def test_somebody_who_left_finds_nothing(bo, bos, leaflet):
    bos.standing, bos.left_on = Standing.LEFT, make.soon()
    bos.save()
    assert titles(bo, "leaflet") == []


def test_what_is_only_for_facilitators_is_found_by_them_alone(ana, bo, community):
    entries.put_for_facilitators("test:3", community=community, kind="meeting", title="Plans", words="", url="/m/3/")
    assert titles(ana, "plans") == ["Plans"]
    assert titles(bo, "plans") == []


def test_an_entry_that_changed_is_found_by_its_new_words_only(bo, community, leaflet):
    entries.put("test:1", community=community, kind="meeting", title="The old curtain", words="", url="/m/1/")
    assert titles(bo, "leaflet") == []
    assert titles(bo, "curtain") == ["The old curtain"]
    entries.drop("test:1")
    assert titles(bo, "curtain") == []


@pytest.mark.parametrize("typed", ["", "   ", "'\"*()", "AND OR NOT", "a' & b | !c:*", "knees NEAR(x)", "\x00", "%_"])
def test_odd_words_do_no_harm(bo, leaflet, typed):
    assert isinstance(search.found(bo, typed=typed), list)


def test_fellow_members_are_found_by_name(as_bo, ana, chi):
    page = as_bo.get(reverse("pages:search"), {"q": "alvarez"}).content.decode()
    assert "Ana Alvarez" in page
    assert "Chi Chan" not in as_bo.get(reverse("pages:search"), {"q": "chan"}).content.decode()


def test_a_search_for_nothing_teaches_how_to_search(as_bo):
    page = as_bo.get(reverse("pages:search"), {"q": "dragons"}).content.decode()
    assert "Nothing holds" in page


def test_a_kind_is_shown_in_words_and_not_by_its_key(as_bo, community):
    entries.put("test:4", community=community, kind="role-card", title="Chair", words="", url="/r/1/")
    page = as_bo.get(reverse("pages:search"), {"q": "chair"}).content.decode()
    assert "Role card" in page
    assert ">role-card<" not in page


def test_a_page_says_why_something_was_found_and_offers_to_narrow(as_bo, community, leaflet):
    entries.put("test:5", community=community, kind="statement", title="Genicular ache", words="", url="/s/1/")
    page = as_bo.get(reverse("pages:search"), {"q": "knee"}).content.decode()
    assert "knee, also known as: genicular" in page
    assert 'href="?q=knee&amp;kind=statement"' in page


def test_a_chip_that_is_chosen_leads_back(as_bo, community, leaflet):
    entries.put("test:6", community=community, kind="statement", title="Knees hurt", words="", url="/s/1/")
    page = as_bo.get(reverse("pages:search"), {"q": "knees", "kind": "statement"}).content.decode()
    assert 'aria-current="true"' in page
    assert 'href="?q=knees"' in page
    assert "The new leaflet" not in page


def test_a_misspelled_search_shows_what_was_meant(as_bo, leaflet):
    page = as_bo.get(reverse("pages:search"), {"q": "laeflet"}).content.decode()
    assert "Did you mean “leaflet”?" in page
    assert "letter=1" in page
    assert "The new leaflet" not in as_bo.get(reverse("pages:search"), {"q": "laeflet", "letter": 1}).content.decode()


def test_a_narrowed_search_that_finds_nothing_leads_out_again(as_bo, leaflet):
    page = as_bo.get(reverse("pages:search"), {"q": "leaflet", "year": 1999}).content.decode()
    assert "Look everywhere" in page


@pytest.mark.parametrize("odd", [{"kind": "dragon"}, {"year": "soon"}, {"group": "9" * 40}, {"page": "x"}])
def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(as_bo, leaflet, odd):
    assert as_bo.get(reverse("pages:search"), {"q": "leaflet", **odd}).status_code == 200


def test_before_anything_is_typed_the_page_teaches(as_bo):
    assert "How to search" in as_bo.get(reverse("pages:search")).content.decode()


def test_three_results_cost_as_many_queries_as_one(as_bo, community, leaflet, django_assert_num_queries):
    as_bo.get(reverse("pages:search"), {"q": "leaflet"})
    with CaptureQueriesContext(connection) as one:
        as_bo.get(reverse("pages:search"), {"q": "leaflet"})
    for number in (7, 8):
        entries.put(f"test:{number}", community=community, kind="meeting", title="A leaflet", words="", url="/l/")
    with django_assert_num_queries(len(one)):
        as_bo.get(reverse("pages:search"), {"q": "leaflet"})
