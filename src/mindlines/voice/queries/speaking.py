"""Who was there, who spoke and who typed, added up by meeting and constituency."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, Q, Sum
from django.utils.translation import gettext as _

from mindlines.communities.choices import TONES, ConstituencyKind
from mindlines.communities.models import Community
from mindlines.meetings.choices import HERE
from mindlines.meetings.models import Attendance
from mindlines.voice.choices import Origin, Showing, TurnSource
from mindlines.voice.models import Contribution, Turn

# By meeting and constituency; guests, and whoever cannot be placed, stand under none.
Counts = Counter[tuple[int, int | None]]
GUEST_TONE = 8


@dataclass(frozen=True)
class Group:
    """A constituency, or the guests."""

    pk: int | None
    name: str
    tone: int
    kind: str = ""

    @property
    def is_support(self) -> bool:
        """Whoever runs the meeting speaks, leads and holds roles because of that."""
        return self.kind == ConstituencyKind.SUPPORT


@dataclass(frozen=True)
class Spoken:
    """All turns of one speaker in one meeting; without a speaker, turns of a group of which nobody knows whose they are."""

    meeting: int
    group: int | None
    speaker: str
    source: str
    turns: int
    words: int | None
    seconds: float | None
    questions: int
    first: float | None


def groups(community: Community) -> list[Group]:
    """The constituencies in their order, and the guests. One query."""
    found = [
        Group(one.pk, one.name, tone=TONES[ConstituencyKind(one.kind)], kind=one.kind)
        for one in community.constituencies.all()
    ]
    return [*found, Group(None, _("Guests"), tone=GUEST_TONE)]


def present(meetings: Sequence[int]) -> Counts:
    """How many were there. One query."""
    rows = (
        Attendance.objects.filter(meeting__in=meetings, presence__in=HERE)
        .order_by()
        .values_list("meeting_id", "membership__constituency_id")
        .annotate(people=Count("pk"))
    )
    return Counter({(meeting, group): people for meeting, group, people in rows})


def typed(meetings: Sequence[int]) -> Counts:
    """How many points and questions were typed while a meeting ran; hidden ones do not count. One query."""
    rows = (
        Contribution.objects.filter(meeting__in=meetings, origin=Origin.LIVE)
        .exclude(showing=Showing.HIDDEN)
        .order_by()
        .values_list("meeting_id", "constituency_id")
        .annotate(count=Count("pk"))
    )
    return Counter({(meeting, group): count for meeting, group, count in rows})


def spoken(meetings: Sequence[int]) -> dict[int, list[Spoken]]:
    """Turns by meeting and speaker, of the one source that tells most of a meeting. One query."""
    rows = (
        Turn.objects.filter(meeting__in=meetings)
        .order_by()
        .values("meeting_id", "constituency_id", "membership_id", "speaker", "source")
        .annotate(
            turns=Count("pk"), first=Min("began"), questions=Count("pk", filter=Q(is_question=True)), said=Sum("words"),
            lasted=Sum("seconds"), with_words=Count("words"), with_seconds=Count("seconds"),
        )
    )  # fmt: skip
    by_meeting: dict[int, list[Spoken]] = {meeting: [] for meeting in meetings}
    for row in rows:
        by_meeting[row["meeting_id"]].append(
            Spoken(
                meeting=row["meeting_id"],
                group=row["constituency_id"],
                speaker=_speaker(row["membership_id"], number=row["speaker"]),
                source=row["source"],
                turns=row["turns"],
                words=row["said"] if row["with_words"] == row["turns"] else None,
                seconds=row["lasted"] if row["with_seconds"] == row["turns"] else None,
                questions=row["questions"],
                first=row["first"],
            )
        )
    return {meeting: _of_best_source(found) for meeting, found in by_meeting.items()}


def _speaker(membership: int | None, *, number: int | None) -> str:
    """Numbers stand for people in a transcript, and wherever names have been taken out."""
    if number is not None:
        return f"speaker {number}"
    return f"member {membership}" if membership is not None else ""


def _of_best_source(rows: list[Spoken]) -> list[Spoken]:
    """A turn may be tapped, called from the queue and transcribed, and must count once."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row.source] += row.turns
    order = (TurnSource.TRANSCRIPT, TurnSource.TAP, TurnSource.QUEUE)
    best = max(order, key=lambda source: (source == TurnSource.TRANSCRIPT and counted[source] > 0, counted[source]))
    return [row for row in rows if row.source == best]
