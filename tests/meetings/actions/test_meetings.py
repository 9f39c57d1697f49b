from datetime import timedelta

import pytest

from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import meetings
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting, Notice
from mindlines.meetings.queries import meetings as queries
from tests import make
from tests.meetings.conftest import A_SUNDAY

pytestmark = pytest.mark.usefixtures("in_november")


def details(**more):
    usual = {"title": "Spring", "kind": "community", "starts_at": A_SUNDAY + timedelta(days=30), "minutes": 90}
    return meetings.Details(**{**usual, "setting": "in_person", **more})


def change(meeting, ana, **more):
    return meetings.change(meeting, by=ana, details=details(**more), seen=queries.seen(meeting))


@pytest.fixture
def planned(community, ana):
    return meetings.plan(community, by=ana, details=details())


def announced(meeting):
    meeting.phase = Phase.ANNOUNCED
    meeting.save()
    return meeting


def test_the_same_form_sent_twice_makes_one_meeting(community, ana, planned):
    assert meetings.plan(community, by=ana, details=details()) == planned
    assert [line.verb for line in community.record.all()] == ["planned-meeting"]


def test_a_planned_meeting_is_found_by_facilitators_alone(planned):
    assert SearchEntry.objects.get(ref=f"meetings.meeting:{planned.pk}").for_facilitators


def test_a_time_in_the_past_is_refused(community, ana):
    with pytest.raises(Refused, match="past"):
        meetings.plan(community, by=ana, details=details(starts_at=A_SUNDAY - timedelta(days=1)))


def test_a_change_that_changes_nothing_leaves_no_line(community, ana, planned):
    assert not change(planned, ana)
    assert community.record.count() == 1


def test_a_change_of_a_plan_is_not_told(ana, planned):
    assert not change(planned, ana, minutes=60)
    planned.refresh_from_db()
    assert (planned.minutes, planned.sequence, planned.ends_at - planned.starts_at) == (60, 0, timedelta(minutes=60))


def test_a_new_time_of_an_announced_meeting_is_worth_telling(ana, planned):
    announced(planned)
    assert change(planned, ana, starts_at=A_SUNDAY + timedelta(days=31))
    planned.refresh_from_db()
    assert planned.sequence == 1


def test_a_new_purpose_is_not_worth_telling(ana, planned):
    assert not change(announced(planned), ana, purpose="To listen")


def test_a_form_made_from_older_details_is_refused(ana, planned):
    seen = queries.seen(planned)
    change(planned, ana, minutes=60)
    with pytest.raises(Refused, match="Somebody else"):
        meetings.change(planned, by=ana, details=details(title="Summer"), seen=seen)


def test_an_announced_meeting_is_not_moved_into_the_past(ana, planned):
    with pytest.raises(Refused, match="past"):
        change(announced(planned), ana, starts_at=A_SUNDAY - timedelta(days=1))


def test_a_held_meeting_stays_as_it_is(ana, planned):
    planned.phase = Phase.HELD
    planned.save()
    with pytest.raises(Refused, match="over or cancelled"):
        change(planned, ana, minutes=60)
    with pytest.raises(Refused, match="has been held"):
        meetings.cancel(planned, by=ana, because="Snow")


def test_cancelling_a_plan_tells_nobody_and_takes_it_out_of_the_search(ana, planned):
    meetings.cancel(planned, by=ana, because="Snow")
    assert not Notice.objects.exists()
    assert not SearchEntry.objects.filter(ref=f"meetings.meeting:{planned.pk}").exists()


def test_cancelling_twice_tells_once(community, ana, planned):
    announced(planned)
    meetings.cancel(planned, by=ana, because="Snow")
    meetings.cancel(planned, by=ana, because="Snow")
    planned.refresh_from_db()
    assert (planned.phase, planned.sequence, Notice.objects.count()) == (Phase.CANCELLED, 1, 1)
    assert community.record.filter(verb="cancelled-meeting").count() == 1


def test_a_meeting_at_the_same_time_is_noticed(community, planned):
    other = make.meeting(community, "Steering", starts_at=planned.starts_at + timedelta(minutes=60))
    make.meeting(community, "After", starts_at=planned.ends_at)
    make.meeting(community, "Cancelled", starts_at=planned.starts_at, phase=Phase.CANCELLED)
    assert list(queries.clashing(planned)) == [other]


def test_members_see_a_meeting_once_it_is_announced(community, planned, anas, bos):
    assert (list(queries.coming(bos)), list(queries.coming(anas))) == ([], [planned])
    announced(planned)
    assert list(queries.coming(bos)) == [planned]


def test_what_ended_without_being_closed_is_past(community, anas):
    forgotten = make.meeting(community, "October", starts_at=A_SUNDAY - timedelta(days=30), phase=Phase.ANNOUNCED)
    held = make.meeting(community, "September", starts_at=A_SUNDAY - timedelta(days=60), phase=Phase.HELD)
    assert list(queries.past(anas)) == [forgotten, held]
    assert Meeting.objects.count() == 2
