"""What in a room is somebody's own, as far as their device can tell."""

from types import SimpleNamespace

import pytest

from mindlines.live.queries import rooms
from mindlines.meetings.choices import Presence, ReplyMode
from mindlines.meetings.models import Attendance
from mindlines.voice.actions import ballots, polls
from mindlines.voice.queries import slips
from tests import make_ballots, make_live


@pytest.fixture
def room(meeting, bos):
    """The room as Bo sees it."""
    made = make_live.room(meeting)
    made.viewer = bos
    return made


@pytest.fixture
def device(meeting, community, bos):
    """Votes from Bo's device, and what it holds."""
    poll = make_ballots.poll(community, meeting=meeting, is_paired=True)
    cookies: dict[str, str] = {}

    def vote(words: str) -> None:
        name = slips.cookie_name(poll.box, of=bos)
        poll.refresh_from_db()
        answer = make_ballots.choosing(poll, words)
        cookies[name] = ballots.vote(poll, answer=answer, by=bos, slip=cookies.get(name, ""))

    return SimpleNamespace(poll=poll, cookies=cookies, vote=vote)


def test_everybody_s_own_is_themselves_and_a_visitor_has_nothing(room, bos):
    assert rooms.own(room, cookies={}) == [f"member:{bos.pk}"]
    room.viewer = None
    assert rooms.own(room, cookies={}) == []


def test_a_hand_is_own_while_it_is_up(room, bos):
    hand = make_live.hand(room, bos)
    assert "hand" in rooms.own(room, cookies={})
    hand.delete()
    assert "hand" not in rooms.own(room, cookies={})


def test_a_vote_is_own_on_the_device_that_gave_it(room, device):
    device.vote("Yes")
    assert f"vote:{device.poll.pk}:open" in rooms.own(room, cookies=device.cookies)
    assert [key for key in rooms.own(room, cookies={}) if key.startswith("vote")] == []


def test_the_second_time_the_first_answer_does_not_count(room, device, ana):
    device.vote("Yes")
    polls.discuss(device.poll, by=ana)
    polls.open_again(device.poll, by=ana)
    second = f"vote:{device.poll.pk}:open_again"
    assert second not in rooms.own(room, cookies=device.cookies)
    device.vote("No")
    assert second in rooms.own(room, cookies=device.cookies)


@pytest.mark.parametrize(
    ("mode", "way"),
    [(ReplyMode.ROOM, "room"), (ReplyMode.ONLINE, "online"), (ReplyMode.PHONE, "phone"), (ReplyMode.CANNOT, "")],
)
def test_who_comes_in_is_offered_what_they_had_replied(room, bos, mode, way):
    room.meeting.replies.create(membership=bos, mode=mode)
    assert rooms.arrival(room, membership=bos) == rooms.Arrival(is_here=False, way=way)


def test_who_is_here_is_asked_no_more(room, bos):
    assert rooms.arrival(room, membership=bos) == rooms.Arrival(is_here=False, way="")
    Attendance.objects.create(meeting=room.meeting, membership=bos, presence=Presence.ONLINE)
    assert rooms.arrival(room, membership=bos) == rooms.Arrival(is_here=True, way="online")
    assert rooms.people_here(room) == [bos]
