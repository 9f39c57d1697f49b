"""What is held of changes that a person told or confirmed, for the person's own page and file."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.coproduction.models import PracticeChange
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def change_rows(person: Person) -> Iterable[Row]:
    told = Q(said_by__person=person) | Q(written_by=person) | Q(confirmed_by__person=person)
    rows = PracticeChange.objects.filter(told).select_related("community", "organisation", "confirmed_by")
    return [
        {
            _("Community"): one.community.name,
            _("What is done differently"): one.what,
            _("Where"): one.organisation and one.organisation.name,
            _("Since"): one.since,
            _("You confirmed it"): bool(one.confirmed_by and one.confirmed_by.person_id == person.pk),
        }
        for one in rows.order_by("-since", "pk")
    ]
