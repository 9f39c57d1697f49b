"""Telling many people about a meeting: asked for in one request, done by the worker in small portions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django_tasks import task

from mindlines.communication.actions import tell
from mindlines.communities.actions import record
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import locked, make_findable
from mindlines.meetings.choices import NoticeKind, Phase
from mindlines.meetings.models import Meeting, Notice, Told
from mindlines.meetings.queries import audience
from mindlines.meetings.queries.agenda import programme
from mindlines.meetings.queries.letters import letter
from mindlines.meetings.queries.meetings import due_for_reminder
from mindlines.people.models import Person

# Small, because each portion is one transaction, and other writers wait for it.
PORTION = 10


@dataclass(frozen=True)
class Invitation:
    """Whom to invite, and how. The same `key` twice invites once."""

    key: str
    who: str = audience.EVERYONE
    constituencies: Sequence[int] = ()
    words: str = ""
    remind_days: int = 3


@transaction.atomic
def announce(meeting: Meeting, *, by: Person, invitation: Invitation) -> Notice:
    """Make a meeting known and invite people; whoever was invited before is left in peace."""
    meeting = locked(meeting)
    # The form's own key, but never the one of another meeting's notice.
    key = f"asked-{meeting.pk}-{invitation.key}"[:80]
    made = Notice.objects.filter(key=key).first()
    if made:
        return made
    if meeting.phase not in (Phase.PLANNED, Phase.ANNOUNCED) or meeting.ends_at < now():
        raise Refused(_("Only a meeting that is still to come can be announced."))
    meeting.remind_days = invitation.remind_days
    if meeting.phase == Phase.PLANNED:
        meeting.phase, meeting.announced_at = Phase.ANNOUNCED, now()
        record.note(meeting.community, by=by, verb="announced-meeting", words=meeting.title)
        make_findable(meeting)
    meeting.save(update_fields=["phase", "announced_at", "remind_days"])
    chosen = {"who": invitation.who, "constituencies": list(invitation.constituencies)}
    notice = Notice(
        meeting=meeting, by=by, kind=NoticeKind.INVITATION, key=key, words=invitation.words, audience=chosen
    )
    return send(notice)


@transaction.atomic
def tell_change(meeting: Meeting, *, by: Person, words: str = "") -> Notice:
    """Tell everyone who was invited how the meeting stands now; once for each change."""
    meeting = locked(meeting)
    if meeting.phase != Phase.ANNOUNCED:
        raise Refused(_("Only a change of an announced meeting is told to everyone."))
    key = f"change-{meeting.pk}-{meeting.sequence}"
    return send(Notice(meeting=meeting, by=by, kind=NoticeKind.CHANGE, key=key, words=words))


@transaction.atomic
def remind(meeting: Meeting, *, by: Person) -> Notice:
    """Remind those who have not answered; at most once a day."""
    meeting = locked(meeting)
    if meeting.phase != Phase.ANNOUNCED or meeting.ends_at < now():
        raise Refused(_("Only people invited to a meeting that is still to come can be reminded."))
    key = f"remind-{meeting.pk}-{now():%Y-%m-%d}"
    return send(Notice(meeting=meeting, by=by, kind=NoticeKind.REMINDER, key=key, audience={"who": audience.SILENT}))


def remind_soon() -> None:
    """Remind everyone but those who cannot come, so many days before as the facilitators chose; once for each meeting."""
    for due in due_for_reminder(now()):
        with transaction.atomic():
            meeting = locked(due)
            if meeting.phase != Phase.ANNOUNCED or meeting.reminded_at is not None:
                continue
            meeting.reminded_at = now()
            meeting.save(update_fields=["reminded_at"])
            key = f"soon-{meeting.pk}-{meeting.sequence}"
            send(Notice(meeting=meeting, kind=NoticeKind.REMINDER, key=key, audience={"who": audience.COMING}))


def send(notice: Notice) -> Notice:
    """Hand a notice to the worker; one with a key that was sent before is not sent again."""
    made = Notice.objects.filter(key=notice.key).first()
    if made:
        return made
    notice.save()
    notice.people = audience.recipients(notice).count()
    notice.save(update_fields=["people"])
    tell_all.enqueue(notice.pk)
    return notice


@task()
def tell_all(notice: int) -> None:
    """Tell everyone, a portion at a time. Begun again after a fault, it goes on where it stopped."""
    while tell_some(notice):
        pass


@transaction.atomic
def tell_some(pk: int) -> int:
    """Tell the next portion of people; says how many, and 0 when everybody has been told."""
    notice = (
        Notice.objects.select_for_update(of=("self",)).select_related("meeting__community", "meeting__place").get(pk=pk)
    )
    people = [] if _is_overtaken(notice) else list(audience.recipients(notice).select_related("person")[:PORTION])
    if not people:
        notice.finished_at = notice.finished_at or now()
        notice.save(update_fields=["finished_at"])
        return 0
    Told.objects.bulk_create(Told(notice=notice, membership=membership) for membership in people)
    items = programme(notice.meeting)
    for membership in people:
        written = letter(notice, membership=membership, items=items)
        tell(
            membership.person,
            community=notice.meeting.community,
            subject=written.subject,
            words=written.words,
            enclosures=written.enclosures,
        )
    return len(people)


def _is_overtaken(notice: Notice) -> bool:
    """Nobody is invited to a meeting, or reminded of it, that has been cancelled meanwhile."""
    return notice.meeting.phase == Phase.CANCELLED and notice.kind != NoticeKind.CANCELLATION
