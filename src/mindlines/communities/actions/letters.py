"""Mails that a community sends by itself, before there is a floor that tells people things."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Invitation, Membership, Role
from mindlines.people.models import Person


def absolute(name: str, **keys: object) -> str:
    """The whole address of a page."""
    return f"{settings.MINDLINES_ADDRESS}{reverse(name, kwargs=keys)}"


def tell_added(membership: Membership, *, by: Person) -> None:
    """Whoever was put on a list hears of it, and how to leave it."""
    words = {
        "community": membership.community,
        "membership": membership,
        "by": by,
        "url": absolute("communities:overview", slug=membership.community.slug),
    }
    _send(membership.person.email, subject=_("You are a member of %(community)s"), template="added", words=words)


def send_invitation(invitation: Invitation) -> None:
    """The mail with the link; its words are erased from the outbox once it is sent, because of the code."""
    member = invitation.membership
    url = absolute("communities:accept", code=invitation.code)
    words = {"community": member.community, "invitation": invitation, "member": member, "url": url}
    _send(
        member.person.email, subject=_("%(community)s invites you"), template="invitation", words=words, is_secret=True
    )


def tell_how_to_sign_in(community: Community, *, address: str, is_new: bool) -> None:
    """What somebody who gave an address with their yes is told; the answer on the page is the same either way."""
    words = {"community": community, "is_new": is_new, "url": absolute("account_login")}
    _send(address, subject=_("Signing in to %(community)s"), template="signing_in", words=words)


def tell_role_offered(role: Role) -> None:
    """The offer, with the page on which yes and no are equally easy."""
    community = role.membership.community
    url = absolute("communities:role_answer", slug=community.slug, pk=role.pk)
    words = {"community": community, "role": role, "url": url}
    _send(
        role.membership.person.email, subject=_("%(community)s offers you a role"), template="role_offered", words=words
    )


def _send(
    address: str | None, *, subject: Promise, template: str, words: dict[str, Any], is_secret: bool = False
) -> None:
    if not address:
        return
    community: Community = words["community"]
    headers = {"X-Mindlines-Community": community.slug}
    if is_secret:
        headers["X-Mindlines-Secret"] = "yes"
    with translation.override(community.language):
        body = render_to_string(f"communities/mail/{template}.txt", words)
        title = str(subject) % {"community": community.name}
    EmailMessage(title, body, to=[address], headers=headers).send()
