"""Who waits to be asked, and what was sent."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from mindlines.communities.choices import InvitationOutcome, InvitationWay, Standing
from mindlines.communities.models import Community, Invitation, Membership, RoleCard
from mindlines.kernel.times import now
from mindlines.people.choices import Need
from mindlines.people.models import AccessNeed

AT_ONCE = 100
AN_HOUR = timedelta(hours=1)


def to_ask(community: Community, *, only: Iterable[int] = ()) -> QuerySet[Membership]:
    """Invited people who have not answered; who was never asked comes first. `has_open`: a code is on its way."""
    open_ones = Invitation.objects.open(at=now()).filter(membership=OuterRef("pk"))
    waiting = (
        community.memberships.filter(standing=Standing.INVITED)
        .annotate(has_open=Exists(open_ones))
        .select_related("person", "constituency", "organisation")
        .order_by("has_open", "person__name", "pk")
    )
    return waiting.filter(pk__in=only) if only else waiting


def first_to_ask(community: Community, *, only: Iterable[int] = ()) -> list[Membership]:
    """As many as fit on one page."""
    return list(to_ask(community, only=only)[:AT_ONCE])


def open_letters(community: Community, *, only: Iterable[int] = ()) -> list[Invitation]:
    """Letters to print, in the order in which they were made; each knows whether it wants large print."""
    large = AccessNeed.objects.filter(person=OuterRef("membership__person"), need=Need.LARGE_PRINT)
    found = (
        Invitation.objects.open(at=now())
        .filter(membership__community=community, way=InvitationWay.LETTER)
        .select_related("membership__person", "membership__constituency__role_card", "sent_by")
        .annotate(is_large=Exists(large))
        .order_by("-sent_at", "membership__person__name")
    )
    return list(found.filter(pk__in=only) if only else found)


def what_is_asked(invitation: Invitation) -> dict[str, object]:
    """What somebody should know before they say yes or no."""
    member = invitation.membership
    return {
        "member": member,
        "community": member.community,
        "charter": member.community.charter_versions.order_by("-number").first(),
        "card": RoleCard.objects.filter(constituency_id=member.constituency_id).first(),
        "has_address": bool(member.person.email),
    }


def state(invitation: Invitation) -> str:
    """`open`, or just `accepted` or `declined`; everything else is `closed` and shows nothing of the community."""
    if invitation.is_open(now()) and invitation.membership.standing == Standing.INVITED:
        return "open"
    is_fresh = invitation.answered_at is not None and invitation.answered_at > now() - AN_HOUR
    answers = (InvitationOutcome.ACCEPTED, InvitationOutcome.DECLINED)
    return invitation.outcome if is_fresh and invitation.outcome in answers else "closed"
