"""What people and communities made of methods: favourites, where one was used, and how it went."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from mindlines.communities.models import Community, Membership
from mindlines.communities.rules import facilitate
from mindlines.kernel.times import now
from mindlines.meetings import rules
from mindlines.meetings.choices import Phase, Verdict
from mindlines.meetings.models import AgendaItem, FavouriteMethod, Meeting, MethodRating
from mindlines.meetings.queries.meetings import ALIVE
from mindlines.people.models import Person


@dataclass(frozen=True)
class Said:
    """How often a verdict was given."""

    verdict: Verdict
    times: int


@dataclass(frozen=True)
class Use:
    """An item of a meeting that was held, led by a method. `differently` is for facilitators alone."""

    item: AgendaItem
    verdicts: tuple[Said, ...]
    differently: tuple[str, ...]
    may_rate: bool

    @property
    def meeting(self) -> Meeting:
        return self.item.meeting


def favourites(person: Person) -> set[str]:
    return set(FavouriteMethod.objects.filter(person=person).values_list("method", flat=True))


def used_here(community: Community) -> dict[str, int]:
    """In how many meetings that were held each method was used."""
    held = AgendaItem.objects.filter(meeting__community=community, meeting__phase=Phase.HELD).exclude(method="")
    counted = held.order_by().values("method").annotate(meetings=Count("meeting", distinct=True))
    return {row["method"]: row["meetings"] for row in counted}


def uses(viewer: Membership, *, key: str) -> list[Use]:
    """Where the viewer's community used a method, newest first, a dozen at most. Two queries."""
    held = AgendaItem.objects.filter(meeting__community=viewer.community, meeting__phase=Phase.HELD, method=key)
    items = held.select_related("meeting").prefetch_related("ratings").order_by("-meeting__starts_at", "-pk")[:12]
    return [_use(item, viewer=viewer) for item in items]


def coming(viewer: Membership) -> list[Meeting]:
    """Meetings that have not ended, on whose agenda something can be put, soonest first."""
    meetings = viewer.community.meetings.filter(phase__in=ALIVE, ends_at__gte=now())
    return list(meetings.order_by("starts_at", "pk")[:30])


def coming_one(viewer: Membership, *, pk: int | None) -> Meeting | None:
    """The coming meeting for which a facilitator is choosing a method."""
    if pk is None or not facilitate(viewer):
        return None
    return viewer.community.meetings.filter(pk=pk, phase__in=ALIVE, ends_at__gte=now()).first()


def wanted_for(viewer: Membership, *, item: int | None) -> AgendaItem | None:
    """The item for which somebody is choosing a method, when they may."""
    if item is None:
        return None
    chosen = AgendaItem.objects.filter(pk=item, meeting__community=viewer.community).select_related("meeting").first()
    if chosen is None:
        return None
    chosen.meeting.viewer = viewer
    return chosen if rules.lead(chosen) and rules.read(chosen.meeting) and chosen.meeting.is_open_for_planning else None


def to_rate(meeting: Meeting, *, items: list[AgendaItem]) -> set[int]:
    """Items whose method the reader may say something about, now that the meeting was held."""
    if meeting.phase != Phase.HELD:
        return set()
    return {item.pk for item in items if item.guide and rules.lead(_seen_in(item, meeting=meeting))}


def to_choose(meeting: Meeting, *, items: list[AgendaItem]) -> set[int]:
    """Items that the reader leads in a meeting to come, so that they may choose a method; facilitators do so in the builder."""
    if not meeting.is_open_for_planning or rules.plan(meeting):
        return set()
    return {item.pk for item in items if rules.lead(_seen_in(item, meeting=meeting))}


def to_lead(meeting: Meeting, *, items: list[AgendaItem]) -> list[AgendaItem]:
    """Items with a method that the reader leads, or may lead as a facilitator."""
    return [item for item in items if item.guide and rules.lead(_seen_in(item, meeting=meeting))]


def mine(item: AgendaItem, *, membership: Membership) -> MethodRating | None:
    return item.ratings.filter(membership=membership).first()


def _seen_in(item: AgendaItem, *, meeting: Meeting) -> AgendaItem:
    item.meeting = meeting
    return item


def _use(item: AgendaItem, *, viewer: Membership) -> Use:
    item.meeting.viewer = viewer
    ratings = [rating for rating in item.ratings.all() if rating.method == item.method]
    times = Counter(rating.verdict for rating in ratings)
    return Use(
        item=item,
        verdicts=tuple(Said(verdict, times[verdict]) for verdict in Verdict if times[verdict]),
        differently=tuple(rating.words for rating in ratings if rating.words) if facilitate(viewer) else (),
        may_rate=rules.lead(item),
    )
