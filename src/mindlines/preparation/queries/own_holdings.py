"""What is held of how a person got ready, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.people.holdings import Row
from mindlines.people.models import Person
from mindlines.preparation.models import CallWish, StepDone


def done_rows(person: Person) -> Iterable[Row]:
    rows = StepDone.objects.filter(membership__person=person).select_related("step__path__community")
    return [
        {_("Community"): row.step.path.community.name, _("Step"): row.step.title, _("Done on"): row.at} for row in rows
    ]


def call_rows(person: Person) -> Iterable[Row]:
    rows = CallWish.objects.filter(membership__person=person).select_related("membership__community")
    return [
        {
            _("Community"): row.membership.community.name,
            _("When it suits you"): row.when,
            _("Asked on"): row.asked_at,
            _("Called on"): row.called_at,
        }
        for row in rows
    ]
