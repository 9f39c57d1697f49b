"""What stands behind “how equal are we”: a fixed number of queries, whatever the number of meetings."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Count, Sum

from mindlines.communities.models import Community
from mindlines.meetings.choices import HERE, ItemKind
from mindlines.meetings.models import AgendaItem, Attendance, Meeting
from mindlines.voice.choices import PollKind, Showing, Stage
from mindlines.voice.models import Ballot, Contribution, Mirror

MOST_MEETINGS = 30
# Nobody leads these: everybody rests, or everybody works.
NOT_LED = (ItemKind.BREAK, ItemKind.SMALL_GROUPS)


def mirror(community: Community) -> Mirror | None:
    """The agreement of the members to see this page too."""
    return Mirror.objects.filter(community=community).first()


def meetings(community: Community) -> list[Meeting]:
    """The last meetings that were held, from old to new. One query."""
    return list(reversed(community.meetings.held().order_by("-starts_at", "-pk")[:MOST_MEETINGS]))


def people(meetings: Sequence[int]) -> dict[int | None, int]:
    """How many different members of each constituency came to at least one of these meetings. One query."""
    rows = (
        Attendance.objects.filter(meeting__in=meetings, presence__in=HERE, membership__isnull=False)
        .order_by()
        .values_list("membership__constituency")
        .annotate(people=Count("membership", distinct=True))
    )
    return dict(rows)


def led(meetings: Sequence[int]) -> dict[int | None, int]:
    """Minutes of agenda items by the constituency of whoever led them. One query."""
    rows = (
        AgendaItem.objects.filter(meeting__in=meetings)
        .exclude(kind__in=NOT_LED)
        .order_by()
        .values_list("lead__constituency")
        .annotate(minutes=Sum("minutes"))
    )
    return dict(rows)


def taken_up(community: Community) -> Counter[tuple[int | None, str]]:
    """What became of what each constituency brought in. One query."""
    rows = (
        Contribution.objects.filter(community=community, constituency__isnull=False)
        .exclude(showing__in=(Showing.HIDDEN, Showing.MERGED))
        .order_by()
        .values_list("constituency_id", "uptake")
        .annotate(count=Count("pk"))
    )
    return Counter({(group, became): count for group, became, count in rows})


def pulses(meetings: Sequence[int]) -> dict[int, list[tuple[str, list[int | None]]]]:
    """Sides and steps of every answer to a pulse that is closed, by meeting. One query."""
    rows = Ballot.objects.filter(
        poll__meeting__in=meetings, poll__kind=PollKind.PULSE, poll__stage=Stage.CLOSED
    ).values_list("poll__meeting", "side", "before")
    found: dict[int, list[tuple[str, list[int | None]]]] = {}
    for meeting, side, said in rows.order_by("pk"):
        found.setdefault(meeting, []).append((side, said or []))
    return found
