"""Telling people things, and seeing that it leaves the house."""

import base64
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.people.choices import Way
from mindlines.people.models import Person

from .choices import State
from .models import Message

PRIVATE_HEADERS = ("X-Mindlines-Community", "X-Mindlines-Secret")
# Seconds until the next try after each failure: about a day and a half in all, then a facilitator must look.
PATIENCE = (30, 120, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 12 * 3600)
# A code is tried for as long as somebody waits for it.
CODE_IS_GOOD = timedelta(minutes=12)
WORDS_KEPT = timedelta(days=90)

Enclosure = tuple[str, str, bytes]


def tell(
    person: Person, *, community: Community, subject: str, words: str, enclosures: Sequence[Enclosure] = ()
) -> Message:
    """Tell one person something in the way they wish to be reached.

    Mail leaves by itself. A letter or a phone call waits on the facilitators' list of messages. Whoever has no address
    for their wish is reached by what we do have.
    """
    way, address = way_to(person)
    return Message.objects.create(
        community=community,
        person=person,
        way=way,
        address=address,
        subject=" ".join(subject.split())[:300],
        words=words,
        enclosures=[[name, media_type, base64.b64encode(raw).decode()] for name, media_type, raw in enclosures],
    )


def way_to(person: Person) -> tuple[str, str]:
    """The way to reach somebody and the address for it; the address is empty when we have none at all."""
    addresses = {Way.MAIL: person.email or "", Way.POST: person.address, Way.PHONE: person.phone}
    wished = Way(person.reach_by)
    order = (wished, *(way for way in (Way.MAIL, Way.POST, Way.PHONE) if way != wished))
    return next(((way, addresses[way]) for way in order if addresses[way]), (wished, ""))


def keep(
    *, address: str, subject: str, words: str, sender: str, headers: dict[str, str], enclosures: list[list[str]]
) -> Message:
    """Put one mail on the pile; it leaves once the present transaction is committed."""
    return Message.objects.create(
        community=Community.objects.filter(slug=headers.get("X-Mindlines-Community", "")).first(),
        person=Person.objects.filter(email=address.lower()).first(),
        address=address,
        sender=sender,
        subject=" ".join(subject.split())[:300],
        words=words,
        enclosures=enclosures,
        headers={name: value for name, value in headers.items() if name not in PRIVATE_HEADERS},
        is_secret=headers.get("X-Mindlines-Secret") == "yes",
    )


def claim(message: Message, *, until: datetime) -> bool:
    """Take a message in hand, so that no other worker sends it too; if we die, it is due again at `until`."""
    mine = Message.objects.filter(pk=message.pk, state=State.WAITING, next_try_at=message.next_try_at)
    return mine.update(next_try_at=until, tries=message.tries + 1) == 1


def sent(message: Message) -> None:
    """The mail server took it."""
    message.state, message.sent_at, message.error = State.SENT, timezone.now(), ""
    if message.is_secret:
        message.words, message.enclosures = "", []
    message.save(update_fields=["state", "sent_at", "error", "words", "enclosures"])


def not_sent(message: Message, *, error: str) -> None:
    """The mail server did not take it: wait and try again, or give up and say so."""
    tries = message.tries + 1
    message.error = error[:300]
    is_over = timezone.now() - message.created_at > CODE_IS_GOOD if message.is_code else tries > len(PATIENCE)
    if is_over:
        message.state = State.FAILED
        message.words = "" if message.is_code else message.words
    wait = 20 if message.is_code else PATIENCE[min(tries, len(PATIENCE)) - 1]
    message.next_try_at = timezone.now() + timedelta(seconds=wait)
    message.save(update_fields=["state", "error", "next_try_at", "words"])


@transaction.atomic
def try_now(message: Message) -> None:
    """A facilitator asks for another try at once."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state not in (State.WAITING, State.FAILED) or message.way != Way.MAIL:
        raise Refused(_("This message has already left."))
    message.state, message.next_try_at, message.tries = State.WAITING, timezone.now(), 0
    message.save(update_fields=["state", "next_try_at", "tries"])


@transaction.atomic
def mark_done(message: Message) -> None:
    """A facilitator has posted the letter or made the call."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state == State.SENT:
        return
    if message.state != State.WAITING or message.way == Way.MAIL:
        raise Refused(_("Only a letter or a phone call that is still waiting can be marked as done."))
    message.state, message.sent_at = State.SENT, timezone.now()
    message.save(update_fields=["state", "sent_at"])


@transaction.atomic
def drop(message: Message) -> None:
    """A facilitator decides that this need not be told any more."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state == State.SENT:
        raise Refused(_("This message has already left."))
    message.state = State.DROPPED
    message.save(update_fields=["state"])


def forget_words() -> None:
    """Erase the words of what was sent long ago, and all of what went to an address that is nobody's here."""
    old = Message.objects.filter(created_at__lt=timezone.now() - WORDS_KEPT).exclude(state=State.WAITING)
    old.filter(person=None).delete()
    old.exclude(words="").update(words="", enclosures=[])
