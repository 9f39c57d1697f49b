"""A room, and what its pages ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from mindlines.communities.models import Constituency, Membership
from mindlines.live.choices import HandState
from mindlines.live.models import Hand, Room
from mindlines.live.queries.decisions import vote_key
from mindlines.meetings.choices import HERE, Presence, ReplyMode
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.voice.choices import BoxPurpose, TurnSource
from mindlines.voice.models import BallotBox, Turn
from mindlines.voice.queries import contributions, polls, slips, supports

REPLIED = {ReplyMode.ROOM: Presence.ROOM, ReplyMode.ONLINE: Presence.ONLINE, ReplyMode.PHONE: Presence.PHONE}


@dataclass(frozen=True)
class Arrival:
    """Whether somebody said that they are here, and how they had said they would come."""

    is_here: bool
    way: str


def of_meeting(meeting: Meeting) -> Room | None:
    """Its room, if it has one."""
    return Room.objects.filter(meeting=meeting).first()


def arrival(room: Room, *, membership: Membership) -> Arrival:
    """Two queries at most."""
    found = room.meeting.attendance.filter(membership=membership, presence__in=HERE).first()
    if found is not None:
        return Arrival(is_here=True, way=found.presence)
    reply = room.meeting.replies.filter(membership=membership).first()
    return Arrival(is_here=False, way=REPLIED.get(ReplyMode(reply.mode), "") if reply else "")


def item_of(room: Room, *, pk: int) -> AgendaItem | None:
    return room.meeting.items.filter(pk=pk).first()


def groups(room: Room) -> list[Constituency]:
    """The constituencies in their order, for buttons."""
    return list(room.meeting.community.constituencies.order_by("position", "pk"))


def people_here(room: Room) -> list[Membership]:
    """Members who are here, by constituency and name. One query."""
    here = room.meeting.attendance.filter(presence__in=HERE, membership__isnull=False)
    found = Membership.objects.filter(pk__in=here.values("membership")).select_related("person", "constituency")
    return list(found.order_by("constituency__position", "person__name", "pk"))


def scribes(room: Room) -> QuerySet[Membership]:
    return room.scribes.select_related("person", "constituency").order_by("person__name")


def members_to_ask(room: Room) -> list[Membership]:
    """Active members who could write for the room, by name."""
    active = Membership.objects.active().filter(community=room.meeting.community_id).exclude(scribe_in=room)
    return list(active.select_related("person", "constituency").order_by("person__name", "pk"))


def box(room: Room) -> BallotBox | None:
    """The box for the votes of the meeting."""
    return BallotBox.objects.filter(meeting=room.meeting_id, purpose=BoxPurpose.ROOM).first()


def my_hand(room: Room, *, membership: Membership) -> Hand | None:
    """Raised or speaking."""
    return room.hands.filter(membership=membership, state__in=(HandState.WAITING, HandState.SPEAKING)).first()


def last_tap(room: Room) -> Turn | None:
    """The newest tap, to take it back."""
    return room.meeting.turns.filter(source=TurnSource.TAP).select_related("constituency").order_by("-pk").first()


def key_of(membership: int) -> str:
    """By what a page knows that something, such as a raised hand, is its reader's."""
    return f"member:{membership}"


def own(room: Room, *, cookies: Mapping[str, str]) -> list[str]:
    """Keys of what is the viewer's own: `vote:<poll>:<stage>`, `support:<contribution>`, `hand`, and `member:<membership>`, which is themselves."""
    viewer = room.viewer
    if viewer is None:
        return []
    found = [key_of(viewer.pk)]
    found += _votes(room, viewer=viewer, cookies=cookies)
    said = [row.contribution for row in contributions.of_meeting(room.meeting, for_facilitator=False)]
    found += [f"support:{pk}" for pk in sorted(supports.supported(said, by=viewer, cookies=cookies))]
    hand = my_hand(room, membership=viewer)
    if hand is not None:
        found.append("hand")
    return found


def _votes(room: Room, *, viewer: Membership, cookies: Mapping[str, str]) -> list[str]:
    """Which of the questions at hand the viewer has answered."""
    poll = polls.at_hand(room.meeting)
    if poll is None:
        return []
    slip = cookies.get(slips.cookie_name(poll.box, of=viewer), "")
    found = []
    for each in (poll, *polls.open_beside(poll)):
        ballot = polls.my_ballot(each, of=viewer, slip=slip)
        if ballot is not None and (ballot.after if each.is_second_time else ballot.before) is not None:
            found.append(vote_key(each))
    return found
