"""What was said without a name is never written alone.

PostgreSQL remembers of each row which transaction wrote it, and where. Other things point at a contribution, so it cannot be
taken out and put in again as ballots are: it is written over, together with others, in no order.
"""

from datetime import timedelta
from random import SystemRandom

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.voice.actions.closing import shuffle_slips
from mindlines.voice.actions.mixing import COMPANY, mix
from mindlines.voice.choices import BoxPurpose
from mindlines.voice.models import BallotBox, Contribution, Support

FRESH = timedelta(days=2)
_chance = SystemRandom()


def hold(community: int) -> None:
    """Until the transaction ends, nobody else writes over what was said in this community."""
    Community.objects.select_for_update(no_key=True).only("pk").get(pk=community)


def write_among_others(contribution: Contribution) -> None:
    """Write it again together with some others; the caller holds the community."""
    nameless = Contribution.objects.filter(community=contribution.community_id, is_anonymous=True)
    others = nameless.exclude(pk=contribution.pk).order_by("?").values_list("pk", flat=True)[:COMPANY]
    _write_over([contribution.pk, *others])


def mix_fresh() -> None:
    """Write over all that came without a name in the last days, and all supports of the boxes that are in use."""
    since = timezone.localdate() - FRESH
    fresh = Contribution.objects.filter(is_anonymous=True, made_on__gte=since).order_by()
    for community in fresh.values_list("community", flat=True).distinct():
        _mix_contributions(community, keys=list(fresh.filter(community=community).values_list("pk", flat=True)))
    for box in BallotBox.objects.filter(purpose=BoxPurpose.ROOM, slips__isnull=False).distinct():
        _mix_supports(box)


@transaction.atomic
def _mix_contributions(community: int, *, keys: list[int]) -> None:
    hold(community)
    _write_over(keys)


@transaction.atomic
def _mix_supports(box: BallotBox) -> None:
    BallotBox.objects.select_for_update().get(pk=box.pk)
    given = Support.objects.filter(contribution__community=box.community_id, contribution__meeting=box.meeting_id)
    mix(Support.objects.filter(pk__in=list(given.values_list("pk", flat=True))))
    shuffle_slips(box)


def _write_over(keys: list[int]) -> None:
    _chance.shuffle(keys)
    for key in keys:
        Contribution.objects.filter(pk=key).update(uptake=F("uptake"))
