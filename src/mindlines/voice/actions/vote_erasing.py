"""Forgetting who voted. A secret ballot holds nobody, so it stays."""

from mindlines.people.models import Person
from mindlines.voice.choices import Stage
from mindlines.voice.models import Ballot, Handed, Poll


def forget(person: Person) -> None:
    """Votes with the person's name go, and the note that they were handed a slip, once the votes of that box are over.

    While a vote runs the note stays without a name, because it counts how many slips were given out.
    """
    Ballot.objects.filter(membership__person=person).delete()
    running = Poll.objects.exclude(stage=Stage.CLOSED).exclude(stage=Stage.PLANNED)
    Handed.objects.filter(membership__person=person).exclude(box__in=running.values("box")).delete()
