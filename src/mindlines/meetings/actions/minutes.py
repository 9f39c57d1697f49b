"""Minutes: corrected, sent once to everybody concerned, and corrected again when somebody asks."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from mindlines.communication.actions import tell
from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions import points
from mindlines.meetings.choices import Phase, PointKind
from mindlines.meetings.models import Correction, Meeting, MinutesCopy
from mindlines.meetings.queries import minutes as queries
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person

# So many people are told in one transaction; a worker that dies repeats none of them.
BATCH = 50


class Stale(Exception):
    """Somebody else saved the minutes in between. Carries the meeting as it is saved now."""

    def __init__(self, saved: Meeting) -> None:
        super().__init__(saved.pk)
        self.saved = saved


@transaction.atomic
def write(meeting: Meeting, *, words: str, version: int, by: Person) -> None:
    """Keep the corrected text, unless somebody else saved since this page was opened."""
    found = _locked(meeting)
    if found.minutes_text == words:
        return
    if found.minutes_version != version:
        raise Stale(found)
    found.minutes_text, found.minutes_version = words, version + 1
    found.save(update_fields=["minutes_text", "minutes_version"])
    if found.minutes_sent_at:
        record.note(found.community, by=by, verb="corrected-minutes", words=found.title)
        make_findable(found)


@transaction.atomic
def send(meeting: Meeting, *, by: Person) -> None:
    """Send the minutes to everybody concerned, once. From now on guests are a number and have no name."""
    found = _locked(meeting)
    if found.minutes_sent_at:
        raise Refused(_("The minutes have been sent already. You can send them again to one person."))
    if found.phase != Phase.HELD:
        raise Refused(_("Close the meeting first. Then the minutes can be sent."))
    found.minutes_text = queries.text(found)
    found.minutes_version += 1
    found.minutes_sent_at = now()
    found.save(update_fields=["minutes_text", "minutes_version", "minutes_sent_at"])
    found.attendance.filter(membership=None).update(guest=_("Guest"))
    record.note(found.community, by=by, verb="sent-minutes", words=found.title)
    make_findable(found)
    for point in found.points.filter(kind=PointKind.DECISION):
        points.make_findable(point)
    deliver.enqueue(found.pk)


@task()
def deliver(meeting_pk: int) -> None:
    """Tell the next batch, and ask for another one as long as somebody has no copy yet."""
    meeting = Meeting.objects.select_related("community", "place").filter(pk=meeting_pk).first()
    if meeting is None:
        return
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        for membership in queries.not_yet_sent(meeting)[:BATCH]:
            MinutesCopy.objects.create(meeting=meeting, membership=membership)
            _tell(meeting, membership=membership)
        if queries.not_yet_sent(meeting).exists():
            deliver.enqueue(meeting.pk)


@transaction.atomic
def send_again(meeting: Meeting, *, member: int, by: Person) -> Membership:
    """Send the minutes once more to one member, or for the first time to somebody who had been left out.

    A second click within a minute sends nothing.
    """
    meeting = _locked(meeting)
    if not meeting.minutes_sent_at:
        raise Refused(_("The minutes have not been sent yet."))
    members = Membership.objects.present().filter(community=meeting.community).select_related("person")
    membership = members.filter(pk=member).first()
    if membership is None:
        raise Refused(_("This person is no longer a member, so nothing was sent."))
    if meeting.minutes_copies.filter(membership=membership, sent_at__gt=now() - timedelta(minutes=1)).exists():
        return membership
    MinutesCopy.objects.update_or_create(meeting=meeting, membership=membership, defaults={"sent_at": now()})
    _tell(meeting, membership=membership)
    record.note(meeting.community, by=by, verb="sent-minutes-again", words=meeting.title, about=membership.person)
    return membership


@transaction.atomic
def ask_for_correction(meeting: Meeting, *, words: str, by: Membership) -> Correction:
    """A member says what should change. The same words asked twice are one request."""
    _locked(meeting)
    same = meeting.corrections.filter(membership=by, words=words, settled_at=None).first()
    return same or Correction.objects.create(meeting=meeting, membership=by, words=words)


@transaction.atomic
def answer(meeting: Meeting, *, correction: int, words: str, by: Person) -> None:
    """The facilitator answers, and the member is told."""
    found = (
        meeting.corrections.select_for_update(of=("self",))
        .select_related("membership__person")
        .filter(pk=correction)
        .first()
    )
    if found is None:
        raise Refused(_("This request is gone. Load the page again."))
    if found.settled_at:
        raise Refused(_("This request has an answer already."))
    found.answer, found.settled_at = words, now()
    found.save()
    record.note(meeting.community, by=by, verb="answered-correction", words=meeting.title)
    with override(found.membership.person.language):
        tell(
            found.membership.person,
            community=meeting.community,
            subject=_("About the minutes of “%(meeting)s”") % {"meeting": meeting.title},
            words=_("You asked for a change:\n\n%(asked)s\n\nThe answer:\n\n%(answer)s\n\n%(url)s")
            % {"asked": found.words, "answer": words, "url": _address(meeting)},
        )


def _tell(meeting: Meeting, *, membership: Membership) -> None:
    with override(membership.person.language):
        tell(
            membership.person,
            community=meeting.community,
            subject=_("Minutes: %(meeting)s") % {"meeting": meeting.title},
            words=_(
                "Hello %(name)s,\n\nhere is what was said and agreed at “%(meeting)s”. Is something not right? "
                "You can ask for a correction on the page:\n%(url)s\n\n%(minutes)s"
            )
            % {
                "name": membership.person.name,
                "meeting": meeting.title,
                "url": _address(meeting),
                "minutes": meeting.minutes_text,
            },
        )


def _address(meeting: Meeting) -> str:
    return absolute(reverse("meetings:minutes", kwargs={"pk": meeting.pk}))


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(of=("self",)).select_related("community", "place").get(pk=meeting.pk)


def make_findable(meeting: Meeting) -> None:
    """Keep the site search current."""
    search.put(
        f"meetings.minutes:{meeting.pk}",
        community=meeting.community,
        kind=FoundKind.MINUTES,
        title=_("Minutes: %(meeting)s") % {"meeting": meeting.title},
        words=meeting.minutes_text,
        url=reverse("meetings:minutes", kwargs={"pk": meeting.pk}),
        year=meeting.starts_at.year,
    )
