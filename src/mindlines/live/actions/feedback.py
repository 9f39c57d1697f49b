"""What a small group brings back: written together, and sent to the notes of the meeting once."""

import textwrap

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.live.choices import Part
from mindlines.live.models import Feedback
from mindlines.meetings.actions import points
from mindlines.meetings.choices import PointKind
from mindlines.meetings.models import Point, RoundGroup
from mindlines.people.models import Person

# A line in the notes holds so many characters, with the name of the group before it.
LONGEST_LINE = 1000
# Seconds between two times that the pages of a room hear of words that are still being written.
QUIET = 10


class Stale(Exception):
    """Somebody else of the group saved in between. Carries what is saved now; nothing was overwritten."""

    def __init__(self, saved: Feedback) -> None:
        super().__init__(saved.pk)
        self.saved = saved


@transaction.atomic
def write(group: RoundGroup, *, words: str, version: int, pen: str, by: Person) -> Feedback:
    """Save what the group brings back, unless somebody else saved since this page was opened.

    `version` is what the page began from, and `pen` names the page, as with the notes of a meeting.
    """
    feedback = _locked(group)
    if feedback.words == words:
        return feedback
    if feedback.sent_at:
        raise Refused(_("Your group’s words are in the notes already. Ask a facilitator to add or change something."))
    if feedback.version != version and feedback.pen != pen:
        raise Stale(feedback)
    is_first = not feedback.words
    feedback.words, feedback.version, feedback.pen = words, feedback.version + 1, pen
    feedback.saved_by, feedback.saved_at = by, now()
    feedback.save()
    meeting = group.round.meeting_id
    if is_first or cache.add(f"live.feedback:{meeting}", 1, QUIET):
        news.changed(meeting, part=Part.GROUPS)
    return feedback


@transaction.atomic
def send(feedback: Feedback, *, by: Person) -> list[Point]:
    """Put the words into the notes, at the item of the round or else at the meeting; long ones as several lines.

    What was sent is not sent again, and then no line is new.
    """
    group = feedback.group
    feedback = _locked(group)
    if feedback.sent_at:
        return []
    if not feedback.words.strip():
        raise Refused(_("Nothing is written yet. Write what your group brings back, then send it."))
    work = group.round
    lines = [
        points.add(work.meeting, item=work.item, kind=PointKind.POINT, words=line, source=None, by=by)
        for line in _lines(feedback.words, name=str(group))
    ]
    feedback.sent_at = now()
    feedback.save(update_fields=["sent_at"])
    news.changed(work.meeting_id, part=Part.GROUPS)
    return lines


def _locked(group: RoundGroup) -> Feedback:
    """What the group wrote so far; nobody else of it saves until the transaction ends."""
    RoundGroup.objects.select_for_update().get(pk=group.pk)
    found = Feedback.objects.select_related("saved_by").filter(group=group).first()
    return found or Feedback(group=group)


def _lines(words: str, *, name: str) -> list[str]:
    """The words with the group's name before them, cut between paragraphs, and within one only where it is too long."""
    room = LONGEST_LINE - len(name) - len(": ")
    pieces: list[str] = []
    for paragraph in words.strip().splitlines():
        for piece in textwrap.wrap(paragraph, room) or [""]:
            if pieces and len(pieces[-1]) + len(piece) < room:
                pieces[-1] = f"{pieces[-1]}\n{piece}"
            else:
                pieces.append(piece)
    return [f"{name}: {piece.strip()}" for piece in pieces if piece.strip()]
