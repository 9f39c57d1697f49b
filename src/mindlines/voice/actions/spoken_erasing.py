"""Forgetting a person while the numbers of the meetings stay whole."""

from mindlines.people.models import Person
from mindlines.voice.actions import turns
from mindlines.voice.models import Debrief, TranscriptImport, Turn


def forget(person: Person) -> None:
    """Debriefs go, and so does every transcript on its way in where the person belongs. Turns lose the name and stay one voice."""
    Debrief.objects.filter(by=person).delete()
    TranscriptImport.objects.filter(by=person).delete()
    TranscriptImport.objects.filter(meeting__community__memberships__person=person).delete()
    for meeting in set(Turn.objects.filter(membership__person=person).values_list("meeting", flat=True)):
        turns.take_name_out(meeting, person=person)
