"""Forgetting who raised a hand and who was given a paper."""

from datetime import timedelta

from mindlines.kernel.times import now
from mindlines.live.models import Feedback, Hand, Pass, Room
from mindlines.people.models import Person

HANDS_KEPT = timedelta(days=30)


def forget(person: Person) -> None:
    """Hands, papers and the task of a scribe go. What a group brought back stays, and nobody knows who wrote it."""
    Hand.objects.filter(membership__person=person).delete()
    Pass.objects.filter(membership__person=person).delete()
    Room.scribes.through.objects.filter(membership__person=person).delete()
    Feedback.objects.filter(saved_by=person).update(saved_by=None)


def forget_hands() -> None:
    """Thirty days after a meeting nobody needs to know who raised a hand in it."""
    Hand.objects.filter(room__meeting__ends_at__lt=now() - HANDS_KEPT).delete()
