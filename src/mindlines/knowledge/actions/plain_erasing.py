"""Forgetting who wrote plain words and who read them. The words stay, and that a lay reader found them clear."""

from mindlines.knowledge.models import EarlierWording, PlainVersion
from mindlines.people.models import Person


def forget(person: Person) -> None:
    """Take the person’s name off all plain words."""
    PlainVersion.objects.filter(signed_by__person=person).update(signed_by=None)
    PlainVersion.objects.filter(changed_by=person).update(changed_by=None)
    EarlierWording.objects.filter(changed_by=person).update(changed_by=None)
