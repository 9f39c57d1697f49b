"""Writing during the meeting: notes that refuse a stale save, and the course of the meeting itself."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import locked, make_findable
from mindlines.meetings.choices import Outcome, Phase
from mindlines.meetings.models import AgendaItem, Meeting, Note
from mindlines.people.models import Person


class Stale(Exception):
    """Somebody else saved in between. Carries what is saved now; nothing was overwritten."""

    def __init__(self, saved: Note) -> None:
        super().__init__(saved.pk)
        self.saved = saved


@transaction.atomic
def write(meeting: Meeting, *, item: int | None, words: str, version: int, pen: str, by: Person) -> Note:
    """Save the notes of an item, or of the meeting as a whole, unless somebody else saved since this page was opened.

    `version` is what the page began from, and `pen` names the page: while nobody else writes, the same page may save
    again and again without learning new version numbers.
    """
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    if item is not None and not meeting.items.filter(pk=item).exists():
        raise Refused(_("This item is no longer on the agenda. Copy your words and load the page again."))
    note = meeting.notes.select_related("saved_by").filter(item=item).first() or Note(meeting=meeting, item_id=item)
    if note.words == words:
        return note
    if note.version != version and note.pen != pen:
        raise Stale(note)
    note.words, note.version, note.pen, note.saved_by, note.saved_at = words, note.version + 1, pen, by, now()
    note.save()
    return note


def mark_item(meeting: Meeting, *, item: int, outcome: str) -> AgendaItem:
    """Say how far an item came."""
    found = meeting.items.filter(pk=item).first()
    if found is None or outcome not in Outcome.values:
        raise Refused(_("This item is no longer on the agenda. Load the page again."))
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled."))
    found.outcome = outcome
    found.save(update_fields=["outcome"])
    return found


@transaction.atomic
def start(meeting: Meeting, *, by: Person) -> None:
    """The meeting begins; beginning twice changes nothing."""
    meeting = locked(meeting)
    if meeting.phase == Phase.UNDER_WAY:
        return
    if meeting.phase in (Phase.HELD, Phase.CANCELLED):
        raise Refused(_("This meeting is over, so it cannot start again."))
    meeting.phase = Phase.UNDER_WAY
    meeting.save(update_fields=["phase"])
    record.note(meeting.community, by=by, verb="started-meeting", words=meeting.title)
    make_findable(meeting)


@transaction.atomic
def close(meeting: Meeting, *, by: Person, reached: set[int]) -> None:
    """The meeting was held. Items in `reached` were done; whatever else nobody marked was not reached, and waits."""
    meeting = locked(meeting)
    if meeting.phase == Phase.HELD:
        raise Refused(_("This meeting is closed already. Nothing has changed."))
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so it cannot be closed."))
    open_items = meeting.items.filter(outcome=Outcome.WAITING)
    open_items.filter(pk__in=reached).update(outcome=Outcome.REACHED)
    open_items.update(outcome=Outcome.UNREACHED)
    meeting.phase, meeting.held_at = Phase.HELD, now()
    meeting.save(update_fields=["phase", "held_at"])
    record.note(meeting.community, by=by, verb="closed-meeting", words=meeting.title)
