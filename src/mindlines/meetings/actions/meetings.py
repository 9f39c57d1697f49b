"""Planning a meeting, changing it, cancelling it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record, search
from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions import notices
from mindlines.meetings.actions.upkeep import locked, make_findable
from mindlines.meetings.choices import NoticeKind, Phase
from mindlines.meetings.models import AgendaItem, Meeting, Notice, Place, Series
from mindlines.meetings.queries import meetings as queries
from mindlines.people.models import Person

# What stands in people's calendars: a change of these is worth telling.
IN_CALENDARS = ("title", "starts_at", "minutes", "setting", "place_id", "link", "dial_in")


@dataclass(frozen=True)
class Details:
    """What is known of a meeting beside its agenda."""

    title: str
    kind: str
    starts_at: datetime
    minutes: int
    setting: str
    purpose: str = ""
    place: Place | None = None
    link: str = ""
    dial_in: str = ""


@transaction.atomic
def plan(
    community: Community,
    *,
    by: Person,
    details: Details,
    items: Sequence[AgendaItem] = (),
    series: Series | None = None,
) -> Meeting:
    """Make a meeting that only facilitators see; the same form sent twice makes one."""
    Community.objects.select_for_update().get(pk=community.pk)
    _refuse_past(details)
    made = queries.same_again(community, title=details.title, starts_at=details.starts_at)
    if made:
        return made
    made = Meeting(community=community, series=series, made_by=by)
    _fill(made, details)
    made.save()
    for position, item in enumerate(items):
        item.meeting, item.position = made, position
    AgendaItem.objects.bulk_create(items)
    record.note(community, by=by, verb="planned-meeting", words=made.title)
    make_findable(made)
    return made


@transaction.atomic
def change(meeting: Meeting, *, by: Person, details: Details, seen: str) -> bool:
    """Change the details; says whether people who were invited should hear of it."""
    meeting = locked(meeting)
    if not meeting.is_open_for_planning:
        raise Refused(_("This meeting is over or cancelled, so its details stay as they are."))
    before = [getattr(meeting, name) for name in IN_CALENDARS]
    old_seen = queries.seen(meeting)
    old_start = meeting.starts_at
    _fill(meeting, details)
    if queries.seen(meeting) == old_seen:
        return False
    if seen != old_seen:
        raise Refused(
            _(
                "Somebody else changed this meeting while you were writing. Go back, load the page again and make your change once more."
            )
        )
    if meeting.starts_at != old_start:
        _refuse_past(details)
        meeting.reminded_at = None
    is_worth_telling = meeting.phase != Phase.PLANNED and before != [getattr(meeting, name) for name in IN_CALENDARS]
    meeting.sequence += is_worth_telling
    meeting.save()
    record.note(meeting.community, by=by, verb="changed-meeting", words=meeting.title)
    make_findable(meeting)
    return is_worth_telling


@transaction.atomic
def cancel(meeting: Meeting, *, by: Person, because: str) -> None:
    """Cancel a meeting and tell everyone who was invited; a second click changes nothing."""
    meeting = locked(meeting)
    if meeting.phase == Phase.CANCELLED:
        return
    if not meeting.is_open_for_planning:
        raise Refused(_("This meeting has been held, so it cannot be cancelled."))
    was_known = meeting.phase != Phase.PLANNED
    meeting.phase, meeting.cancelled_because = Phase.CANCELLED, because
    meeting.came_from = ""  # so that the calendar entry can be brought in again
    meeting.sequence += 1
    meeting.save()
    record.note(meeting.community, by=by, verb="cancelled-meeting", words=meeting.title)
    if was_known:
        make_findable(meeting)
        notices.send(
            Notice(meeting=meeting, by=by, kind=NoticeKind.CANCELLATION, key=f"cancel-{meeting.pk}", words=because)
        )
    else:
        search.drop(f"meetings.meeting:{meeting.pk}")


def _fill(meeting: Meeting, details: Details) -> None:
    meeting.title, meeting.kind, meeting.purpose = details.title, details.kind, details.purpose
    meeting.setting, meeting.place = details.setting, details.place
    meeting.link, meeting.dial_in = details.link, details.dial_in
    meeting.set_times(details.starts_at, details.minutes)


def _refuse_past(details: Details) -> None:
    if details.starts_at < now():
        raise Refused(_("This time is in the past. Choose a time to come."))
