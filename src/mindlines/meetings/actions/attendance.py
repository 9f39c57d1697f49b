"""Saying who is here."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.meetings.choices import Phase, Presence
from mindlines.meetings.models import Attendance, Meeting


def mark(meeting: Meeting, *, member: int, way: str) -> None:
    """A member is here in this way, or sent apologies. Marking twice is the same as marking once."""
    _refuse_unless_held_or_coming(meeting)
    if way not in Presence.values or not _belongs(meeting, member=member):
        raise Refused(_("This person is not on the list. Load the page again."))
    Attendance.objects.update_or_create(meeting=meeting, membership_id=member, defaults={"presence": way})


def unmark(meeting: Meeting, *, member: int) -> None:
    """A member is not here after all; nothing happens when nobody said so."""
    _refuse_unless_held_or_coming(meeting)
    meeting.attendance.filter(membership_id=member).delete()


@transaction.atomic
def welcome_guest(meeting: Meeting, *, name: str, way: str) -> Attendance:
    """A guest is here. The name is kept until the minutes are sent; the same name twice is the same guest."""
    _refuse_unless_held_or_coming(meeting)
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    found = meeting.attendance.filter(membership=None, guest__iexact=name).first()
    return found or Attendance.objects.create(meeting=meeting, guest=name, presence=way)


def remove_guest(meeting: Meeting, *, guest: int) -> None:
    """Whoever was taken for a guest was not here; nothing happens the second time."""
    meeting.attendance.filter(membership=None, pk=guest).delete()


def _belongs(meeting: Meeting, *, member: int) -> bool:
    return Membership.objects.filter(pk=member, community_id=meeting.community_id).exists()


def _refuse_unless_held_or_coming(meeting: Meeting) -> None:
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so nobody can be marked as here."))
