"""What the meetings add to the first page of a community."""

from dataclasses import dataclass

from django.utils import timezone

from mindlines.communities.models import Membership
from mindlines.meetings.choices import Phase, PointKind
from mindlines.meetings.models import Action, Meeting, Point
from mindlines.preparation.queries.paths import Way, way_of


@dataclass(frozen=True)
class Doings:
    coming: list[Meeting]
    last: Meeting | None
    decisions: list[Point]
    open_actions: int
    way: Way


def doings(viewer: Membership) -> Doings:
    """The next two meetings, the last one, what was decided, how many actions are open, and
    how far the viewer is on the way to be ready. Seven queries.

    What stands in minutes that are not sent yet is a draft, which only facilitators read.
    """
    known = Meeting.objects.known_to(viewer).select_related("place")
    last = known.filter(phase=Phase.HELD).order_by("-starts_at", "-pk").first()
    decided = Point.objects.filter(meeting__community=viewer.community, kind=PointKind.DECISION)
    if not viewer.facilitates:
        decided = decided.filter(meeting__minutes_sent_at__isnull=False)
    return Doings(
        coming=list(known.coming(timezone.now())[:2]),
        last=last,
        decisions=list(decided.select_related("meeting").order_by("-at", "-pk")[:3]),
        open_actions=Action.objects.open().filter(community=viewer.community).count(),
        way=way_of(viewer),
    )
