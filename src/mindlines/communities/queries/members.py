"""Who belongs to a community, for its pages."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Prefetch, Q, QuerySet

from mindlines.communities import rules
from mindlines.communities.choices import Answer, Standing
from mindlines.communities.models import Community, Invitation, Membership, Role
from mindlines.people.models import AccessNeed

A_PAGE = 50
ORDERS = {
    "name": ("person__name", "pk"),
    "group": ("constituency__position", "person__name", "pk"),
    "organisation": (F("organisation__name").asc(nulls_last=True), "person__name", "pk"),
    "newest": ("-since", "-pk"),
}


@dataclass(frozen=True)
class Wanted:
    """Whom a list shows, and in which order."""

    words: str = ""
    constituency: int | None = None
    standing: str = ""
    order: str = "name"


@dataclass(frozen=True)
class Invited:
    """How far a community is with asking people in."""

    not_asked: int
    waiting: int


def listed(viewer: Membership, *, wanted: Wanted) -> QuerySet[Membership]:
    """Whom `viewer` may see, narrowed to what was wished; each with the roles they hold as `held`."""
    found = _visible(viewer).select_related("person", "constituency", "organisation").prefetch_related(_held())
    for word in wanted.words.split()[:6]:
        own_name = Q(called="", person__name__icontains=word) | Q(called__icontains=word)
        found = found.filter(
            own_name | Q(organisation__name__icontains=word) | Q(person__email__iexact=word, **_if_facilitator(viewer))
        )
    if wanted.constituency:
        found = found.filter(constituency=wanted.constituency)
    if wanted.standing:
        found = found.filter(standing=wanted.standing)
    return found.order_by(*ORDERS.get(wanted.order, ORDERS["name"]))


def page(viewer: Membership, *, wanted: Wanted, number: str) -> "Page[Membership]":
    return Paginator(listed(viewer, wanted=wanted), A_PAGE).get_page(number)


def standings(viewer: Membership) -> list[dict[str, object]]:
    """How many people stand where, of those whom `viewer` may see."""
    counted = dict(_visible(viewer).order_by().values_list("standing").annotate(Count("pk")))
    return [
        {"standing": s.value, "label": s.label, "count": counted[s.value]} for s in Standing if counted.get(s.value)
    ]


def held_roles(membership: Membership) -> list[Role]:
    return list(membership.roles.filter(answer=Answer.ACCEPTED))


def needs(membership: Membership) -> list[AccessNeed]:
    """What would help this member, where this community may know it."""
    return list(membership.person.needs.all()) if membership.shows_ways_to_reach else []


def invitations(membership: Membership) -> list[Invitation]:
    return list(membership.invitations.select_related("sent_by"))


def for_export(community: Community) -> QuerySet[Membership]:
    """Everybody on the list, whatever their standing, in the order of the groups."""
    everybody = (
        Membership.objects.filter(community=community)
        .with_elsewhere()
        .select_related("person", "constituency", "organisation")
    )
    return everybody.prefetch_related(_held()).order_by(*ORDERS["group"])


def names(community: Community) -> list[tuple[int, str, str, str]]:
    """Of everybody on the list: number, name, address and organisation; what two entries of one person are found by."""
    rows = community.memberships.order_by("pk").values_list(
        "pk", "person__name", "called", "person__email", "organisation__name"
    )
    return [(pk, called or name, email or "", organisation or "") for pk, name, called, email, organisation in rows]


def _visible(viewer: Membership) -> QuerySet[Membership]:
    everybody = Membership.objects.filter(community=viewer.community)
    return everybody if rules.facilitate(viewer) else everybody.present()


def _held() -> "Prefetch[str, QuerySet[Role], str]":
    return Prefetch("roles", queryset=Role.objects.filter(answer=Answer.ACCEPTED), to_attr="held")


def _if_facilitator(viewer: Membership) -> dict[str, object]:
    """Only facilitators find people by their address."""
    return {} if rules.facilitate(viewer) else {"pk__isnull": True}
