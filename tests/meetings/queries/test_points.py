import pytest

from mindlines.meetings.actions import notes, waiting
from mindlines.meetings.choices import Phase, PointKind
from mindlines.meetings.models import Meeting
from mindlines.meetings.queries.points import what_became_of
from tests import make


@pytest.fixture
def held(community):
    return make.meeting(community, "Autumn meeting", phase=Phase.HELD)


def fate(bos):
    (became,) = what_became_of(bos)
    return became.state, became.sentence


def test_a_member_reads_what_became_of_a_point_through_every_turn(held, meeting, community, bos, ana):
    point = make.point(held, "Parking", kind=PointKind.PARKED, raised_by=bos)
    assert fate(bos) == ("waits", "It waits for one of the next meetings.")
    item = waiting.take_up(point, into=meeting, by=ana)
    Meeting.objects.filter(pk=meeting.pk).update(phase=Phase.PLANNED)
    assert fate(bos) == ("prepared", "It will be on the agenda of a meeting that is being planned.")
    Meeting.objects.filter(pk=meeting.pk).update(phase=Phase.ANNOUNCED)
    assert fate(bos) == ("planned", "On the agenda of “Winter meeting” on 9 December 2026, as “Parking”.")
    notes.close(meeting, by=ana, reached=set())
    assert fate(bos)[0] == "waits_again"
    later = make.meeting(community, "Spring meeting", phase=Phase.ANNOUNCED)
    again = waiting.take_up(item, into=later, by=ana)
    assert fate(bos)[0] == "planned"
    notes.close(later, by=ana, reached={again.pk})
    assert fate(bos) == ("talked_about", "Talked about at “Spring meeting” on 9 December 2026, as “Parking”.")


@pytest.mark.parametrize(
    ("kind", "state"),
    [(PointKind.DECISION, "decided"), (PointKind.POINT, "noted"), (PointKind.QUESTION, "waits")],
)
def test_each_kind_of_point_has_a_fate(held, bos, kind, state):
    make.point(held, kind=kind, raised_by=bos)
    assert fate(bos)[0] == state


def test_a_question_of_a_running_meeting_is_noted_and_does_not_wait_yet(meeting, bos):
    make.point(meeting, kind=PointKind.QUESTION, raised_by=bos)
    assert fate(bos)[0] == "noted"


def test_answers_and_reasons_reach_whoever_raised_the_point(held, meeting, bos, ana):
    asked = make.point(held, kind=PointKind.QUESTION, raised_by=bos)
    waiting.settle(asked, became="There are six places.", by=ana)
    assert fate(bos) == ("answered", "Answer: There are six places.")
    asked.delete()
    parked = make.point(held, kind=PointKind.PARKED, raised_by=bos)
    item = waiting.take_up(parked, into=meeting, by=ana)
    notes.close(meeting, by=ana, reached=set())
    waiting.let_go(item, because="The surgery moved.", by=ana)
    assert fate(bos) == ("let_go", "Let go, because: The surgery moved.")


@pytest.mark.parametrize("points", [1, 3])
def test_it_costs_the_same_for_one_point_and_for_three(held, bos, points, django_assert_num_queries):
    for _ in range(points):
        make.point(held, kind=PointKind.PARKED, raised_by=bos)
    with django_assert_num_queries(2):
        assert len(what_became_of(bos)) == points
