"""Asking people in, and their answers."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import letters, members, record
from mindlines.communities.choices import InvitationOutcome, InvitationWay, Standing
from mindlines.communities.models import Community, Invitation, Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret, short_code
from mindlines.kernel.times import now
from mindlines.people.models import Person

GOOD_FOR = timedelta(days=30)
A_SECOND_CLICK = timedelta(minutes=2)


@transaction.atomic
def ask(memberships: Iterable[Membership], *, by: Person, way: str, words: str = "") -> list[Invitation]:
    """Invite each who has not answered yet: by mail where that is wished and there is an address, else by letter.

    Whoever has an open invitation of that way keeps its code for thirty days more, so that no letter on somebody's
    table stops working; a second click sends nothing.
    """
    wanted = [membership.pk for membership in memberships]
    asked = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("community", "person", "constituency")
        .filter(pk__in=wanted, standing=Standing.INVITED)
    )
    sent = [_ask(membership, by=by, way=way, words=words) for membership in asked]
    made = [invitation for invitation in sent if invitation]
    for invitation in made:
        record.note(invitation.membership.community, by=by, about=invitation.membership.person, verb="invited")
    return made


@transaction.atomic
def again(invitation: Invitation, *, by: Person) -> Invitation | None:
    """The same invitation once more, good for another thirty days."""
    return _ask(_locked(invitation).membership, by=by, way=invitation.way, words=invitation.words)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Person) -> None:
    """The code no longer opens anything; the person stays on the list as invited."""
    kept = _locked(invitation)
    if kept.outcome:
        return
    _close(kept, InvitationOutcome.WITHDRAWN)
    record.note(kept.membership.community, by=by, about=kept.membership.person, verb="took-back-invitation")


@transaction.atomic
def accept(invitation: Invitation, *, email: str = "") -> None:
    """A yes, by whoever holds the code. It makes the invited person a member, and signs nobody in.

    A mail may be forwarded and a letter may lie about, so a code never opens an account: what it can do is confirm a
    membership, which the person and any facilitator can undo. Signing in asks for a fresh code, sent to the address.
    An address given here is kept only for somebody who has none, and only when nobody else uses it; the answer on the
    page does not say which, the mail to that address does.
    """
    kept = _locked(invitation)
    if kept.outcome == InvitationOutcome.ACCEPTED:
        return
    _refuse_unless_open(kept)
    _close(kept, InvitationOutcome.ACCEPTED)
    members.become_active(kept.membership)
    if email and not kept.membership.person.email:
        _give_address(kept.membership.person, email=email, community=kept.membership.community)
    _close_others(kept)
    record.note(kept.membership.community, by=kept.membership.person, verb="accepted")


@transaction.atomic
def decline(invitation: Invitation) -> None:
    """A no. We keep the name and the address, so that nobody asks again, and forget the rest."""
    kept = _locked(invitation)
    if kept.outcome == InvitationOutcome.DECLINED:
        return
    _refuse_unless_open(kept)
    _close(kept, InvitationOutcome.DECLINED)
    _close_others(kept)
    member = kept.membership
    if not member.tends_own_details:
        member.person.phone = member.person.address = ""
        member.person.save(update_fields=["phone", "address"])
    member.standing, member.left_on, member.note = Standing.LEFT, now().date(), ""
    member.save(update_fields=["standing", "left_on", "note"])
    record.note(member.community, by=member.person, verb="declined")


def _ask(membership: Membership, *, by: Person, way: str, words: str) -> Invitation | None:
    if membership.standing != Standing.INVITED:
        raise Refused(_("This person has answered already."))
    by_mail = way == InvitationWay.MAIL and membership.person.email
    way = InvitationWay.MAIL if by_mail else InvitationWay.LETTER
    invitation = Invitation.objects.filter(membership=membership, way=way).open(at=now()).first()
    if invitation and invitation.sent_at > now() - A_SECOND_CLICK:
        return None
    if invitation is None:
        invitation = Invitation(membership=membership, way=way, code=link_secret() if by_mail else _free_code())
    invitation.words, invitation.sent_by = words, by
    invitation.sent_at, invitation.expires_at = now(), now() + GOOD_FOR
    invitation.save()
    if by_mail:
        letters.send_invitation(invitation)
    return invitation


def _free_code() -> str:
    """A code that was never given out; among 37 thousand million the first try nearly always is one."""
    while Invitation.objects.filter(code=(code := short_code())).exists():
        pass
    return code


def _locked(invitation: Invitation) -> Invitation:
    member = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("community", "person", "constituency")
        .get(pk=invitation.membership_id)
    )
    kept = Invitation.objects.filter(pk=invitation.pk).first()
    if kept is None:
        raise Refused(
            _("This invitation is no longer open. Ask %(contact)s.") % {"contact": _whom_to_ask(member.community)}
        )
    kept.membership = member
    return kept


def _refuse_unless_open(invitation: Invitation) -> None:
    if not invitation.is_open(now()) or invitation.membership.standing != Standing.INVITED:
        contact = _whom_to_ask(invitation.membership.community)
        raise Refused(_("This invitation is no longer open. Ask %(contact)s.") % {"contact": contact})


def _whom_to_ask(community: Community) -> str:
    return community.contact or _("the people who invited you")


def _close(invitation: Invitation, outcome: InvitationOutcome) -> None:
    invitation.outcome, invitation.answered_at = outcome, now()
    invitation.save(update_fields=["outcome", "answered_at"])


def _close_others(invitation: Invitation) -> None:
    others = invitation.membership.invitations.filter(outcome="").exclude(pk=invitation.pk)
    others.update(outcome=InvitationOutcome.WITHDRAWN, answered_at=now())


def _give_address(person: Person, *, email: str, community: Community) -> None:
    email = Person.objects.tidy(email) or ""
    is_new = not Person.objects.filter(email=email).exists()
    if is_new:
        person.email = email
        person.save(update_fields=["email"])
    letters.tell_how_to_sign_in(community, address=email, is_new=is_new)
