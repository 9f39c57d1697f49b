"""What communication holds about a person, and how it forgets."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.communication.models import Message
from mindlines.people import holdings
from mindlines.people.models import Person


def messages(person: Person) -> Iterable[holdings.Row]:
    """What was told to the person; words with a code are never shown again."""
    found = Message.objects.filter(person=person).select_related("community")
    return [
        {
            _("On"): message.created_at,
            _("Subject"): message.subject,
            _("How"): message.get_way_display(),
            _("To"): message.address,
            _("What became of it"): message.get_state_display(),
            _("Community"): message.community and message.community.name,
            _("Words"): "" if message.is_secret else message.words,
        }
        for message in found
    ]


def forget(person: Person) -> None:
    """Nothing more is told to somebody who was erased, and what was told goes."""
    Message.objects.filter(person=person).delete()
    if person.email:
        Message.objects.filter(address__iexact=person.email).delete()


def register() -> None:
    """Called once, by the app."""
    holdings.register(
        gettext_lazy("What we told you"),
        kept=gettext_lazy(
            "To see whether news reached you. The words are deleted after 90 days, the rest when you are erased."
        ),
        collect=messages,
    )
    holdings.register_erasure(forget, says=gettext_lazy("All messages to you are deleted, and no more are sent."))
