"""What rooms hold about a person, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.live.models import Hand, Pass, Room
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def hand_rows(person: Person) -> Iterable[Row]:
    """Hands the person raised."""
    found = Hand.objects.filter(membership__person=person).select_related("room__meeting").order_by("-raised_at", "-pk")
    return [
        {
            _("Meeting"): hand.room.meeting.title,
            _("What about"): hand.about,
            _("What became of it"): hand.get_state_display(),
            _("Raised"): hand.raised_at,
        }
        for hand in found
    ]


def pass_rows(person: Person) -> Iterable[Row]:
    """Papers with a code that were printed for the person."""
    found = Pass.objects.filter(membership__person=person).select_related("room__meeting").order_by("-made_at", "-pk")
    return [{_("Meeting"): one.room.meeting.title, _("Printed"): one.made_at} for one in found]


def scribe_rows(person: Person) -> Iterable[Row]:
    """Meetings in which the person counted who spoke."""
    found = Room.objects.filter(scribes__person=person).select_related("meeting").order_by("-meeting__starts_at")
    return [{_("Meeting"): room.meeting.title, _("Day"): room.meeting.starts_at} for room in found]
