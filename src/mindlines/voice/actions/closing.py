"""What happens to ballots so that later nobody can tell whose they are."""

from collections import Counter
from datetime import timedelta

from django.db import transaction

from mindlines.kernel.times import now
from mindlines.voice.actions.mixing import mix
from mindlines.voice.choices import PollKind, Secrecy, Side, Way
from mindlines.voice.models import BallotBox, Poll
from mindlines.voice.queries import apart


def shuffle(poll: Poll) -> None:
    """All ballots in a new order. The poll is held still by the caller."""
    if poll.is_secret:
        mix(poll.ballots.all())


def shuffle_slips(box: BallotBox) -> None:
    """All slips of a box, and all who were handed one, in a new order each. The box is held still by the caller."""
    mix(box.slips.all())
    mix(box.handed.all())


def mix_in_use() -> None:
    """Boxes and ballots of polls that are under way, or were until yesterday."""
    yesterday = now() - timedelta(days=1)
    in_use = Poll.objects.filter(opened_at__isnull=False).exclude(closed_at__lt=yesterday)
    for poll in in_use.filter(secrecy=Secrecy.SECRET).values_list("pk", flat=True):
        _mix_poll(poll)
    for box in BallotBox.objects.filter(pk__in=in_use.values("box")).values_list("pk", flat=True):
        _mix_box(box)


@transaction.atomic
def _mix_poll(pk: int) -> None:
    for poll in Poll.objects.select_for_update().filter(pk=pk):
        shuffle(poll)


@transaction.atomic
def _mix_box(pk: int) -> None:
    for box in BallotBox.objects.select_for_update().filter(pk=pk):
        shuffle_slips(box)


def blur(poll: Poll) -> None:
    """A group of which fewer than five voted is taken off its ballots, so that nobody is found in it."""
    if not poll.is_secret:
        return
    if poll.kind == PollKind.PULSE:
        _blur_sides(poll)
        return
    voted: Counter[int | None] = Counter(poll.ballots.values_list("constituency", flat=True))
    groups = {pk: count for pk, count in voted.items() if pk}
    told = apart.large_enough(groups, outside=voted[None], first=apart.lay_groups(poll.community))
    poll.ballots.exclude(constituency__in=told).update(constituency=None)
    poll.told_apart = told
    poll.save(update_fields=["told_apart"])


def make_room_for_paper(poll: Poll) -> None:
    """Of a ballot on paper no group is known, but of the pulse its side is. Where it would be found by that, one group fewer is told apart."""
    if poll.kind == PollKind.PULSE:
        return
    counted = apart.sizes(poll.community, meeting=poll.meeting)
    told_apart = {pk: count for pk, count in counted.items() if pk in poll.told_apart}
    others = sum(counted.values()) - sum(told_apart.values())
    on_paper = poll.box.handed.filter(way=Way.PAPER).count()
    outside = max(1, others + on_paper)
    told = apart.large_enough(told_apart, outside=outside, first=apart.lay_groups(poll.community))
    if told != sorted(poll.told_apart):
        poll.ballots.exclude(constituency__in=told).update(constituency=None)
        poll.told_apart = told
        poll.save(update_fields=["told_apart"])


def _blur_sides(poll: Poll) -> None:
    """Both sides of the pulse stay only where five of each answered."""
    answered = Counter(poll.ballots.values_list("side", flat=True))
    if any(answered[side] < apart.FEWEST for side in Side):
        poll.ballots.update(side="")
        poll.told_apart = []
        poll.save(update_fields=["told_apart"])
