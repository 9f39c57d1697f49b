"""A facilitator's private look back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from mindlines.kernel.times import now
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from mindlines.voice.models import Debrief

FIELDS = ("went_well", "quiet", "next_time", "equal")


@transaction.atomic
def write(meeting: Meeting, *, by: Person, said: Mapping[str, Any]) -> None:
    """Keep what one facilitator thinks; empty forgets it. Nothing of it stands in the record."""
    if not any(said[name] for name in FIELDS):
        Debrief.objects.filter(meeting=meeting, by=by).delete()
        return
    kept = {name: said[name] for name in FIELDS}
    Debrief.objects.update_or_create(meeting=meeting, by=by, defaults={**kept, "written_at": now()})
