"""Forgetting who spoke against something, and who led a decision. The words stay, and the record, which holds no name."""

from mindlines.coproduction.models import Decision, Dissent, Ground, Objection
from mindlines.people.models import Person


def forget(person: Person) -> None:
    """Take the name off."""
    Objection.objects.filter(membership__person=person).update(membership=None)
    Dissent.objects.filter(membership__person=person).update(membership=None)
    Decision.objects.filter(made_by=person).update(made_by=None)
    Decision.objects.filter(closed_by=person).update(closed_by=None)
    Ground.objects.filter(put_by=person).update(put_by=None)
