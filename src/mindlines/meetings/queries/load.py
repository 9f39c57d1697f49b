"""Who has how much to do, so that nobody drowns. Only what is open is counted: who did how much is shown nowhere."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import ActionState
from mindlines.meetings.models import Action

SOON = timedelta(days=7)
# So many open actions are much for somebody who also has a life.
MANY = 4
# How much more than an equal part somebody has before a page says so.
FAR_MORE = 2
MOST_NAMED = 5
MOST_OFFERED = 500


@dataclass(frozen=True)
class Counted:
    """How many open actions there are, and how many people belong, in one group or in all."""

    name: str
    people: int
    actions: int


@dataclass(frozen=True)
class Row:
    """What somebody has to do. `hint` is a kind word where it is clearly more than others have."""

    member: Membership
    open: int
    late: int
    soon: int
    hint: str


@dataclass(frozen=True)
class Offered:
    """A name to choose, with how much this person has to do already."""

    name: str
    words: str


def people(community: Community) -> QuerySet[Membership]:
    """Everybody with something open: first where days have passed, then where there is much. Those who left are among them."""
    order = ("-late_count", "-open_count", "person__name", "pk")
    found: QuerySet[Membership] = _counted(community).filter(open_count__gt=0).order_by(*order)
    return found


def rows(members: QuerySet[Membership] | list[Membership], *, groups: list[Counted]) -> list[Row]:
    """One row for each; `groups` tell how much an equal part would be."""
    equal = equal_part(groups)
    return [_row(member, equal=equal) for member in members]


def own(viewer: Membership, *, groups: list[Counted]) -> Row:
    """The same about whoever looks, also with nothing to do."""
    return _row(_counted(viewer.community).get(pk=viewer.pk), equal=equal_part(groups))


def groups(community: Community) -> list[Counted]:
    """How the open actions that have an owner are spread over the groups. Two queries."""
    present = Membership.objects.present().filter(community=community)
    members = present.values_list("constituency", "constituency__name").annotate(count=Count("pk")).order_by()
    owned = Action.objects.open().filter(community=community, owner__in=present.values("pk"))
    counts = dict(owned.values_list("owner__constituency").annotate(count=Count("pk")).order_by())
    found = [Counted(name=name, people=count, actions=counts.get(pk, 0)) for pk, name, count in members]
    return sorted(found, key=lambda group: (-group.actions, group.name))


def equal_part(groups: list[Counted]) -> float:
    """How many actions each would have if all had the same."""
    return sum(group.actions for group in groups) / max(1, sum(group.people for group in groups))


def is_far_more(count: int, *, equal: float) -> bool:
    """Whether so many are much, and more than twice an equal part."""
    return count >= MANY and count > FAR_MORE * equal


def without_owner(community: Community) -> int:
    return Action.objects.open().filter(community=community, owner=None).count()


def hint(owner: Membership | None) -> str:
    """What to say to whoever just gave an action to somebody who has many; nothing is forbidden."""
    if owner is None:
        return ""
    counted = _counted(owner.community).get(pk=owner.pk)
    count = _open(counted)
    if count < MANY:
        return ""
    return _(
        "%(name)s now has %(count)d open actions. Ask whether that is all right, or look for somebody who shares the work."
    ) % {"name": counted.name, "count": count}


def to_choose(community: Community) -> dict[str, object]:
    """What a form needs to choose an owner by. Two queries."""
    return {"offered": offered(community), "busiest": busiest(community)}


def offered(community: Community) -> list[Offered]:
    """The members who can be given an action, by name."""
    members = _counted(community).present().order_by("person__name", "pk")[:MOST_OFFERED]
    return [Offered(name=member.name, words=_with_count(member)) for member in members]


def busiest(community: Community) -> list[str]:
    """Those who have many open actions already, the most first."""
    members = _counted(community).present().filter(open_count__gte=MANY).order_by("-open_count", "person__name", "pk")
    return [_with_count(member) for member in members[:MOST_NAMED]]


def _counted(community: Community) -> Any:
    """Memberships with their three counts, which a type cannot tell."""
    today, is_open = timezone.localdate(), Q(actions__state=ActionState.OPEN)
    return (
        Membership.objects.filter(community=community)
        .select_related("person", "constituency", "community")
        .annotate(
            open_count=Count("actions", filter=is_open),
            late_count=Count("actions", filter=is_open & Q(actions__due_on__lt=today)),
            soon_count=Count("actions", filter=is_open & Q(actions__due_on__range=_soon(today))),
        )
    )


def _soon(today: date) -> tuple[date, date]:
    return today, today + SOON


def _row(member: Membership, *, equal: float) -> Row:
    counted = {name: getattr(member, f"{name}_count") for name in ("open", "late", "soon")}
    return Row(member=member, hint=_kind_word(member, equal=equal), **counted)


def _kind_word(member: Membership, *, equal: float) -> str:
    if not member.is_present:
        return _("No longer here. Somebody else may take these over, or they can be dropped.")
    if is_far_more(_open(member), equal=equal):
        return _("Clearly more than others. Would some help be welcome?")
    return ""


def _with_count(member: Membership) -> str:
    count = _open(member)
    words = ngettext("%(name)s: %(count)d open action", "%(name)s: %(count)d open actions", count)
    return words % {"name": member.name, "count": count}


def _open(member: Membership) -> int:
    return int(member.open_count)  # type: ignore[attr-defined]  # annotated above
