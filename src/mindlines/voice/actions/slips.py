"""Handing out voting slips: one for everyone, and nobody knows which."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community, Membership
from mindlines.kernel.errors import Refused
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from mindlines.voice.actions.mixing import mix, put_among
from mindlines.voice.choices import BoxPurpose, Way
from mindlines.voice.models import BallotBox, Handed, Slip
from mindlines.voice.queries import slips

# From fewer, a person who printed them could remember who drew which.
FEWEST_PAPER, MOST_PAPER = 5, 300


class HandedElsewhere(Refused):
    """This member has a slip already, on another device or on paper."""


def box_of(meeting: Meeting, *, purpose: str = BoxPurpose.ROOM) -> BallotBox:
    """The box of that purpose of a meeting; made when it is first asked for."""
    box, _made = BallotBox.objects.get_or_create(
        meeting=meeting, purpose=purpose, defaults={"community_id": meeting.community_id}
    )
    return box


def new_box(community: Community) -> BallotBox:
    """A box for one ballot outside meetings."""
    return BallotBox.objects.create(community=community, purpose=BoxPurpose.BALLOT)


@transaction.atomic
def hand(box: BallotBox, *, to: Membership, way: str = Way.SELF, secret: str = "") -> str:
    """Hand a member their one slip and return its secret.

    `secret` is what the device proposes: the same device asking again, because an answer was lost on the way, gets the same
    slip. Raises `HandedElsewhere` when the member has another one.
    """
    box = _held(box)
    secret = slips.tidied(secret) or slips.propose()
    if slips.found(box, secret=secret):
        return secret
    _note_handing(box, to=to, way=way)
    put_among(Slip(box=box, mark=slips.mark(secret)), rows=box.slips.all())
    return secret


@transaction.atomic
def print_paper(box: BallotBox, *, count: int, by: Person) -> list[str]:
    """Slips for a bag, from which people draw. Their secrets are returned this once and kept nowhere."""
    if not FEWEST_PAPER <= count <= MOST_PAPER:
        raise Refused(
            _("Print at least 5 and at most 300 slips. From fewer than 5, somebody could tell who drew which.")
        )
    box = _held(box)
    secrets = [slips.propose() for _number in range(count)]
    box.slips.bulk_create([Slip(box=box, mark=slips.mark(secret), is_paper=True) for secret in secrets])
    mix(box.slips.all())
    record.note(box.community, by=by, verb="printed-voting-slips", words=str(count))
    return secrets


@transaction.atomic
def give_paper(box: BallotBox, *, to: Membership, by: Person) -> None:
    """A member drew a slip from the bag, so that they cannot be handed a second one."""
    box = _held(box)
    drawn = box.handed.filter(way=Way.PAPER).count()
    if drawn >= box.slips.filter(is_paper=True).count():
        raise Refused(_("All printed slips are given out. Print more first."))
    _note_handing(box, to=to, way=Way.PAPER)
    record.note(box.community, by=by, verb="gave-paper-slip")


def _held(box: BallotBox) -> BallotBox:
    """The box; nobody else is handed a slip of it until the transaction ends."""
    return BallotBox.objects.select_for_update(of=("self",)).select_related("community").get(pk=box.pk)


def _note_handing(box: BallotBox, *, to: Membership, way: str) -> None:
    if box.handed.filter(membership=to).exists():
        raise HandedElsewhere(
            _(
                "There is one voting slip for each person, and this one is on another device or on paper. Type its code here."
            )
        )
    put_among(Handed(box=box, membership=to, way=way), rows=box.handed.all())
