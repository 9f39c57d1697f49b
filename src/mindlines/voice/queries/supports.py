"""Which contributions the slips on a device support."""

from collections.abc import Iterable, Mapping

from mindlines.communities.models import Membership
from mindlines.voice.choices import BoxPurpose
from mindlines.voice.models import BallotBox, Contribution, Support
from mindlines.voice.queries import slips


def box_of(contribution: Contribution) -> BallotBox | None:
    """The box whose slips support it, where one was ever asked for."""
    boxes = BallotBox.objects.filter(purpose=BoxPurpose.ROOM, community=contribution.community_id)
    return boxes.filter(meeting=contribution.meeting_id).order_by("pk").first()


def lock(secret: str, *, of: Contribution) -> str:
    """What a support by this slip looks like in the database."""
    return slips.lock(slips.tidied(secret), of=f"support:{of.key}")


def supported(contributions: Iterable[Contribution], *, by: Membership, cookies: Mapping[str, str]) -> frozenset[int]:
    """Keys of those that the slips among these cookies support. Two queries."""
    boxes = BallotBox.objects.filter(purpose=BoxPurpose.ROOM, community=by.community_id).order_by("-pk")
    secrets = {box.meeting_id: cookies.get(slips.cookie_name(box, of=by), "") for box in boxes}
    locks = {lock(secret, of=one): one.pk for one in contributions if (secret := secrets.get(one.meeting_id, ""))}
    held = Support.objects.filter(lock__in=locks, contribution__in=locks.values())
    return frozenset(held.values_list("contribution", flat=True))
