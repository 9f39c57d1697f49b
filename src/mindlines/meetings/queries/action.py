"""Actions that were agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone

from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import ActionState, Phase
from mindlines.meetings.models import Action
from mindlines.people.models import Person

REMIND_BEFORE = timedelta(days=2)


def of(community: Community, *, viewer: Membership, state: str = ActionState.OPEN) -> QuerySet[Action]:
    """Actions in that state: the viewer's own first, then by date. Who did how much is shown nowhere."""
    mine = Case(When(owner=viewer, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = community.actions.filter(state=state).select_related("owner__person", "owner__constituency", "meeting")
    if state == ActionState.OPEN:
        return found.alias(mine=mine).order_by("mine", F("due_on").asc(nulls_last=True), "pk")
    return found.order_by("-closed_at", "-pk")


def open_actions_of(membership: Membership) -> QuerySet[Action]:
    """What this member agreed to do and has not finished, by date."""
    return Action.objects.open().filter(owner=membership).select_related("meeting", "community")


def open_actions_everywhere(person: Person) -> QuerySet[Action]:
    """What this person agreed to do and has not finished, in every community where they belong, by date."""
    mine = Action.objects.open().filter(owner__in=Membership.objects.present().filter(person=person))
    return mine.select_related("meeting", "community", "owner__person")


def to_remind(today: date) -> QuerySet[Action]:
    """Open actions hoped for within two days, whose owner has not been reminded of that date."""
    soon = today + REMIND_BEFORE
    return (
        Action.objects.open()
        .filter(owner__isnull=False, due_on__gte=today, due_on__lte=soon, reminded_at=None)
        .select_related("owner__person", "community", "meeting")
    )


@dataclass(frozen=True)
class Row:
    """One action with what a list says about it; being late is said gently, and nobody is compared."""

    action: Action
    is_mine: bool
    is_late: bool


def rows(actions: Iterable[Action], *, viewer: Membership) -> list[Row]:
    today = timezone.localdate()
    return [
        Row(action=action, is_mine=action.owner_id == viewer.pk, is_late=action.is_late(today)) for action in actions
    ]


def my_rows(actions: Iterable[Action]) -> list[Row]:
    """The same as rows, where all of them are one's own."""
    today = timezone.localdate()
    return [Row(action=action, is_mine=True, is_late=action.is_late(today)) for action in actions]


def about(action: Action) -> dict[str, bool]:
    """What the page of one action needs to know."""
    is_planned = action.meeting is not None and action.meeting.phase == Phase.PLANNED
    return {
        "is_late": action.is_late(timezone.localdate()),
        "is_open": action.state == ActionState.OPEN,
        "names_meeting": action.meeting is not None and (not is_planned or action.viewer.facilitates),
    }


def chosen_state(typed: str) -> str:
    """One of the states; open when the address says nothing we know."""
    return typed if typed in ActionState.values else ActionState.OPEN


def reopen_url(action: Action) -> str:
    return reverse("meetings:reopen_action", kwargs={"pk": action.pk})
