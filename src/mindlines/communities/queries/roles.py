"""Who holds which role, who held it, and how roles are shared between constituencies."""

from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.choices import Answer, RoleName, Standing
from mindlines.communities.models import Community, Constituency, Membership, Role, RoleCard

PER_PAGE = 20


@dataclass(frozen=True)
class Held:
    """A role with everybody who holds it now."""

    name: str
    label: str
    holders: list[Role]


@dataclass(frozen=True)
class Share:
    """How many of the formal roles one constituency holds."""

    label: str
    count: int
    members: int
    tone: int


def _roles(community: Community) -> QuerySet[Role]:
    return Role.objects.filter(membership__community=community).select_related(
        "membership__person", "membership__constituency"
    )


def held(community: Community) -> list[Held]:
    """Roles that somebody holds, in the order of `RoleName`."""
    order = RoleName.values
    found = sorted(_roles(community).filter(answer=Answer.ACCEPTED), key=lambda role: order.index(role.name))
    return [
        Held(name, str(RoleName(name).label), sorted(roles, key=lambda role: role.membership.name.casefold()))
        for name, roles in groupby(found, key=lambda role: role.name)
    ]


def holds(membership: Membership) -> QuerySet[Role]:
    """The roles this member holds now."""
    return membership.roles.filter(answer=Answer.ACCEPTED)


def offered(viewer: Membership) -> QuerySet[Role]:
    """Offers without an answer: facilitators see all of them, everybody else their own."""
    found = _roles(viewer.community).filter(answer=Answer.OFFERED).select_related("takes_over_from__membership__person")
    return found.order_by("offered_at") if viewer.facilitates else found.filter(membership=viewer)


def waiting_for(membership: Membership) -> QuerySet[Role]:
    """Offers that wait for this member's own answer."""
    return membership.roles.filter(answer=Answer.OFFERED).select_related("offered_by").order_by("offered_at")


def history(viewer: Membership, *, number: str | None) -> Page[Role]:
    """Roles that ended, newest first; facilitators also see offers that came to nothing."""
    past = [Answer.ENDED, Answer.DECLINED, Answer.WITHDRAWN] if viewer.facilitates else [Answer.ENDED]
    found = _roles(viewer.community).filter(answer__in=past).order_by("-ended_at", "-answered_at", "-pk")
    return Paginator(found, PER_PAGE).get_page(number)


def shares(community: Community) -> list[Share]:
    """Each constituency with the roles its members hold, also those with none. One query."""
    here = Q(memberships__standing__in=(Standing.ACTIVE, Standing.PAUSED))
    found: QuerySet[Constituency] = community.constituencies.annotate(
        members=Count("memberships", filter=here, distinct=True),
        held=Count("memberships__roles", filter=here & Q(memberships__roles__answer=Answer.ACCEPTED), distinct=True),
    ).order_by("position", "pk")
    return [Share(group.name, group.held, group.members, group.tone) for group in found]  # type: ignore[attr-defined]  # annotated above


def share_words(shares: list[Share]) -> list[str]:
    """The same in sentences."""
    total = sum(share.count for share in shares)
    if not total:
        return [_("Nobody holds a formal role yet.")]
    return [_share_sentence(share, total=total) for share in shares if share.members]


def _share_sentence(share: Share, *, total: int) -> str:
    if not share.count:
        return _("Nobody from %(group)s holds a role yet.") % {"group": share.label}
    return ngettext("%(group)s: %(count)d of %(total)d role.", "%(group)s: %(count)d of %(total)d roles.", total) % {
        "group": share.label,
        "count": share.count,
        "total": total,
    }


def can_be_offered(community: Community) -> QuerySet[Membership]:
    """Members to whom a role can be offered."""
    return Membership.objects.active().filter(community=community).select_related("person", "constituency")


def could_take_over(role: Role) -> QuerySet[Membership]:
    """Members to whom a role can be handed over: everybody active who does not hold it."""
    holding = Role.objects.filter(name=role.name, answer=Answer.ACCEPTED).values("membership")
    return can_be_offered(role.membership.community).exclude(pk__in=holding)


def card_of(role: Role) -> RoleCard | None:
    """The card that says what this role is for, if somebody wrote one."""
    return role.membership.community.role_cards.filter(role=role.name).first()
