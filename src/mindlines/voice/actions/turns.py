"""Noting that somebody spoke. What was said is kept nowhere."""

import random
from datetime import timedelta

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from mindlines.communities.models import Constituency, Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person
from mindlines.voice.choices import COUNTED_LIVE, TurnSource
from mindlines.voice.models import Turn

# The part of the room's pages that shows how voices are shared.
VOICES = "voices"
# A tap further than this from the beginning has no place in the time of the meeting.
_A_DAY = timedelta(days=1)
NAMES_KEPT = timedelta(days=30)


@transaction.atomic
def tap(  # noqa: PLR0913 -- each is one thing that is known of a turn, named by the caller
    meeting: Meeting,
    *,
    constituency: Constituency | None,
    key: str,
    membership: Membership | None = None,
    item: AgendaItem | None = None,
    is_question: bool = False,
    aimed_at: Constituency | None = None,
    source: str = TurnSource.TAP,
) -> Turn:
    """Somebody of this group began to speak; without a group it is a guest. The same key again changes nothing."""
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so nobody can speak in it."))
    turn, is_new = Turn.objects.get_or_create(
        meeting=meeting,
        key=key,
        defaults={
            "constituency": constituency,
            "membership": membership,
            "item": item,
            "is_question": is_question,
            "aimed_at": aimed_at,
            "source": source,
            "began": _seconds_into(meeting),
        },
    )
    if is_new:
        news.changed(meeting.pk, part=VOICES)
    return turn


@transaction.atomic
def untap(meeting: Meeting, *, key: str) -> None:
    """Take a tap back that was a mistake; one that is gone already stays gone."""
    gone, _by_model = Turn.objects.filter(meeting=meeting, key=key, source__in=COUNTED_LIVE).exclude(key="").delete()
    if gone:
        news.changed(meeting.pk, part=VOICES)


def _seconds_into(meeting: Meeting) -> float | None:
    passed = now() - meeting.starts_at
    return max(0.0, round(passed.total_seconds(), 1)) if abs(passed) < _A_DAY else None


def take_names_out() -> None:
    """Thirty days after a meeting its turns lose their names. Voices of one person stay one voice, under a number."""
    named = Turn.objects.filter(membership__isnull=False, meeting__ends_at__lt=now() - NAMES_KEPT)
    for meeting in set(named.order_by().values_list("meeting", flat=True)):
        _take_names_out(Turn.objects.filter(meeting=meeting, membership__isnull=False), meeting=meeting)


def take_name_out(meeting: int, *, person: Person) -> None:
    """The turns of one person lose the name, and stay one voice."""
    _take_names_out(Turn.objects.filter(meeting=meeting, membership__person=person), meeting=meeting)


@transaction.atomic
def _take_names_out(named: QuerySet[Turn], *, meeting: int) -> None:
    turns = list(named.select_for_update(of=("self",)))
    taken = Turn.objects.filter(meeting=meeting).aggregate(most=Max("speaker"))["most"] or 0
    people = list({turn.membership_id for turn in turns if turn.speaker is None})
    random.SystemRandom().shuffle(people)
    numbers = {person: number for number, person in enumerate(people, start=taken + 1)}
    for turn in turns:
        turn.speaker, turn.membership = turn.speaker or numbers[turn.membership_id], None
    Turn.objects.bulk_update(turns, ["speaker", "membership"], batch_size=500)
