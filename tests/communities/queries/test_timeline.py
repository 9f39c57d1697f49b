from datetime import UTC, date, datetime

import pytest

from mindlines.communities.actions import charter, priorities, reviews
from mindlines.communities.choices import Answer, RoleName
from mindlines.communities.models import Priority
from mindlines.communities.queries import timeline
from tests import make


@pytest.fixture
def history(community, ana, bos):
    priorities.add("ESCAPE-pain", to=community, by=ana, why="Knees hurt.")
    Priority.objects.update(chosen_on=date(2026, 2, 20))
    event = reviews.note_event(community, title="Clinics close.", on=date(2026, 3, 16), by=ana)
    verdict = reviews.Verdict(priority=Priority.objects.get(), outcome="adapt", why="No groups.", change="Online.")
    reviews.review([verdict], because=event, on=date(2026, 3, 16), based_on=0, by=ana)
    charter.write(community, wording=charter.Wording(purpose="Online.", agreed_on=date(2026, 6, 1)), based_on=0, by=ana)
    held = {"answered_at": datetime(2026, 1, 5, tzinfo=UTC), "ended_at": datetime(2026, 7, 5, tzinfo=UTC)}
    make.role(bos, RoleName.CHAIR, answer=Answer.ENDED, **held)
    make.role(bos, RoleName.BUDDY, answer=Answer.DECLINED, answered_at=datetime(2026, 7, 5, tzinfo=UTC))
    return community


def test_one_line_tells_everything_newest_first_and_causes_before_effects(history):
    told = [(each.kind, each.title) for each in timeline.page(history, kind="", number=None)]
    assert told == [
        ("role", "Bo Berg no longer holds a role: Chair"),
        ("charter", "Charter, version 1"),
        ("review", "Adapt: ESCAPE-pain"),
        ("event", "Clinics close."),
        ("priority", "We chose: ESCAPE-pain"),
        ("role", "Bo Berg took on a role: Chair"),
    ]


def test_a_review_says_why_what_changes_and_because_of_what(history):
    review = timeline.page(history, kind="review", number=None)[0]
    assert review.words == "No groups. Online. Because of: Clinics close."
    assert (review.meta, review.tone) == ("Reviews", "")


@pytest.mark.parametrize(("kind", "count"), [("event", 1), ("charter", 1), ("priority", 1), ("role", 2), ("x", 6)])
def test_the_line_shows_one_kind_or_everything(history, kind, count):
    assert len(timeline.page(history, kind=kind, number=None)) == count


def test_the_newest_moments_leave_roles_out(history):
    assert "role" not in {each.kind for each in timeline.newest(history)}


def test_the_neighbours_have_a_line_of_their_own(history, neighbours):
    assert list(timeline.page(neighbours, kind="", number=None)) == []


def test_a_day_is_the_day_on_the_communitys_calendar(community, bos):
    community.time_zone = "Pacific/Auckland"
    make.role(bos, RoleName.CHAIR, answered_at=datetime(2026, 1, 5, 20, tzinfo=UTC))
    assert timeline.page(community, kind="role", number=None)[0].when == date(2026, 1, 6)


def test_three_of_each_cost_no_more_queries_than_one(history, bos, ana, django_assert_max_num_queries):
    for number in range(2):
        reviews.note_event(history, title=f"Event {number}", on=date(2026, 8, 1), by=ana)
        priorities.add(f"Priority {number}", to=history, by=ana)
        make.role(make.membership(history), answered_at=datetime(2026, 1, 5, tzinfo=UTC))
    with django_assert_max_num_queries(8):
        timeline.page(history, kind="", number=None)
