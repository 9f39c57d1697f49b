"""Answering an invitation."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import locked
from mindlines.meetings.choices import Phase, ReplyMode, ReplyWay
from mindlines.meetings.models import Meeting, Reply
from mindlines.meetings.queries import meetings, replies
from mindlines.people.models import Person

FORGET_AFTER_DAYS = 30


@dataclass(frozen=True)
class Answer:
    """What somebody says; None leaves what was said before."""

    mode: str
    needs: str | None = None
    travel: str | None = None
    way: str = ReplyWay.SELF


@transaction.atomic
def answer(meeting: Meeting, *, membership: Membership, by: Person, answer: Answer) -> Reply:
    """Keep an answer; a later one takes its place until the meeting ends."""
    meeting = locked(meeting)
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting is cancelled. There is nothing to answer any more."))
    if meeting.phase in (Phase.PLANNED, Phase.HELD) or meeting.ends_at < now():
        raise Refused(_("This meeting cannot be answered now: it is over, or not yet announced."))
    if answer.mode not in replies.modes(meeting):
        raise Refused(_("The meeting has changed, and one cannot come in this way any more. Please choose again."))
    reply = replies.mine(meeting, membership=membership) or Reply(meeting=meeting, membership=membership)
    reply.mode, reply.way, reply.entered_by, reply.at = answer.mode, answer.way, by, now()
    reply.needs = reply.needs if answer.needs is None else answer.needs
    reply.travel = reply.travel if answer.travel is None else answer.travel
    if reply.mode == ReplyMode.CANNOT:
        reply.needs = reply.travel = ""
    reply.save()
    return reply


def forget_needs() -> None:
    """Needs and travel of a meeting are erased 30 days after it."""
    old = Reply.objects.filter(meeting__in=meetings.ended_long_ago(days=FORGET_AFTER_DAYS))
    old.filter(~Q(needs="") | ~Q(travel="")).update(needs="", travel="")
