from datetime import date

import pytest

from mindlines.communities.actions import reviews as actions
from mindlines.communities.actions.priorities import add
from mindlines.communities.actions.reviews import Verdict
from mindlines.communities.choices import PriorityState, ReviewOutcome
from mindlines.communities.models import PriorityReview, SearchEntry
from mindlines.kernel.errors import Refused

A_DAY = date(2026, 6, 3)


@pytest.fixture
def pandemic(community, ana):
    return actions.note_event(
        community, title="Clinics close", on=date(2026, 3, 16), by=ana, source="Letter to all trusts"
    )


@pytest.fixture
def two(community, ana):
    return [add(title, to=community, by=ana) for title in ("STarT Back", "ESCAPE-pain")]


def verdicts(two, *outcomes):
    return [
        Verdict(priority=each, outcome=outcome, why="We talked.") for each, outcome in zip(two, outcomes, strict=True)
    ]


def test_an_event_is_noted_once_and_can_be_found(pandemic, community, ana):
    assert actions.note_event(community, title="clinics close", on=pandemic.on, by=ana) == pandemic
    actions.change_event(pandemic, title="Clinics close", on=pandemic.on, words="Groups cannot meet.", by=ana)
    assert "Groups cannot meet." in SearchEntry.objects.get(ref=f"communities.event:{pandemic.pk}").words


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (ReviewOutcome.KEEP, PriorityState.ACTIVE),
        (ReviewOutcome.ADAPT, PriorityState.ACTIVE),
        (ReviewOutcome.PAUSE, PriorityState.PAUSED),
        (ReviewOutcome.STOP, PriorityState.STOPPED),
    ],
)
def test_a_review_changes_what_we_do(outcome, state, two, pandemic, ana):
    actions.review(verdicts(two[:1], outcome), because=pandemic, on=A_DAY, based_on=0, by=ana)
    two[0].refresh_from_db()
    assert two[0].state == state


def test_all_verdicts_are_written_or_none(two, pandemic, ana, community):
    broken = [*verdicts(two[:1], ReviewOutcome.KEEP), Verdict(priority=two[1], outcome="nonsense", why="")]
    with pytest.raises(KeyError):
        actions.review(broken, because=pandemic, on=A_DAY, based_on=0, by=ana)
    assert not PriorityReview.objects.exists()
    assert not community.record.filter(verb="reviewed-priority").exists()


def test_a_second_click_writes_no_second_review(two, pandemic, ana):
    for _click in range(2):
        said = verdicts(two, ReviewOutcome.KEEP, ReviewOutcome.PAUSE)
        actions.review(said, because=pandemic, on=A_DAY, based_on=0, by=ana)
    assert PriorityReview.objects.count() == 2


def test_who_was_overtaken_by_another_review_is_told_so(two, pandemic, ana, bo):
    actions.review(
        verdicts(two, ReviewOutcome.KEEP, ReviewOutcome.KEEP), because=pandemic, on=A_DAY, based_on=0, by=ana
    )
    with pytest.raises(Refused, match="while you were writing"):
        actions.review(
            verdicts(two, ReviewOutcome.STOP, ReviewOutcome.STOP), because=pandemic, on=A_DAY, based_on=0, by=bo
        )


def test_a_review_of_nothing_writes_nothing(ana):
    actions.review([], because=None, on=A_DAY, based_on=0, by=ana)
    assert not PriorityReview.objects.exists()
