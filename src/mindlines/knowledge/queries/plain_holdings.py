"""What is held of who wrote and who read plain words, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.knowledge.models import PlainVersion
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def signed_rows(person: Person) -> Iterable[Row]:
    """What the person read and found clear."""
    signed = PlainVersion.objects.filter(signed_by__person=person).select_related("item__community")
    return [
        {_("Community"): one.item.community.name, _("Title"): one.title, _("On"): one.signed_on}
        for one in signed.order_by("-signed_on", "pk")
    ]


def written_rows(person: Person) -> Iterable[Row]:
    """What the person wrote in plain words, or changed last."""
    written = PlainVersion.objects.filter(changed_by=person).select_related("item__community")
    return [
        {
            _("Community"): one.item.community.name,
            _("Title"): one.title,
            _("What it is"): one.get_form_display(),
            _("On"): one.changed_at,
        }
        for one in written.order_by("-changed_at", "pk")
    ]
