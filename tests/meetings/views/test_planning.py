"""What people see and do while a meeting is planned."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from mindlines.meetings.actions import notices
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting
from tests import make
from tests.meetings.conftest import A_SUNDAY

pytestmark = pytest.mark.usefixtures("in_november")

SPRING = {
    "title": "Spring", "kind": "community", "day_day": "10", "day_month": "3", "day_year": "2027", "starts": "10.30am",
    "zone": "Europe/London", "minutes": "90", "setting": "in_person", "place": "", "link": "", "dial_in": "",
}  # fmt: skip


def url(name, **keys):
    return reverse(f"meetings:{name}", kwargs=keys)


def page(client, name, **keys):
    response = client.get(url(name, **keys))
    assert response.status_code == 200
    return response.content.decode()


def plan(client, start="empty", **more):
    return client.post(f"{url('new', slug='hips')}?start={start}", {**SPRING, **more})


def test_a_meeting_begins_with_a_template_and_leads_to_its_agenda(as_ana):
    response = plan(as_ana, start="first")
    made = Meeting.objects.get()
    assert response.headers["Location"] == url("agenda", pk=made.pk)
    assert (made.starts_at.isoformat(), made.items.count()) == ("2027-03-10T10:30:00+00:00", 9)


def test_a_meeting_begins_like_the_last_one(as_ana, community):
    last = make.meeting(
        community, "Autumn", starts_at=A_SUNDAY - timedelta(days=40), phase=Phase.HELD, purpose="To listen"
    )
    make.item(last, "Bus fares")
    assert "To listen" in as_ana.get(f"{url('new', slug='hips')}?start=last").content.decode()
    plan(as_ana, start="last")
    assert [item.title for item in Meeting.objects.get(title="Spring").items.all()] == ["Bus fares"]


def test_without_a_last_meeting_one_is_asked_again_with_what_to_begin(as_ana):
    assert "What do you want to begin with?" in as_ana.get(f"{url('new', slug='hips')}?start=last").content.decode()


def test_a_time_in_the_past_is_refused_beside_the_field(as_ana):
    words = plan(as_ana, day_year="2026").content.decode()
    assert "This day and time are in the past" in words
    assert not Meeting.objects.exists()


def test_a_meeting_at_the_same_time_is_mentioned(as_ana, community):
    make.meeting(community, "Steering", starts_at=A_SUNDAY.replace(year=2027, month=3, day=10, hour=11))
    response = plan(as_ana)
    assert "At the same time there is also: Steering." in as_ana.get(response.headers["Location"]).content.decode()


def test_a_new_place_of_an_announced_meeting_asks_whether_to_tell_everyone(as_ana, community, meeting):
    meeting.phase = Phase.ANNOUNCED
    meeting.save()
    place = make.place(community)
    form = as_ana.get(url("change", pk=meeting.pk)).context["form"]
    said = {"starts": "10am", "day": "2026-12-09", "seen": form.initial["seen"], "place": place.pk, "minutes": 120}
    response = as_ana.post(url("change", pk=meeting.pk), {**SPRING, "title": meeting.title, **said})
    assert response.headers["Location"] == url("tell_change", pk=meeting.pk)


def test_the_page_of_a_meeting_shows_both_clocks_to_a_reader_elsewhere(community, meeting, bo):
    meeting.phase = Phase.ANNOUNCED
    meeting.save()
    bo.time_zone = "Europe/Berlin"
    bo.save()
    client = Client()
    client.force_login(bo)
    words = page(client, "meeting", pk=meeting.pk)
    assert "11am to 1pm" in words
    assert "Where the community meets it is Wednesday 9 December 2026, 10am to midday" in words


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_of_a_meeting_costs_the_same_for_small_and_large(
    as_bo, community, meeting, many, django_assert_max_num_queries
):
    meeting.phase = Phase.ANNOUNCED
    meeting.save()
    for number in range(20):
        lead = make.membership(community)
        make.item(meeting, f"Item {number}", lead=lead, words="What we want from it, in one sentence.")
    for number in range(10 * many):
        make.meeting(community, f"Before {number}", phase=Phase.HELD, starts_at=A_SUNDAY - timedelta(days=number + 1))
        make.membership(community)
    with django_assert_max_num_queries(10):
        response = as_bo.get(url("meeting", pk=meeting.pk))
    assert len(response.content) < 60_000


@pytest.mark.parametrize("many", [1, 3])
def test_lists_cost_the_same_for_one_and_for_three(as_ana, community, meeting, many, django_assert_num_queries):
    for number in range(many):
        make.meeting(
            community,
            f"Next {number}",
            starts_at=A_SUNDAY + timedelta(days=number + 1),
            place=make.place(community, f"P{number}"),
        )
        make.meeting(community, f"Before {number}", phase=Phase.HELD, starts_at=A_SUNDAY - timedelta(days=number + 1))
        make.item(meeting, f"Item {number}", lead=make.membership(community))
    with django_assert_num_queries(7):
        page(as_ana, "list", slug="hips")
    with django_assert_num_queries(4):
        page(as_ana, "places", slug="hips")
    with django_assert_num_queries(9):
        page(as_ana, "agenda", pk=meeting.pk)


@pytest.mark.parametrize("many", [1, 3])
def test_answers_cost_the_same_for_one_and_for_three(as_ana, community, meeting, many, django_assert_num_queries):
    for _number in range(many):
        make.membership(community)
    notices.tell_all.call(notices.announce(meeting, by=make.person(), invitation=notices.Invitation(key="k")).pk)
    with django_assert_num_queries(12):
        words = page(as_ana, "replies", pk=meeting.pk)
    assert f"0 of {many + 1} people say that they come." in words


@pytest.mark.parametrize("many", [1, 3])
def test_series_cost_the_same_for_one_and_for_three(as_ana, community, many, django_assert_num_queries):
    for number in range(many):
        series = community.series.create(name=f"Series {number}", starts="10:00")
        make.meeting(community, f"One of {number}", series=series)
    with django_assert_num_queries(5):
        page(as_ana, "series", slug="hips")
