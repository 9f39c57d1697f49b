"""Telling people things."""

from datetime import timedelta

from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.people.models import Person

from .models import Message

PRIVATE_HEADERS = ("X-Mindlines-Community", "X-Mindlines-Secret")


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
        next_try_at=timezone.now() - timedelta(seconds=1),
    )
