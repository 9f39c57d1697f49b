"""Forgetting how somebody got ready."""

from mindlines.people.models import Person
from mindlines.preparation.models import CallWish, StepDone


def forget(person: Person) -> None:
    """Erase the steps that a person did and the calls they asked for."""
    StepDone.objects.filter(membership__person=person).delete()
    CallWish.objects.filter(membership__person=person).delete()
