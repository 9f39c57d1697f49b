"""Whom a notice is for. Every notice goes to people who belong to the community when it is sent, each at most once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from mindlines.communities.choices import Answer, RoleName
from mindlines.communities.models import Membership, Role
from mindlines.meetings.choices import NoticeKind, ReplyMode
from mindlines.meetings.models import Meeting, Notice, Reply, Told

EVERYONE, STEERING, SOME, SILENT, COMING = "everyone", "steering", "some", "silent", "coming"
# Those who sit in the steering group, chair it, or prepare its meetings.
STEERING_ROLES = (RoleName.CHAIR, RoleName.STEERING, RoleName.FACILITATOR, RoleName.BROKER, RoleName.PROJECT)


@dataclass(frozen=True)
class Progress:
    """How far a notice has come."""

    notice: Notice
    told: int

    @property
    def waiting(self) -> int:
        return max(0, self.notice.people - self.told)

    @property
    def is_finished(self) -> bool:
        return self.notice.finished_at is not None


def chosen(meeting: Meeting, *, who: str, constituencies: Sequence[int] = ()) -> QuerySet[Membership]:
    """Active members whom an invitation is for."""
    members = Membership.objects.active().filter(community_id=meeting.community_id)
    if who == STEERING:
        held = Role.objects.filter(membership=OuterRef("pk"), answer=Answer.ACCEPTED, name__in=STEERING_ROLES)
        return members.filter(Exists(held))
    if who == SOME:
        return members.filter(constituency__in=constituencies)
    return members


def invited(meeting: Meeting) -> QuerySet[Membership]:
    """Everyone in the community who was invited to this meeting, with their standing as it is."""
    told = Told.objects.filter(notice__meeting=meeting, notice__kind=NoticeKind.INVITATION, membership=OuterRef("pk"))
    return Membership.objects.present().filter(Exists(told), community_id=meeting.community_id)


def not_invited(meeting: Meeting) -> QuerySet[Membership]:
    """Active members who were not invited."""
    return (
        Membership.objects.active()
        .filter(community_id=meeting.community_id)
        .exclude(pk__in=invited(meeting).values("pk"))
    )


def recipients(notice: Notice) -> QuerySet[Membership]:
    """Who has still to be told this notice, in a steady order."""
    meeting, audience = notice.meeting, notice.audience
    if notice.kind == NoticeKind.INVITATION:
        people = chosen(meeting, who=audience.get("who", EVERYONE), constituencies=audience.get("constituencies", ()))
        people = people.exclude(pk__in=invited(meeting).values("pk"))
    else:
        people = invited(meeting)
    replied = Reply.objects.filter(meeting=meeting, membership=OuterRef("pk"))
    if audience.get("who") == SILENT:
        people = people.filter(~Exists(replied))
    elif audience.get("who") == COMING:
        people = people.filter(~Exists(replied.filter(mode=ReplyMode.CANNOT)))
    already = Told.objects.filter(notice=notice, membership=OuterRef("pk"))
    return people.filter(~Exists(already)).order_by("pk")


def silent(meeting: Meeting) -> QuerySet[Membership]:
    """Invited members who have not answered."""
    return invited(meeting).filter(~Exists(Reply.objects.filter(meeting=meeting, membership=OuterRef("pk"))))


def progress(meeting: Meeting) -> list[Progress]:
    """Every notice of the meeting, newest first, with how many have been told. One query."""
    notices = meeting.notices.select_related("by").annotate(told_count=Count("told")).order_by("-at", "-pk")[:20]
    return [Progress(notice=notice, told=notice.told_count) for notice in notices]
