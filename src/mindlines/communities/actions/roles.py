"""Roles are offered, answered, handed over and given up."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import letters, record
from mindlines.communities.choices import FACILITATING, Answer, Standing
from mindlines.communities.models import Community, Membership, Role
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.people.models import Person


@transaction.atomic
def offer(membership: Membership, *, name: str, by: Person, words: str = "") -> Role:
    """Ask a member to take on a role; a second click changes nothing."""
    _lock(membership.community)
    open_role = _offered_or_held(membership, name=name)
    if open_role and open_role.answer == Answer.OFFERED:
        return open_role
    return _offer(membership, name=name, by=by, words=words)


@transaction.atomic
def hand_over(role: Role, *, to: Membership, by: Person, words: str = "") -> Role:
    """Offer a role to another member; who holds it keeps it until they say yes."""
    _lock(role.membership.community)
    _holding(role)
    open_role = _offered_or_held(to, name=role.name)
    if open_role and open_role.takes_over_from_id == role.pk and open_role.answer == Answer.OFFERED:
        return open_role
    if open_role and open_role.answer == Answer.OFFERED:
        raise Refused(
            _("%(name)s already has an offer of this role. Wait for the answer, or take the offer back.")
            % {"name": to.name}
        )
    return _offer(to, name=role.name, by=by, words=words, takes_over_from=role)


@transaction.atomic
def accept(role: Role, *, by: Person) -> None:
    """The member takes the role on; if it is handed over, the one before ends."""
    _lock(role.membership.community)
    if not _answered(role, Answer.ACCEPTED):
        return
    record.note(role.membership.community, by=by, about=role.membership.person, verb="accepted-role", words=str(role))
    before = role.takes_over_from
    if before and before.answer == Answer.ACCEPTED:
        _end(before, by=by)


@transaction.atomic
def decline(role: Role, *, by: Person) -> None:
    """The member says no; the community's record does not say who."""
    _lock(role.membership.community)
    if _answered(role, Answer.DECLINED):
        record.note(role.membership.community, by=None, verb="declined-role", words=str(role))


@transaction.atomic
def take_back(role: Role, *, by: Person) -> None:
    """The offer no longer stands."""
    _lock(role.membership.community)
    if _answered(role, Answer.WITHDRAWN):
        record.note(role.membership.community, by=by, verb="took-back-role", words=str(role))


@transaction.atomic
def give_up(role: Role, *, by: Person) -> None:
    """The role ends; the last facilitator hands over first."""
    community = role.membership.community
    _lock(community)
    kept = Role.objects.select_for_update().get(pk=role.pk)
    if kept.answer == Answer.ENDED:
        return
    _holding(kept)
    if kept.name in FACILITATING and not _others_facilitate(community, but=kept):
        raise Refused(_("You are the last facilitator. Hand the role over first: it ends when somebody else says yes."))
    _end(role, by=by)


def _offer(membership: Membership, *, name: str, by: Person, words: str, takes_over_from: Role | None = None) -> Role:
    if membership.standing != Standing.ACTIVE:
        raise Refused(_("Only an active member can be offered a role."))
    if _offered_or_held(membership, name=name):
        raise Refused(_("%(name)s already holds this role.") % {"name": membership.name})
    role = Role.objects.create(
        membership=membership, name=name, words=words, offered_by=by, takes_over_from=takes_over_from
    )
    record.note(membership.community, by=by, verb="offered-role", words=str(role))
    letters.tell_role_offered(role)
    return role


def _answered(role: Role, answer: Answer) -> bool:
    """Whether the offer was open and is answered now; the same answer twice is no news."""
    kept = Role.objects.select_for_update().get(pk=role.pk)
    if kept.answer == answer:
        return False
    if kept.answer != Answer.OFFERED:
        raise Refused(_("This offer is no longer open. Look at the roles page to see what became of it."))
    if answer == Answer.ACCEPTED and role.membership.standing != Standing.ACTIVE:
        raise Refused(_("Only an active member can take on a role. Come back as an active member first."))
    role.answer, role.answered_at = answer, now()
    role.save(update_fields=["answer", "answered_at"])
    return True


def _end(role: Role, *, by: Person) -> None:
    role.answer, role.ended_at = Answer.ENDED, now()
    role.save(update_fields=["answer", "ended_at"])
    record.note(role.membership.community, by=by, about=role.membership.person, verb="ended-role", words=str(role))


def _holding(role: Role) -> None:
    if role.answer != Answer.ACCEPTED:
        raise Refused(_("Nobody holds this role any more. Look at the roles page to see what became of it."))


def _offered_or_held(membership: Membership, *, name: str) -> Role | None:
    return membership.roles.filter(name=name, answer__in=(Answer.OFFERED, Answer.ACCEPTED)).first()


def _others_facilitate(community: Community, *, but: Role) -> bool:
    held = Role.objects.filter(membership__community=community, answer=Answer.ACCEPTED, name__in=FACILITATING)
    return held.filter(membership__standing__in=(Standing.ACTIVE, Standing.PAUSED)).exclude(pk=but.pk).exists()


def _lock(community: Community) -> None:
    """Roles of one community change one after another."""
    Community.objects.select_for_update().get(pk=community.pk)
