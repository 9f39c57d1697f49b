"""Papers with a code, for members who cannot sign in with an e-mail address."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from mindlines.communities.models import Membership
from mindlines.kernel.times import now
from mindlines.live.models import Pass, Room
from mindlines.meetings.choices import ReplyMode
from mindlines.meetings.models import Reply

AFTER = timedelta(days=7)


def is_alive(found: Pass) -> bool:
    """A pass lets in until a week after the meeting."""
    return now() < found.room.meeting.ends_at + AFTER


def may_have_one(room: Room) -> list[Membership]:
    """Active members who do not facilitate, by name; each knows whether it `said_yes` and whether it `has_pass`. One query."""
    yes = Reply.objects.filter(meeting=room.meeting_id, membership=OuterRef("pk")).exclude(mode=ReplyMode.CANNOT)
    given = Pass.objects.filter(room=room, membership=OuterRef("pk"))
    found = (
        Membership.objects.active()
        .with_roles()
        .filter(community=room.meeting.community_id)
        .annotate(said_yes=Exists(yes), has_pass=Exists(given))
        .select_related("person", "constituency")
        .order_by("person__name", "pk")
    )
    return [member for member in found if not member.facilitates]
