"""What is held of a person about speaking: turns while they have a name, and the person's own debriefs."""

from collections.abc import Iterable

from django.db.models import Count, Min
from django.utils.translation import gettext as _

from mindlines.people.holdings import Row
from mindlines.people.models import Person
from mindlines.voice.choices import TurnSource
from mindlines.voice.models import Debrief, TranscriptImport, Turn


def turn_rows(person: Person) -> Iterable[Row]:
    """In which meetings the person was counted as speaking, and how often."""
    found = (
        Turn.objects.filter(membership__person=person)
        .order_by()
        .values_list("meeting__title", "source")
        .annotate(day=Min("meeting__starts_at"), turns=Count("pk"))
        .order_by("-day")
    )
    return [
        {
            _("Meeting"): title,
            _("Day"): day,
            _("How we know"): str(TurnSource(source).label),
            _("Times you spoke"): turns,
        }
        for title, source, day, turns in found
    ]


def debrief_rows(person: Person) -> Iterable[Row]:
    """What the person wrote down for themselves after meetings."""
    found = Debrief.objects.filter(by=person).select_related("meeting").order_by("-meeting__starts_at")
    return [
        {
            _("Meeting"): one.meeting.title,
            _("How equal it felt, 1 to 5"): one.equal,
            _("What went well"): one.went_well,
            _("Who was quiet"): one.quiet,
            _("What to do differently"): one.next_time,
        }
        for one in found
    ]


def transcript_rows(person: Person) -> Iterable[Row]:
    """Transcripts that the person brought in and nobody has confirmed yet."""
    found = TranscriptImport.objects.filter(by=person).select_related("meeting")
    return [{_("Meeting"): one.meeting.title, _("File"): one.file_name, _("Came"): one.uploaded_at} for one in found]
