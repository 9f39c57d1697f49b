from datetime import UTC, datetime

import pytest
from django.urls import reverse

from mindlines.meetings.choices import Phase, Verdict
from mindlines.meetings.models import MethodRating
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


def address(name, **keys):
    return reverse(f"meetings:{name}", kwargs=keys)


@pytest.fixture
def announced(meeting):
    meeting.phase = Phase.ANNOUNCED
    meeting.save()
    return meeting


@pytest.fixture
def held(community):
    return make.meeting(community, "Autumn meeting", phase=Phase.HELD, starts_at=datetime(2026, 10, 7, 10, tzinfo=UTC))


def test_a_member_finds_a_method_and_reads_how_everybody_can_join_in(community, as_bo):
    found = as_bo.get(address("methods", slug="hips"), {"q": "weather", "minutes": "10"})
    assert "Weather report" in found.text
    assert "1 method" in found.text
    page = as_bo.get(address("method", slug="hips", key="weather-report"))
    assert "So that everybody can join in" in page.text
    assert "Put it on an agenda" not in page.text


def test_a_search_that_finds_nothing_says_what_to_try(community, as_bo):
    page = as_bo.get(address("methods", slug="hips"), {"q": "submarine", "people": "many"})
    assert "No method fits all of this" in page.text
    assert "Show all methods" in page.text


def test_a_star_brings_a_method_to_the_top_and_is_ones_own(community, as_bo, as_ana):
    star = address("method_favour", slug="hips", key="world-cafe")
    as_bo.post(star, {"keep": "on"})
    assert "One of your favourites" in as_bo.get(address("methods", slug="hips")).text
    assert "One of your favourites" not in as_ana.get(address("methods", slug="hips")).text
    as_bo.post(star)
    assert "One of your favourites" not in as_bo.get(address("methods", slug="hips")).text


def test_from_the_agenda_a_method_is_chosen_and_comes_back_as_an_item(announced, as_ana):
    builder = as_ana.get(address("agenda", pk=announced.pk)).text
    assert f"{address('methods', slug='hips')}?meeting={announced.pk}" in builder
    library = as_ana.get(address("methods", slug="hips"), {"meeting": announced.pk, "q": "weather"})
    assert "You are choosing a method for the agenda of" in library.text
    put = address("method_put", slug="hips", key="weather-report")
    assert " checked" in as_ana.get(f"{put}?meeting={announced.pk}").text
    sent = {"meeting": announced.pk, "title": "How are we?", "minutes": 10, "key": "once"}
    as_ana.post(put, sent)
    page = as_ana.post(put, sent, follow=True)
    assert "“How are we?” is on the agenda." in page.text
    item = announced.items.get()
    assert (item.method, item.minutes, item.kind) == ("weather-report", 10, "icebreaker")
    assert item.words == "Each person says how they are today, as a kind of weather."


def test_the_steps_can_be_written_into_the_item_to_change_them(announced, as_ana):
    sent = {"meeting": announced.pk, "title": "Round", "minutes": 10, "own_steps": "on"}
    as_ana.post(address("method_put", slug="hips", key="round"), sent)
    assert announced.items.get().words.startswith("1. Read the question aloud.")


def test_without_a_meeting_to_come_the_page_says_what_to_do_first(community, as_ana):
    assert "No meeting is coming" in as_ana.get(address("method_put", slug="hips", key="round")).text


def test_whoever_leads_an_item_chooses_its_method_and_takes_it_off(announced, bos, as_bo):
    item = make.item(announced, "Icebreaker", lead=bos)
    assert "Choose a method" in as_bo.get(announced.get_absolute_url()).text
    page = as_bo.get(address("method", slug="hips", key="round"), {"item": item.pk}).text
    assert "Use it for “Icebreaker”" in page
    choose = address("item_method", pk=announced.pk, item=item.pk)
    assert "How it goes: A round" in " ".join(as_bo.post(choose, {"method": "round"}, follow=True).text.split())
    as_bo.post(choose, {"method": "unheard of"})
    item.refresh_from_db()
    assert item.method == "round"
    assert "The method is taken off" in as_bo.post(choose, {"method": ""}, follow=True).text


def test_a_member_who_does_not_lead_the_item_chooses_nothing(announced, as_bo):
    item = make.item(announced, "Icebreaker")
    assert as_bo.post(address("item_method", pk=announced.pk, item=item.pk), {"method": "round"}).status_code == 403
    assert "Use it for" not in as_bo.get(address("method", slug="hips", key="round"), {"item": item.pk}).text


def test_after_the_meeting_whoever_led_says_how_it_went(held, bos, as_bo):
    item = make.item(held, "Icebreaker", lead=bos, method="round")
    rating = address("item_rating", pk=held.pk, item=item.pk)
    assert rating in as_bo.get(held.get_absolute_url()).text
    assert "Choose how it went." in as_bo.post(rating, {"words": ""}).text
    page = as_bo.post(rating, {"verdict": "mixed", "words": "In two groups"}, follow=True)
    assert "Mixed (1)" in page.text
    assert "In two groups" not in page.text
    assert "In two groups" in as_bo.get(rating).text


def test_facilitators_read_what_to_do_differently(held, bos, as_ana):
    item = make.item(held, method="round")
    MethodRating.objects.create(item=item, membership=bos, method="round", verdict=Verdict.WELL, words="In two groups")
    page = as_ana.get(address("method", slug="hips", key="round")).text
    assert "In two groups" in page
    assert "Autumn meeting" in page


def test_the_builder_and_the_pack_show_the_method_to_whoever_leads(announced, bos, as_ana, as_bo):
    make.item(announced, "Icebreaker", method="round")
    item = announced.items.get()
    assert "A round" in as_ana.get(address("agenda", pk=announced.pk)).text
    assert "Take the method off" in as_ana.get(address("agenda_item", pk=announced.pk, item=item.pk)).text
    pack = address("pack_page", pk=announced.pk)
    assert "How to lead “Icebreaker”" in as_ana.get(pack).text
    assert "How to lead “Icebreaker”" not in as_bo.get(pack).text


def test_a_method_is_one_sheet_in_two_sizes(community, as_bo):
    sheet = address("method_page", slug="hips", key="triz")
    assert "TRIZ" in as_bo.get(sheet).text
    assert 'class="large"' in as_bo.get(f"{sheet}?large").text
    assert as_bo.get(address("method_pdf", slug="hips", key="triz"))["Content-Type"].startswith(
        ("application/pdf", "text/html")
    )


@pytest.mark.parametrize("times", [1, 3])
def test_a_page_asks_as_often_for_one_use_as_for_three(held, as_ana, times, django_assert_num_queries):
    for _number in range(times):
        make.item(held, method="round")
    page = address("method", slug="hips", key="round")
    as_ana.get(page)
    with django_assert_num_queries(6):
        as_ana.get(page)
