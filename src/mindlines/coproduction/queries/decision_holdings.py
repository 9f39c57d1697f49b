"""What decisions hold of a person, for the person's own page and file."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.coproduction.models import Decision, Dissent, Objection
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def against_rows(person: Person) -> Iterable[Row]:
    """What the person said against something with their name. What has no name cannot be found, not even for them."""
    objections = Objection.objects.filter(membership__person=person).select_related("decision__community")
    dissents = Dissent.objects.filter(membership__person=person).select_related("decision__community")
    found = [(_("Objection"), each) for each in objections] + [(_("Dissent"), each) for each in dissents]
    return [
        {
            _("Community"): each.decision.community.name,
            _("Decision"): each.decision.question,
            _("On"): each.made_on,
            _("What it is"): kind,
            _("What you wrote"): each.words,
        }
        for kind, each in found
    ]


def led_rows(person: Person) -> Iterable[Row]:
    """Decisions that the person prepared or closed."""
    found = Decision.objects.filter(Q(made_by=person) | Q(closed_by=person)).select_related("community")
    return [
        {
            _("Community"): each.community.name,
            _("Decision"): each.question,
            _("You prepared it"): each.made_by_id == person.pk,
            _("You closed it"): each.closed_by_id == person.pk,
        }
        for each in found
    ]
