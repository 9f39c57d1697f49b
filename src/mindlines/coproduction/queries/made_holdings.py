"""What is held of a person's part in what was made, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.coproduction.models import Credit, Output, OutputVersion, Remark
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def credit_rows(person: Person) -> Iterable[Row]:
    """What the person worked on, and how they wish to be thanked."""
    found = Credit.objects.filter(membership__person=person).select_related("output__community")
    return [
        {
            _("Community"): one.output.community.name,
            _("What was made"): one.output.title,
            _("What you did"): one.part,
            _("How you are thanked"): one.get_naming_display() or _("You have not said yet"),
            _("Name to show"): one.shown_name,
        }
        for one in found.order_by("pk")
    ]


def remark_rows(person: Person) -> Iterable[Row]:
    """Comments and suggestions of the person."""
    found = Remark.objects.filter(membership__person=person).select_related("output__community")
    return [
        {
            _("Community"): one.output.community.name,
            _("On what"): one.output.title,
            _("When"): one.made_at,
            _("The words it is about"): one.passage,
            _("Your comment"): one.words,
            _("Say this instead"): one.instead,
            _("What became of it"): one.get_state_display(),
            _("Answer"): one.answer,
        }
        for one in found.order_by("pk")
    ]


def kept_rows(person: Person) -> Iterable[Row]:
    """What the person began to make, and versions that they kept."""
    begun = Output.objects.filter(made_by=person).select_related("community")
    kept = OutputVersion.objects.filter(kept_by=person).select_related("output__community")
    return [
        *(
            {
                _("Community"): one.community.name,
                _("What was made"): one.title,
                _("You"): _("began it"),
                _("When"): one.made_at,
            }
            for one in begun.order_by("pk")
        ),
        *(
            {
                _("Community"): one.output.community.name,
                _("What was made"): one.output.title,
                _("You"): _("kept a version"),
                _("When"): one.kept_at,
            }
            for one in kept.order_by("pk")
        ),
    ]
