from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.http import Http404

from mindlines.kernel.identifiers import tidy_code
from mindlines.kernel.rules import Rule
from mindlines.live import rules
from mindlines.live.models import Room
from mindlines.meetings.access import meeting as meeting_gate
from mindlines.people.models import Person

# A whole meeting may mistype behind one network address.
WRONG_CODES = 40
A_WHILE = 15 * 60


def room(person: Person, pk: int, *, may: Rule[[Room]] = rules.follow) -> Room:
    """The room of the meeting `pk`, seen through `room.viewer`; outsiders meet a 404, and so does a meeting without a room."""
    meeting = meeting_gate(person, pk)
    writing = Room.scribes.through.objects.filter(room=OuterRef("pk"), membership=meeting.viewer)
    found = Room.objects.annotate(scribes_here=Exists(writing)).filter(meeting=meeting).first()
    if found is None:
        raise Http404
    found.meeting, found.viewer = meeting, meeting.viewer
    found.is_scribe = found.scribes_here
    found.by_pass = not person.signed_in
    may.require(found)
    return found


def visited(code: str, *, guessed_from: str) -> Room:
    """The room with this code, if it lets visitors in."""
    found = at_the_door(code, guessed_from=guessed_from)
    if not found.lets_visitors:
        raise Http404
    return found


def at_the_door(code: str, *, guessed_from: str) -> Room:
    """The room with this code, seen by nobody in particular."""
    found = by_code(code, guessed_from=guessed_from)
    if found is None:
        raise Http404
    return found


def by_code(code: str, *, guessed_from: str) -> Room | None:
    """The room with this code. A code has 26 bits: after some wrong ones, none is looked at for a while."""
    key = f"live.guesses:{guessed_from}"
    if cache.get(key, 0) >= WRONG_CODES:
        return None
    try:
        return _unknown_viewer(code=tidy_code(code, length=3))
    except Http404:
        cache.add(key, 0, A_WHILE)
        cache.incr(key)
        return None


def screen(secret: str) -> Room:
    """The room whose big screen has this secret address."""
    return _unknown_viewer(screen=secret)


def _unknown_viewer(**by: object) -> Room:
    found = Room.objects.select_related("meeting__community").filter(**by).first()
    if found is None:
        raise Http404
    found.viewer, found.is_scribe, found.by_pass = None, False, False
    return found
