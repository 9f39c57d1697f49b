from django.utils import timezone

from mindlines.meetings.choices import Phase, PointKind
from mindlines.pages.queries import overview
from tests import make


def test_members_read_decisions_once_the_minutes_are_sent(anas, bos):
    meeting = make.meeting(bos.community, phase=Phase.HELD)
    decision = make.point(meeting, "We print it large", kind=PointKind.DECISION)
    assert overview.doings(bos).decisions == []
    assert overview.doings(anas).decisions == [decision]
    meeting.minutes_sent_at = timezone.now()
    meeting.save()
    assert overview.doings(bos).decisions == [decision]
