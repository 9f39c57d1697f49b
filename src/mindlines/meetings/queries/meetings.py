"""Meetings of a community, as its pages need them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from mindlines.communities.models import Community, Membership
from mindlines.kernel.times import now, zone
from mindlines.meetings import rules
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting
from mindlines.ui.dates import span_words

ALIVE = (Phase.PLANNED, Phase.ANNOUNCED, Phase.UNDER_WAY)


@dataclass(frozen=True)
class Paths:
    """What a reader can do with a meeting now; the page shows a link for each."""

    plan: bool
    shape: bool
    announce: bool
    reply: bool
    read_minutes: bool
    was_announced: bool


def coming(membership: Membership) -> QuerySet[Meeting]:
    """What has not ended, soonest first."""
    return Meeting.objects.known_to(membership).coming(now()).select_related("place")


def past(membership: Membership) -> QuerySet[Meeting]:
    """Everything else: held, cancelled, or over without anybody saying that it was held; newest first."""
    known = Meeting.objects.known_to(membership)
    ended = known.filter(phase__in=(Phase.HELD, Phase.CANCELLED)) | known.filter(phase__in=ALIVE, ends_at__lt=now())
    return ended.select_related("place").order_by("-starts_at", "-pk")


def clashing(meeting: Meeting) -> QuerySet[Meeting]:
    """Other meetings of the community at the same time."""
    others = meeting.community.meetings.filter(phase__in=ALIVE).exclude(pk=meeting.pk)
    return others.filter(starts_at__lt=meeting.ends_at, ends_at__gt=meeting.starts_at).order_by("starts_at", "pk")


def last_with_agenda(community: Community) -> Meeting | None:
    """The newest meeting whose agenda a new one could begin with."""
    kept = community.meetings.exclude(phase=Phase.CANCELLED).filter(items__isnull=False)
    return kept.select_related("place").order_by("-starts_at", "-pk").first()


def to_copy(community: Community, *, pk: int) -> Meeting | None:
    return community.meetings.select_related("place").filter(pk=pk).first()


def same_again(community: Community, *, title: str, starts_at: datetime) -> Meeting | None:
    """A meeting of this name at this time: most likely the same form was sent twice."""
    return community.meetings.filter(title=title, starts_at=starts_at, phase__in=ALIVE).first()


def seen(meeting: Meeting) -> str:
    """A short sign for what the details of a meeting say now; a form made from older details carries another one."""
    starts_at = meeting.starts_at.astimezone(UTC).isoformat()
    parts = (
        meeting.title, meeting.kind, meeting.purpose, starts_at, meeting.minutes, meeting.setting, meeting.place_id,
        meeting.link, meeting.dial_in, meeting.phase,
    )  # fmt: skip
    return salted_hmac("meetings.seen", "\n".join(map(str, parts))).hexdigest()[:16]


def due_for_reminder(at: datetime) -> list[Meeting]:
    """Announced meetings that are as near as their reminder asks, and of which nobody was reminded."""
    announced = Meeting.objects.filter(
        phase=Phase.ANNOUNCED,
        reminded_at=None,
        remind_days__gt=0,
        starts_at__gt=at,
        starts_at__lt=at + timedelta(days=60),
    )
    return [meeting for meeting in announced if meeting.starts_at - at <= timedelta(days=meeting.remind_days)]


def ended_long_ago(*, days: int) -> QuerySet[Meeting]:
    return Meeting.objects.filter(ends_at__lt=now() - timedelta(days=days))


def paths(meeting: Meeting) -> Paths:
    """What the reader can do with this meeting now."""
    plans, is_over = rules.plan(meeting), meeting.ends_at < now()
    alive = meeting.phase in (Phase.ANNOUNCED, Phase.UNDER_WAY)
    return Paths(
        plan=plans,
        shape=plans and meeting.is_open_for_planning,
        announce=plans and meeting.phase in (Phase.PLANNED, Phase.ANNOUNCED) and not is_over,
        reply=rules.reply(meeting) and alive and not is_over,
        read_minutes=rules.read_minutes(meeting) and meeting.phase == Phase.HELD,
        was_announced=alive or meeting.phase == Phase.HELD,
    )


def community_clock(meeting: Meeting) -> str:
    """The meeting on the clock of its community, when the reader's clock says something else."""
    place = zone(meeting.community.time_zone)
    if meeting.starts_at.astimezone(place).utcoffset() == timezone.localtime(meeting.starts_at).utcoffset():
        return ""
    with timezone.override(place):
        return span_words(meeting.starts_at, end=meeting.ends_at)


def city(name: str) -> str:
    """`London` of `Europe/London`."""
    return name.rpartition("/")[2].replace("_", " ")


def zones_to_choose(membership: Membership) -> list[str]:
    """The clock of the community, and the reader's own when it is another one."""
    return list(dict.fromkeys(filter(None, [membership.community.time_zone, membership.person.time_zone])))


def consequences_of_cancelling(meeting: Meeting) -> list[str]:
    """What a facilitator reads before a meeting is cancelled."""
    if meeting.phase == Phase.PLANNED:
        return [_("The meeting is taken off the list. Nobody is told, because nobody was invited.")]
    return [
        _("Everyone who was invited is told, and the entry in their calendar is cancelled."),
        _("The meeting stays on the list of past meetings as cancelled."),
    ]
