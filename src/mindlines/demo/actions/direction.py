"""The charter, the priorities, what happened outside, and the review after it."""

from mindlines.communities.actions import charter, priorities, reviews
from mindlines.communities.choices import PriorityState, ReviewOutcome
from mindlines.communities.models import (
    CharterReading,
    CharterVersion,
    ContextEvent,
    Criterion,
    Priority,
    PriorityReview,
)
from mindlines.demo.story import direction, meetings

from .cast import Cast

CHOSEN, REVIEWED = 418, 145


def make(cast: Cast) -> None:
    """The direction of the community and how it changed."""
    _choose_priorities(cast)
    events = _note_events(cast)
    _review(cast, because=events[1])
    for number, told in enumerate(direction.CHARTERS, start=1):
        _write_charter(cast, told, number=number)


def _choose_priorities(cast: Cast) -> None:
    criteria = [
        Criterion.objects.create(community=cast.community, words=words, position=position)
        for position, words in enumerate(direction.CRITERIA)
    ]
    for position, (title, why, meets) in enumerate(direction.PRIORITIES):
        priority = Priority.objects.create(
            community=cast.community, title=title, why=why, position=position, chosen_on=cast.day(CHOSEN)
        )
        priority.meets.set(criteria[number] for number in meets)
        priorities.make_findable(priority)
        cast.priorities.append(priority)
        cast.told("chose-priority", days_ago=CHOSEN, words=title)


def _note_events(cast: Cast) -> list[ContextEvent]:
    events = []
    for days_ago, title, words, source in direction.EVENTS:
        event = ContextEvent.objects.create(
            community=cast.community,
            title=title,
            on=cast.day(days_ago),
            words=words,
            source=source,
            noted_by=cast.person("jonas"),
        )
        reviews.make_findable(event)
        cast.told("noted-event", days_ago=days_ago, words=title, by="jonas")
        events.append(event)
    return events


def _review(cast: Cast, *, because: ContextEvent) -> None:
    for number, outcome, why, change in direction.REVIEWS:
        priority = cast.priorities[number]
        PriorityReview.objects.create(
            priority=priority,
            because=because,
            outcome=outcome,
            why=why,
            change=change,
            on=cast.day(REVIEWED),
            by=cast.person("jonas"),
        )
        if outcome == ReviewOutcome.PAUSE:
            priority.state = PriorityState.PAUSED
            priority.save(update_fields=["state"])
        cast.told("reviewed-priority", days_ago=REVIEWED, words=f"{outcome.label}: {priority.title}", by="jonas")


def _write_charter(cast: Cast, told: direction.Charter, *, number: int) -> None:
    writer = "harold" if number > 1 else "frances"
    version = CharterVersion.objects.create(
        community=cast.community,
        number=number,
        purpose=told.purpose,
        people=told.people,
        practice=told.practice,
        what_changed=told.what_changed,
        why=told.why,
        how_agreed=told.how_agreed,
        agreed_on=cast.day(told.days),
        written_by=cast.person(writer),
    )
    if told.meeting is not None:
        there = meetings.GATHERINGS[told.meeting]
        version.present.set(cast.members[key] for key in (*there.room, *there.online, *there.phone))
    for position, member in enumerate(cast.members.values()):
        # Most people have read it, and a few of every kind have not.
        if member.is_present and (position + number) % 4:
            CharterReading.objects.create(version=version, membership=member, read_at=cast.moment(told.days - 6))
    charter.make_findable(version)
    cast.told("wrote-charter", days_ago=told.days, words=f"version {number}", by=writer)
