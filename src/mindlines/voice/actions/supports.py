"""Wanting something to be heard too. Only the slip on somebody's own device can tell whose support it is."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Community
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.voice.actions import slips
from mindlines.voice.actions.contributions import QUESTIONS
from mindlines.voice.actions.mixing import put_among
from mindlines.voice.choices import BoxPurpose, Showing
from mindlines.voice.models import BallotBox, Contribution, Support
from mindlines.voice.queries import slips as known_slips
from mindlines.voice.queries import supports


@transaction.atomic
def box_of(contribution: Contribution) -> BallotBox:
    """The box whose slips support it: that of its meeting, or the one of the community for all that belongs to no meeting."""
    if contribution.meeting is not None:
        return slips.box_of(contribution.meeting)
    Community.objects.select_for_update().get(pk=contribution.community_id)
    found = supports.box_of(contribution)
    return found or BallotBox.objects.create(community_id=contribution.community_id, purpose=BoxPurpose.ROOM)


@transaction.atomic
def support(contribution: Contribution, *, slip: str) -> None:
    """Support it once with the secret of a slip; a second time changes nothing."""
    box = _held(contribution, slip=slip)
    if contribution.showing != Showing.SHOWN:
        raise Refused(_("This one is not shown any more, so it cannot be supported."))
    lock = supports.lock(slip, of=contribution)
    if not contribution.supports.filter(lock=lock).exists():
        of_box = Support.objects.filter(contribution__community=box.community_id, contribution__meeting=box.meeting_id)
        put_among(Support(contribution=contribution, lock=lock), rows=of_box)
    news.changed(contribution.meeting_id, part=QUESTIONS)


@transaction.atomic
def unsupport(contribution: Contribution, *, slip: str) -> None:
    """Take the support of this slip back."""
    _held(contribution, slip=slip)
    contribution.supports.filter(lock=supports.lock(slip, of=contribution)).delete()
    news.changed(contribution.meeting_id, part=QUESTIONS)


def _held(contribution: Contribution, *, slip: str) -> BallotBox:
    """The box, held still until the transaction ends, after the slip was looked at."""
    box = BallotBox.objects.select_for_update().get(pk=box_of(contribution).pk)
    if not known_slips.is_valid(box, secret=slip):
        raise Refused(_("This device has no voting slip for it. Load the page again, and try once more."))
    return box
