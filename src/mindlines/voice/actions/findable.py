"""Finding what was said by searching.

An entry of the search tells when it was made. So what somebody said without a name is entered together with all others of
that day, in no order, once the day is over.
"""

from datetime import date, timedelta

from django.utils import timezone

from mindlines.communities.actions import search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import SearchEntry
from mindlines.kernel.times import now, zone
from mindlines.voice.choices import Audience, Showing
from mindlines.voice.models import Contribution

A_TITLE = 120
LOOK_BACK = timedelta(days=40)


def put(contribution: Contribution) -> None:
    """Enter what everyone can read, and forget the rest."""
    if contribution.showing != Showing.SHOWN or contribution.audience != Audience.EVERYONE:
        search.drop(_ref(contribution.pk))
        return
    if contribution.is_anonymous and contribution.made_on >= _today(contribution):
        return
    words = contribution.words
    search.put(
        _ref(contribution.pk),
        community=contribution.community,
        kind=FoundKind.SAID,
        title=words if len(words) <= A_TITLE else f"{words[:A_TITLE]}…",
        words="\n".join(filter(None, (words, contribution.reply))),
        url=contribution.get_absolute_url(),
    )


def catch_up() -> int:
    """Enter what was said without a name on days that are over. Returns how many were new."""
    waiting = Contribution.objects.shown().filter(
        is_anonymous=True, audience=Audience.EVERYONE, made_on__gte=timezone.localdate() - LOOK_BACK
    )
    # Their keys are drawn by lot, so this order tells nothing.
    keys = list(waiting.order_by("pk").values_list("pk", flat=True))
    known = set(SearchEntry.objects.filter(kind=FoundKind.SAID).values_list("ref", flat=True))
    new = [key for key in keys if _ref(key) not in known]
    for contribution in Contribution.objects.filter(pk__in=new).select_related("community").order_by("pk"):
        put(contribution)
    return len(new)


def _today(contribution: Contribution) -> date:
    return now().astimezone(zone(contribution.community.time_zone)).date()


def _ref(key: int) -> str:
    return f"voice.contribution:{key}"
