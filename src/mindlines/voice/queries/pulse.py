"""The pulse: six statements in our own words, and who is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import ConstituencyKind, Standing
from mindlines.communities.models import Membership
from mindlines.meetings.choices import HERE
from mindlines.meetings.models import Meeting
from mindlines.voice.choices import BoxPurpose, PollKind, Side, Stage
from mindlines.voice.models import Ballot, Handed, Poll
from mindlines.voice.queries import apart, slips

_LINK = "voice.pulse"


# Free for anybody to use (CC0). Not validated: they start a conversation and prove nothing.
STATEMENTS: tuple[str | Promise, ...] = (
    _("I knew what my part was today."),
    _("I understood the words that were used."),
    _("I could say what I wanted to say."),
    _("I could disagree openly."),
    _("Something I said or wrote was picked up."),
    _("We made today’s decisions together."),
)
STEPS: dict[int, str | Promise] = {
    1: _("Not at all"),
    2: _("A little"),
    3: _("In part"),
    4: _("Mostly"),
    5: _("Fully"),
}
# The box that holds for “does not apply”.
NOT_FOR_ME = 0


def of_meeting(meeting: Meeting) -> Poll | None:
    """The pulse of a meeting, if people were asked."""
    found = meeting.polls.filter(kind=PollKind.PULSE, box__purpose=BoxPurpose.PULSE)
    poll = found.select_related("box", "community").exclude(stage=Stage.PLANNED).first()
    if poll is not None:
        poll.meeting = meeting
    return poll


def people(meeting: Meeting) -> list[Membership]:
    """Members who were there and belong still."""
    there = meeting.attendance.filter(presence__in=HERE, membership__isnull=False).values("membership")
    return list(
        Membership.objects.active()
        .filter(pk__in=there)
        .select_related("person", "constituency")
        .order_by("person__name", "pk")
    )


def not_asked_yet(poll: Poll, *, meeting: Meeting) -> list[Membership]:
    """Members who were there and have no slip yet, so that a sheet or a call can reach them."""
    handed = Handed.objects.filter(box=poll.box_id, membership=OuterRef("pk"))
    there = meeting.attendance.filter(presence__in=HERE, membership__isnull=False).values("membership")
    found = Membership.objects.active().filter(pk__in=there).alias(has_one=Exists(handed)).filter(has_one=False)
    return list(found.select_related("person", "constituency").order_by("person__name", "pk"))


def was_there(meeting: Meeting, *, membership: Membership) -> bool:
    return meeting.attendance.filter(membership=membership, presence__in=HERE).exists()


@dataclass(frozen=True)
class Turnout:
    """How many were asked, and how many have answered."""

    asked: int
    answered: int


def meeting_of(poll: Poll) -> Meeting:
    """A pulse is always of a meeting."""
    assert poll.meeting is not None  # noqa: S101 - for the type checker
    return poll.meeting


def turnout(poll: Poll) -> Turnout:
    there = meeting_of(poll).attendance.filter(presence__in=HERE, membership__standing=Standing.ACTIVE)
    asked = there.count()
    return Turnout(asked=asked, answered=poll.ballots.count())


def side_of(membership: Membership) -> str:
    """Everybody stands on one of two sides, so that nobody is found by standing on none."""
    return Side.LAY if membership.constituency.kind == ConstituencyKind.LAY else Side.OTHER


def sides(people: list[Membership]) -> list[str]:
    """The sides that may be kept with the answers: both, where five of each were there; or none."""
    found = [side_of(one) for one in people]
    return [side.value for side in Side] if all(found.count(side) >= apart.FEWEST for side in Side) else []


def mine(poll: Poll, *, secret: str) -> Ballot | None:
    """What the device with this slip answered."""
    if not secret:
        return None
    return poll.ballots.filter(lock=slips.lock(secret, of=f"ballot:{poll.pk}")).first()


@dataclass(frozen=True)
class Answering:
    """Somebody in front of the form: what their device keeps, what it answered, and whether they answered elsewhere."""

    poll: Poll
    viewer: Membership
    slip: str
    given: Ballot | None
    elsewhere: bool

    def cookie(self, secret: str = "") -> dict[str, Any]:
        """What the device keeps from now on: this slip, or one that is proposed."""
        return slips.cookie(self.poll.box, of=self.viewer, secret=secret)


def answering(poll: Poll, *, cookies: Mapping[str, str]) -> Answering:
    viewer = meeting_of(poll).viewer
    slip = slips.tidied(cookies.get(slips.cookie_name(poll.box, of=viewer), ""))
    elsewhere = slips.was_handed(poll.box, to=viewer) and not slips.is_valid(poll.box, secret=slip)
    return Answering(poll, viewer, slip, given=mine(poll, secret=slip), elsewhere=elsewhere)


def token(poll: Poll, *, membership: Membership) -> str:
    return signing.dumps([poll.pk, membership.pk], salt=_LINK)


def read_token(token: str) -> tuple[int, int] | None:
    """Which pulse and which membership a signed link speaks of; nothing when somebody tampered with it."""
    try:
        poll, membership = signing.loads(token, salt=_LINK)
    except (signing.BadSignature, ValueError):
        return None
    return int(poll), int(membership)


def address(poll: Poll, *, membership: Membership) -> str:
    """The personal link by which one member answers without signing in."""
    path = reverse("voice:pulse_by_link", kwargs={"token": token(poll, membership=membership)})
    return f"{settings.MINDLINES_ADDRESS}{path}"
