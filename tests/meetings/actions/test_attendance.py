import pytest

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import attendance
from mindlines.meetings.choices import Phase, Presence
from tests import make


def test_a_tap_marks_a_member_and_another_one_changes_it(meeting, bos):
    attendance.mark(meeting, member=bos.pk, way=Presence.ROOM)
    attendance.mark(meeting, member=bos.pk, way=Presence.PHONE)
    assert [row.presence for row in meeting.attendance.all()] == [Presence.PHONE]


def test_not_here_takes_the_mark_away_however_often(meeting, bos):
    attendance.mark(meeting, member=bos.pk, way=Presence.ROOM)
    attendance.unmark(meeting, member=bos.pk)
    attendance.unmark(meeting, member=bos.pk)
    assert not meeting.attendance.exists()


def test_strangers_and_unknown_ways_are_refused(meeting, bos, neighbours):
    with pytest.raises(Refused, match="not on the list"):
        attendance.mark(meeting, member=make.membership(neighbours).pk, way=Presence.ROOM)
    with pytest.raises(Refused, match="not on the list"):
        attendance.mark(meeting, member=bos.pk, way="asleep")


def test_nobody_is_at_a_cancelled_meeting(community, bos):
    with pytest.raises(Refused, match="cancelled"):
        attendance.mark(make.meeting(community, phase=Phase.CANCELLED), member=bos.pk, way=Presence.ROOM)


def test_a_guest_is_welcomed_once_and_can_be_removed(meeting):
    guest = attendance.welcome_guest(meeting, name="Gail", way=Presence.ROOM)
    assert attendance.welcome_guest(meeting, name="gail", way=Presence.ROOM) == guest
    attendance.remove_guest(meeting, guest=guest.pk)
    attendance.remove_guest(meeting, guest=guest.pk)
    assert not meeting.attendance.exists()
