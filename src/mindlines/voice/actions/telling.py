"""Telling somebody what became of what they said."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communication.actions import tell
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person
from mindlines.voice.models import Contribution


def tell_reply(contribution: Contribution) -> None:
    """Tell whoever said it, if their name stands with it and they still belong here."""
    member = contribution.membership
    if member is None or not member.is_present or contribution.replied_by_id == member.person_id:
        return
    with override(member.person.language):
        tell(
            member.person,
            community=contribution.community,
            subject=_("A reply to what you said: %(words)s") % {"words": str(contribution)},
            words=_letter(contribution, to=member.person),
        )


def _letter(contribution: Contribution, *, to: Person) -> str:
    return _(
        "Hello %(name)s,\n\n"
        "you said this:\n\n"
        "  %(words)s\n\n"
        "What became of it: %(uptake)s.\n\n"
        "%(reply)s\n\n"
        "If this does not answer it, please tell us. You can read it here:\n\n"
        "%(url)s\n\n"
        "Thank you for saying it.\n%(community)s"
    ) % {
        "name": to.name,
        "words": contribution.words,
        "uptake": contribution.get_uptake_display(),
        "reply": contribution.reply,
        "url": absolute(contribution.get_absolute_url()),
        "community": contribution.community.name,
    }
