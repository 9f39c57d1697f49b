"""A transcript: kept for a day at most, without a word of what was said, and confirmed as a whole or not at all."""

import random
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.choices import HERE, Phase, Presence
from mindlines.meetings.models import Attendance, Meeting
from mindlines.people.models import Person
from mindlines.voice.actions.turns import VOICES
from mindlines.voice.choices import TurnSource
from mindlines.voice.measures import transcripts as measures
from mindlines.voice.measures.joining import NOBODY, joined
from mindlines.voice.models import Recording, TranscriptImport, Turn
from mindlines_analysis.readers.transcripts import TranscriptFile

KEPT = timedelta(days=1)
_CHANGED = _("Somebody brought in another transcript meanwhile. Load the page again.")

# What a shown name stands for: the key of a membership, a guest, or nobody.
Choice = int | str


@transaction.atomic
def keep(meeting: Meeting, *, transcript: TranscriptFile, file_name: str, by: Person) -> TranscriptImport:
    """Put a transcript aside until somebody has said who is who; one that still waits gives way."""
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so nobody spoke in it."))
    if not transcript.has_speakers:
        raise Refused(_("This transcript does not say who speaks, so it cannot tell whose voice was heard."))
    TranscriptImport.objects.filter(meeting=meeting).delete()
    return TranscriptImport.objects.create(
        meeting=meeting, by=by, file_name=file_name[:200], **measures.parted(transcript)
    )


@transaction.atomic
def choose(brought: TranscriptImport, *, choices: Mapping[int, Choice]) -> None:
    """Say who is who. Nothing is written in the meeting yet."""
    found = _held(brought)
    if {row["number"] for row in found.speakers} != set(choices):
        raise Refused(_CHANGED)
    found.choices = {str(number): str(choice) for number, choice in choices.items()}
    found.save(update_fields=["choices"])


@transaction.atomic
def confirm(brought: TranscriptImport, *, mark_here: Collection[int], by: Person) -> None:
    """Write the turns in the place of an earlier transcript's, and forget the file."""
    found = _held(brought)
    if len(found.choices) != len(found.speakers):
        raise Refused(_("Say first who is who."))
    members = {
        str(member.pk): member
        for member in Membership.objects.filter(community=found.meeting.community_id, pk__in=_members(found))
    }
    if len(members) != len(_members(found)):
        raise Refused(_("One of these people is no longer a member. Go back and choose again. Nothing was written."))
    for member in members.values():
        if member.pk in mark_here:
            _mark_here(found.meeting, member=member)
    Turn.objects.filter(meeting=found.meeting, source=TurnSource.TRANSCRIPT).delete()
    Turn.objects.bulk_create(_turns(found, members=members), batch_size=500)
    _keep_times(found)
    record.note(found.meeting.community, by=by, verb="took-in-transcript", words=found.meeting.title)
    found.delete()
    news.changed(found.meeting_id, part=VOICES)


def drop(meeting: Meeting) -> None:
    """Forget a transcript without using it."""
    TranscriptImport.objects.filter(meeting=meeting).delete()


def forget_old() -> int:
    """Transcripts that nobody confirmed within a day are erased; says how many."""
    erased, _by_model = TranscriptImport.objects.filter(uploaded_at__lt=now() - KEPT).delete()
    return erased


def _held(brought: TranscriptImport) -> TranscriptImport:
    held = TranscriptImport.objects.select_for_update(of=("self",)).select_related("meeting__community")
    found = held.filter(pk=brought.pk).first()
    if found is None:
        raise Refused(_CHANGED)
    return found


def _members(found: TranscriptImport) -> set[int]:
    return {int(choice) for choice in found.choices.values() if choice.isdecimal()}


def _mark_here(meeting: Meeting, *, member: Membership) -> None:
    there, _new = Attendance.objects.get_or_create(
        meeting=meeting, membership=member, defaults={"presence": Presence.ONLINE}
    )
    if there.presence not in HERE:
        there.presence = Presence.ONLINE
        there.save(update_fields=["presence"])


def _turns(found: TranscriptImport, *, members: Mapping[str, Membership]) -> Iterable[Turn]:
    """Turns with the people they belong to. Several shown names of one member are one voice."""
    said = joined(found)
    voices = list(dict.fromkeys(one.voice for one in said))
    random.SystemRandom().shuffle(voices)
    numbers = {voice: number for number, voice in enumerate(voices, start=1)}
    for one in said:
        member = members.get(one.choice)
        yield Turn(
            meeting=found.meeting,
            source=TurnSource.TRANSCRIPT,
            membership=member,
            constituency_id=member.constituency_id if member else None,
            speaker=numbers[one.voice],
            began=one.start,
            seconds=one.seconds,
            words=one.words,
            is_question=one.is_question,
        )


def _keep_times(found: TranscriptImport) -> None:
    times = found.times
    left_out = sum(found.choices[str(turn[0])] == NOBODY for turn in found.turns)
    Recording.objects.update_or_create(
        meeting=found.meeting,
        defaults={
            **{name: times[name] for name in ("length", "any_speech", "overlap", "silence", "has_words")},
            "left_out": left_out,
            "taken_in_at": now(),
        },
    )
