"""When an action is too much: asking the facilitators for help, or giving it back. Nobody has to say why."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communication.actions import tell
from mindlines.communication.models import Message
from mindlines.communities.actions import record
from mindlines.communities.choices import FACILITATING, Answer
from mindlines.communities.models import Membership, Role
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.choices import ActionState
from mindlines.meetings.models import Action
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person

# The same words again within that time are a second press of the button.
AGAIN = timedelta(minutes=10)


@transaction.atomic
def ask_for_help(action: Action, *, words: str, by: Person) -> str:
    """It stays with its owner; the facilitators are told. Returns what to say to the owner."""
    found = _open(action)
    if not _tell(found, _asks, words=words, by=by):
        raise Refused(_("There is no other facilitator who could be told. Talk about it at the next meeting."))
    return _("The facilitators are told that you would like help. The action is still yours.")


@transaction.atomic
def give_back(action: Action, *, words: str, by: Person) -> str:
    """It is nobody's until somebody takes it up; the facilitators are told. Returns what to say to who had it."""
    found = _open(action)
    found.owner, found.reminded_at = None, None
    found.save(update_fields=["owner", "reminded_at"])
    record.note(found.community, by=by, verb="gave-back-action", words=found.words)
    _tell(found, _gives_back, words=words, by=by)
    return _("Thank you for saying so. The action is no longer yours.")


def _open(action: Action) -> Action:
    found = Action.objects.select_for_update(of=("self",)).select_related("community").get(pk=action.pk)
    if found.state != ActionState.OPEN:
        raise Refused(_("This action is closed already. Open it again first."))
    return found


def _tell(action: Action, about: Callable[[], str], *, words: str, by: Person) -> int:
    """Tell every other facilitator; the same words soon again are a second press of the button. Returns how many know."""
    held = Role.objects.filter(answer=Answer.ACCEPTED, name__in=FACILITATING).values("membership")
    members = Membership.objects.present().filter(community=action.community, pk__in=held)
    others = members.exclude(person=by).select_related("person")
    for facilitator in others:
        with override(facilitator.person.language):
            subject = about() % {"name": by.name, "words": action.words}
            letter = _letter(action, begins=subject, words=words)
        if not Message.objects.filter(
            person=facilitator.person, words=letter, created_at__gte=now() - AGAIN, community=action.community
        ).exists():
            tell(facilitator.person, community=action.community, subject=subject, words=letter)
    return len(others)


def _asks() -> str:
    return _("%(name)s would like help with: %(words)s")


def _gives_back() -> str:
    return _("%(name)s gives this back: %(words)s")


def _letter(action: Action, *, begins: str, words: str) -> str:
    url = absolute(action.get_absolute_url())
    return "\n\n".join(filter(None, (begins, words, _("You can see it here: %(url)s") % {"url": url})))
