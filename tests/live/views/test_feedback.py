import pytest
from django.test import Client
from django.urls import reverse

from mindlines.live.models import Feedback
from mindlines.meetings.models import Point
from tests import make_live


@pytest.fixture
def room(meeting):
    return make_live.room(meeting)


@pytest.fixture
def group(room, meeting, anas, bos):
    return make_live.shown_groups(meeting, [bos, anas], task="Talk about **two** things.").groups.get()


def at(room, name="group"):
    return reverse(f"live:{name}", kwargs={"pk": room.meeting_id})


def typed(words, *, version=0, pen="bos page"):
    return {"words": words, "version": version, "pen": pen}


def test_bo_sees_the_task_the_people_and_a_box(room, group, as_bo):
    page = as_bo.get(at(room)).content.decode()
    assert "<strong>two</strong>" in page and "Ana Alvarez" in page
    assert "data-autosave" in page and "Send it to the notes" in page


def test_without_a_seat_the_page_says_what_will_be_there(room, as_bo):
    page = as_bo.get(at(room)).content.decode()
    assert "You have no seat in a small group now" in page and "<textarea" not in page
    refused = as_bo.post(at(room, "group_write"), typed("Too long"))
    assert refused.status_code == 403 and "Ask a facilitator to give you one" in refused.content.decode()


def test_bo_saves_with_the_button_and_the_page_saves_by_itself(room, group, as_bo):
    assert as_bo.post(at(room, "group_write"), typed("Too")).url == at(room)
    saved = as_bo.post(at(room, "group_write"), typed("Too\r\nlong"), headers={"X-Autosave": "1"})
    assert (saved.status_code, saved["X-Version"]) == (204, "2")
    assert Feedback.objects.get().words == "Too\nlong"
    assert "Too\nlong" in as_bo.get(at(room)).content.decode()


def test_two_who_write_at_once_see_both_texts_and_choose(room, group, as_bo, as_ana):
    as_bo.post(at(room, "group_write"), typed("Too long"))
    mine = typed("Too short", pen="anas page")
    assert as_ana.post(at(room, "group_write"), mine, headers={"X-Autosave": "1"}).status_code == 409
    for name in ("group_write", "group_send"):
        answer = as_ana.post(at(room, name), mine)
        page = answer.content.decode()
        assert answer.status_code == 409 and "Too long" in page and "Too short" in page
    assert Feedback.objects.get().words == "Too long" and not Point.objects.exists()


def test_sending_takes_the_words_in_the_box_and_a_second_press_changes_nothing(room, group, as_bo):
    for _press in range(2):
        assert as_bo.post(at(room, "group_send"), typed("Too long")).url == at(room)
    assert [point.words for point in Point.objects.all()] == ["Group 1: Too long"]
    page = as_bo.get(at(room)).content.decode()
    assert "It is in the notes of the meeting" in page and "<textarea" not in page


@pytest.mark.parametrize("name", ["group_write", "group_send"])
def test_words_that_are_too_long_are_given_back(room, group, as_bo, name):
    answer = as_bo.post(at(room, name), typed("x" * 4001))
    assert answer.status_code == 422 and "This is too long" in answer.content.decode()
    by_itself = as_bo.post(at(room, name), typed("x" * 4001), headers={"X-Autosave": "1"})
    assert by_itself.status_code == 422 and "This is too long" in by_itself.content.decode()


def test_whoever_came_in_with_a_paper_writes_for_the_group(room, group, bos):
    client = Client()
    client.cookies.load(make_live.pass_cookie(make_live.given_pass(room, bos)))
    assert client.post(at(room, "group_send"), typed("Too long")).status_code == 302
    assert Point.objects.get().words == "Group 1: Too long"
