"""What is held of what a person said, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.people.holdings import Row
from mindlines.people.models import Person
from mindlines.voice.models import Contribution


def said_rows(person: Person) -> Iterable[Row]:
    """What the person said with their name. What has no name cannot be found, not even for them."""
    said = Contribution.objects.filter(membership__person=person).select_related("community", "meeting", "constituency")
    return [
        {
            _("Community"): one.community.name,
            _("On"): one.made_on,
            _("What it is"): one.get_kind_display(),
            _("What you said"): one.words,
            _("How it came"): one.get_origin_display(),
            _("Your group"): one.constituency and one.constituency.name,
            _("Meeting"): one.meeting and one.meeting.title,
            _("Who can read it"): one.get_audience_display(),
            _("Shown or not"): one.get_showing_display(),
            _("What became of it"): one.get_uptake_display(),
            _("Reply"): one.reply,
        }
        for one in said.order_by("-made_on", "-made_at", "pk")
    ]


def written_rows(person: Person) -> Iterable[Row]:
    """What the person wrote down for others."""
    written = Contribution.objects.filter(entered_by=person).select_related("community")
    return [
        {_("Community"): one.community.name, _("On"): one.made_on, _("How it came"): one.get_origin_display()}
        for one in written.order_by("-made_on", "pk")
    ]


def reply_rows(person: Person) -> Iterable[Row]:
    """Replies that the person gave."""
    given = Contribution.objects.filter(replied_by=person).select_related("community")
    return [
        {_("Community"): one.community.name, _("On"): one.replied_on, _("Reply"): one.reply}
        for one in given.order_by("-replied_on", "pk")
    ]
