"""Slowing down whoever sends very much in a very short time.

The count stands in the cache for a minute and nowhere else: neither the database nor a log knows who sent when.
"""

from django.core.cache import cache
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.meetings.models import Meeting

A_MINUTE = 60
MOST_OF_ONE = 6
# All people together who follow one meeting without being known.
MOST_OF_VISITORS = 120


def slow_down(membership: Membership | None, *, meeting: Meeting | None) -> None:
    """Count one more, and refuse kindly when there were too many within a minute."""
    if membership is not None:
        key, most = f"voice.flood:member:{membership.pk}", MOST_OF_ONE
    else:
        key, most = f"voice.flood:visitors:{meeting.pk if meeting else 0}", MOST_OF_VISITORS
    cache.add(key, 0, A_MINUTE)
    try:
        sent = cache.incr(key)
    except ValueError:
        return  # the minute ended between the two lines
    if sent > most:
        raise Refused(_("That was a lot in one minute. Please wait a minute, then send it again."))
