"""Forgetting who said something. The words stay, and the group; the name goes."""

from mindlines.communities.actions import names
from mindlines.people.models import Person
from mindlines.voice.actions import findable
from mindlines.voice.models import Contribution

WORDS = {"words": names.NO_END, "reply": names.NO_END, "hidden_because": 300}


def forget(person: Person) -> None:
    """Take the name off all that the person said, wrote down and answered, and out of the words of their communities."""
    Contribution.objects.filter(membership__person=person).update(membership=None, made_at=None)
    Contribution.objects.filter(entered_by=person).update(entered_by=None)
    Contribution.objects.filter(replied_by=person).update(replied_by=None)
    named = names.holding(person.name, fields=WORDS)
    for community in names.communities_of(person):
        for said in Contribution.objects.filter(named, community=community).select_related("community"):
            names.take_out(said, name=person.name, fields=WORDS)
            findable.put(said)
