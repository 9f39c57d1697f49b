"""What happened outside, and what the community does about its priorities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record, search
from mindlines.communities.actions.priorities import lock
from mindlines.communities.choices import FoundKind, PriorityState, ReviewOutcome
from mindlines.communities.models import Community, ContextEvent, Priority, PriorityReview
from mindlines.kernel.errors import Refused
from mindlines.people.models import Person

BECOMES: Mapping[str, PriorityState] = {
    ReviewOutcome.KEEP: PriorityState.ACTIVE,
    ReviewOutcome.ADAPT: PriorityState.ACTIVE,
    ReviewOutcome.PAUSE: PriorityState.PAUSED,
    ReviewOutcome.STOP: PriorityState.STOPPED,
}


@dataclass(frozen=True)
class Verdict:
    """What is done with one priority, and why."""

    priority: Priority
    outcome: str
    why: str
    change: str = ""


@transaction.atomic
def note_event(
    community: Community, *, title: str, on: date, by: Person, words: str = "", source: str = ""
) -> ContextEvent:
    """Something that happened outside; the same title on the same day is one event."""
    lock(community)
    again = community.context_events.filter(title__iexact=title, on=on).first()
    if again:
        return again
    event = ContextEvent.objects.create(
        community=community, title=title, on=on, words=words, source=source, noted_by=by
    )
    record.note(community, by=by, verb="noted-event", words=title)
    make_findable(event)
    return event


@transaction.atomic
def change_event(event: ContextEvent, *, title: str, on: date, by: Person, words: str = "", source: str = "") -> None:
    event.title, event.on, event.words, event.source = title, on, words, source
    event.save(update_fields=["title", "on", "words", "source"])
    record.note(event.community, by=by, verb="changed-event", words=title)
    make_findable(event)


@transaction.atomic
def review(verdicts: Sequence[Verdict], *, because: ContextEvent | None, on: date, based_on: int, by: Person) -> None:
    """All verdicts are written down together, or none.

    `based_on` is the newest review the writer had seen (0 when there was none): a second click changes nothing, and
    whoever was overtaken by another review is told so.
    """
    if not verdicts:
        return
    community = verdicts[0].priority.community
    lock(community)
    newer = list(PriorityReview.objects.filter(priority__community=community, pk__gt=based_on).order_by("pk"))
    if newer and _said_already(verdicts, newer):
        return
    if newer:
        raise Refused(
            _(
                "Somebody reviewed priorities while you were writing. Your words are still here: look at what changed, then save again."
            )
        )
    for verdict in verdicts:
        _write_down(verdict, because=because, on=on, by=by)


def make_findable(event: ContextEvent) -> None:
    """Keep the search entry of an event current."""
    search.put(
        f"communities.event:{event.pk}",
        community=event.community,
        kind=FoundKind.EVENT,
        title=event.title,
        words="\n".join(filter(None, [event.words, event.source])),
        url=event.get_absolute_url(),
    )


def _write_down(verdict: Verdict, *, because: ContextEvent | None, on: date, by: Person) -> None:
    priority = verdict.priority
    PriorityReview.objects.create(
        priority=priority,
        because=because,
        outcome=verdict.outcome,
        why=verdict.why,
        change=verdict.change,
        on=on,
        by=by,
    )
    priority.state = BECOMES[verdict.outcome]
    priority.save(update_fields=["state"])
    words = f"{ReviewOutcome(verdict.outcome).label}: {priority.title}"
    record.note(priority.community, by=by, verb="reviewed-priority", words=words)


def _said_already(verdicts: Sequence[Verdict], newer: Sequence[PriorityReview]) -> bool:
    wanted = [(each.priority.pk, each.outcome, each.why, each.change) for each in verdicts]
    return wanted == [(each.priority_id, each.outcome, each.why, each.change) for each in newer]
