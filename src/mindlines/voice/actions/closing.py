"""What happens to ballots so that later nobody can tell whose they are."""

from collections import Counter

from mindlines.voice.actions.mixing import mix
from mindlines.voice.choices import Way
from mindlines.voice.models import Poll
from mindlines.voice.queries import apart


def shuffle(poll: Poll) -> None:
    """All ballots, and all slips of their box, in a new order. The poll is held still by the caller."""
    if poll.is_secret:
        mix(poll.ballots.all())


def blur(poll: Poll) -> None:
    """A group of which fewer than five voted is taken off its ballots, so that nobody is found in it."""
    if not poll.is_secret:
        return
    voted = Counter(poll.ballots.values_list("constituency", flat=True))
    outside = voted.pop(None, 0)
    told = apart.large_enough({pk: count for pk, count in voted.items() if pk}, outside=outside)
    poll.ballots.exclude(constituency__in=told).update(constituency=None)
    poll.told_apart = told
    poll.save(update_fields=["told_apart"])


def make_room_for_paper(poll: Poll) -> None:
    """Of a ballot on paper no group is known. Where it would be found by that, one group fewer is told apart."""
    counted = apart.sizes(poll.community, meeting=poll.meeting)
    told_apart = {pk: count for pk, count in counted.items() if pk in poll.told_apart}
    others = sum(counted.values()) - sum(told_apart.values())
    on_paper = poll.box.handed.filter(way=Way.PAPER).count()
    told = apart.large_enough(told_apart, outside=max(1, others + on_paper))
    if told != sorted(poll.told_apart):
        poll.ballots.exclude(constituency__in=told).update(constituency=None)
        poll.told_apart = told
        poll.save(update_fields=["told_apart"])
