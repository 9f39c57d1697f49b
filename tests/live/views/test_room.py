"""What members meet in the room: one page, forms that work by themselves, and the same work for the page of three and of three hundred."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mindlines.live.choices import HandState, RoomPhase
from mindlines.live.hub.rendering import in_parts
from mindlines.meetings.choices import Presence, ReplyMode
from mindlines.meetings.models import Attendance
from mindlines.voice.models import Contribution, WordRequest
from mindlines.voice.queries import marks
from tests import make, make_ballots, make_live, make_voice


@pytest.fixture(autouse=True)
def forgetful():
    """Nobody has typed a wrong code or sent something a moment ago."""
    cache.clear()


def at(name: str, meeting, **more) -> str:
    return reverse(f"live:{name}", kwargs={"pk": meeting.pk, **more})


def page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_member_sees_where_we_are_and_what_comes_next(meeting, as_bo):
    welcome, _leaflet = make.item(meeting, "Welcome"), make.item(meeting, "The leaflet")
    room = make_live.room(meeting, item=welcome)
    room.times.create(item=welcome)
    shown = page(as_bo, at("room", meeting))
    assert "Welcome" in shown
    assert "The leaflet" in shown
    assert "data-clock" in shown


def test_coming_in_marks_who_is_here_with_one_tap(meeting, bos, as_bo):
    make_live.room(meeting)
    meeting.replies.create(membership=bos, mode=ReplyMode.ONLINE)
    assert "How are you here?" in page(as_bo, at("room", meeting))
    assert as_bo.post(at("arrive", meeting), {"way": "online"}).status_code == 302
    assert [(row.membership, row.presence) for row in meeting.attendance.all()] == [(bos, Presence.ONLINE)]
    assert "How are you here?" not in page(as_bo, at("room", meeting))


def test_a_way_that_there_is_not_is_asked_again(meeting, as_bo):
    make_live.room(meeting)
    response = as_bo.post(at("arrive", meeting), {"way": "by balloon"})
    assert response.status_code == 422


def test_a_question_with_a_name_stands_there_with_it(meeting, bo, as_bo):
    make_live.room(meeting)
    as_bo.post(at("say", meeting), {"words": "Who prints it?", "kind": "question", "is_nameless": "no", "key": "k1"})
    shown = page(as_bo, at("room", meeting))
    assert "Who prints it?" in shown
    assert bo.name in shown


def test_a_question_without_a_name_is_found_again_by_the_device_alone(meeting, as_bo):
    make_live.room(meeting)
    answer = as_bo.post(at("say", meeting), {"words": "Is it cancer?", "is_nameless": "yes", "key": "k1"})
    found = Contribution.objects.get()
    assert (found.membership, found.made_at) == (None, None)
    assert marks.is_from(answer.cookies[marks.COOKIE].value, contribution=found)


def test_a_form_that_is_sent_twice_counts_once(meeting, as_bo):
    make_live.room(meeting)
    for _time in range(2):
        as_bo.post(at("say", meeting), {"words": "Who prints it?", "key": "k1"})
    assert Contribution.objects.count() == 1


def test_nothing_to_say_is_asked_for_in_words(meeting, as_bo):
    make_live.room(meeting)
    response = as_bo.post(at("say", meeting), {"words": " "})
    assert response.status_code == 422
    assert "Write your question or point." in response.content.decode()


def test_who_can_read_it_is_said_before(meeting, as_bo):
    make_live.room(meeting)
    shown = page(as_bo, at("room", meeting))
    assert "member of Hips and knees can read it" in shown
    assert "So can everybody who follows this meeting with its code." in shown
    assert "Nobody can find out that it was you" in shown


def test_a_word_is_asked_for_in_one_tap_and_its_meaning_stands_there_for_everyone(meeting, as_bo):
    make_live.room(meeting)
    as_bo.post(at("word", meeting), {"word": "PROM", "key": "k1"})
    asked = WordRequest.objects.get()
    assert (asked.word, asked.meeting) == ("PROM", meeting)
    asked.term = make.term(meeting.community)
    asked.save()
    assert "Questions about how you are." in page(as_bo, at("room", meeting))
    again = as_bo.post(at("word", meeting), {"word": "prom", "key": "k2"}, follow=True)
    assert "means: Questions about how you are." in again.content.decode()


def test_no_word_asks_for_nothing(meeting, as_bo):
    make_live.room(meeting)
    as_bo.post(at("word", meeting), {"word": " "})
    assert not WordRequest.objects.exists()


def test_a_hand_goes_up_and_down_by_plain_forms(meeting, bos, as_bo):
    room = make_live.room(meeting)
    as_bo.post(at("hand", meeting), {"about": "The print"})
    assert [(hand.membership, hand.about, hand.state) for hand in room.hands.all()] == [(bos, "The print", "waiting")]
    as_bo.post(at("hand", meeting), {"deed": "lower"})
    assert [hand.state for hand in room.hands.all()] == ["lowered"]


def test_a_device_holds_a_slip_before_it_votes_and_the_answer_counts_once(meeting, community, as_bo):
    room = make_live.room(meeting)
    poll = make_ballots.poll(community, meeting=meeting)
    as_bo.get(at("room", meeting))
    assert any(name.startswith("ml_slip_") for name in as_bo.cookies)
    choice = {"answer": str(make_ballots.option(poll, "Yes").pk), "back": room.get_absolute_url()}
    for _time in range(2):
        as_bo.post(reverse("voice:vote", kwargs={"pk": poll.pk}), choice)
    assert poll.ballots.count() == 1
    shown = page(as_bo, at("room", meeting))
    assert "This vote is secret." in shown
    given = re.search(r'<p\s[^>]*class="ml-room__given"[^>]*>', shown)
    assert given
    assert "hidden" not in given[0]


def test_before_it_opens_one_sees_the_agenda_and_can_already_ask(meeting, as_bo):
    make.item(meeting, "Welcome")
    make_live.room(meeting, phase=RoomPhase.WAITING)
    shown = page(as_bo, at("room", meeting))
    assert "The meeting has not begun" in shown
    assert "Welcome" in shown
    assert 'id="id_words"' in shown
    as_bo.post(at("say", meeting), {"words": "Will there be tea?", "key": "k1"})
    assert Contribution.objects.get().words == "Will there be tea?"


def test_when_it_is_closed_nothing_is_asked_any_more(meeting, as_bo):
    make_live.room(meeting, phase=RoomPhase.CLOSED)
    shown = page(as_bo, at("room", meeting))
    assert 'id="id_words"' not in shown
    assert "How are you here?" not in shown


def test_the_page_is_kept_by_no_browser(meeting, as_bo):
    make_live.room(meeting)
    assert "no-store" in as_bo.get(at("room", meeting)).headers["Cache-Control"]


@pytest.mark.parametrize("audience", ["room", "console"])
def test_it_costs_the_same_for_one_for_three_and_for_three_hundred(audience, meeting, community, as_ana):
    room = make_live.room(meeting)
    make.item(meeting)
    counts = []
    for people in (1, 3, 300):
        fill(room, people=people - meeting.attendance.count())
        with CaptureQueriesContext(connection) as queries:
            page(as_ana, at(audience, meeting))
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 1
    assert counts[2] == counts[1]


def fill(room, *, people: int) -> None:
    """So many more people who are here, ask something, want to speak and do not know a word."""
    meeting = room.meeting
    for member in make_voice.crowd(meeting.community, people):
        Attendance.objects.create(meeting=meeting, membership=member, presence=Presence.ROOM)
        make_voice.contribution(meeting.community, by=member, meeting=meeting, origin="live")
        make_live.hand(room, member)
        make_voice.word(meeting.community, f"word {member.pk}", meeting=meeting)


def test_who_raised_a_hand_reads_how_many_come_before(meeting, community, bos, as_bo):
    room = make_live.room(meeting)
    first = make_live.hand(room, make.membership(community), waits=9)
    make_live.hand(room, bos, waits=5)
    assert "1 person may speak before you." in shown_as_own(as_bo, meeting)
    first.delete()
    assert "You may be next." in shown_as_own(as_bo, meeting)
    room.hands.update(state=HandState.SPEAKING)
    assert "It is your turn." in shown_as_own(as_bo, meeting)
    room.hands.update(state=HandState.SPOKEN)
    assert shown_as_own(as_bo, meeting) == ""


def shown_as_own(client, meeting) -> str:
    """What the queue says to this reader alone, where no script has marked it."""
    found = re.findall(r'<p\s[^>]*class="ml-queue__mine"[^>]*>.*?</p>', page(client, at("room", meeting)), re.DOTALL)
    return " ".join(" ".join(words.split()) for words in found if "hidden" not in words.split(">")[0])


def test_words_are_explained_on_every_screen_but_the_big_one(meeting):
    room = make_live.room(meeting)
    make.term(meeting.community)
    make_voice.contribution(meeting.community, "Who reads the PROM?", meeting=meeting)
    shown = {
        audience: in_parts(room, audience=audience, wanted=["questions"])["questions"]
        for audience in ("everyone", "screen")
    }
    assert "popovertarget" in shown["everyone"]
    assert "popovertarget" not in shown["screen"]
