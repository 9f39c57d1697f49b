"""What is held of who wrote and who read plain words, for the person's own page and file."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mindlines.knowledge.models import PlainVersion
from mindlines.knowledge.queries import plain
from mindlines.people.holdings import Link, Row
from mindlines.people.models import Person


def signed_rows(person: Person) -> Iterable[Row]:
    """What the person read and found clear."""
    return [
        {
            _("Community"): one.item.community.name,
            _("Title"): one.title,
            _("On"): one.signed_on,
            _("How we know"): plain.how(one) or _("You said so yourself."),
        }
        for one in _signed(person).order_by("-signed_on", "pk")
    ]


def ways_to_take_back(person: Person) -> list[Link]:
    """Where the person can take back what somebody wrote down for them."""
    return [
        Link(_("Say that it is not clear after all: %(title)s") % {"title": one.title}, one.get_absolute_url())
        for one in _signed(person)
        .exclude(signed_origin="")
        .filter(item__withdrawn_at=None)
        .order_by("-signed_on", "pk")
    ]


def entered_rows(person: Person) -> Iterable[Row]:
    """What lay readers told that the person wrote down."""
    entered = PlainVersion.objects.filter(sign_entered_by=person).select_related("item__community")
    return [
        {_("Community"): one.item.community.name, _("Title"): one.title, _("On"): one.signed_on}
        for one in entered.order_by("-signed_on", "pk")
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


def _signed(person: Person) -> QuerySet[PlainVersion]:
    return PlainVersion.objects.filter(signed_by__person=person).select_related("item__community", "sign_entered_by")
