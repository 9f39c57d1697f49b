"""Taking a person out of the house and leaving the communities' records whole."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from mindlines.kernel.errors import Refused
from mindlines.people import holdings
from mindlines.people.choices import TextSize, Theme, Way
from mindlines.people.models import Person


@transaction.atomic
def erase(person: Person) -> None:
    """The row stays, so that records stay whole; everything that says who it was goes. Erasing twice is erasing once."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if locked.is_erased:
        return
    for sentence in holdings.vetoes(locked):
        raise Refused(sentence)
    for forget in holdings.erasures():
        forget(locked)
    _forget(locked)


def end_sessions(person: Person) -> None:
    """Sign the person out everywhere."""
    for session in UserSession.objects.filter(user=person):
        session.end()


def _forget(person: Person) -> None:
    person.name = gettext("Someone who left")
    person.email = None
    person.phone = person.address = person.time_zone = person.demo_part = ""
    person.reach_by, person.text_size, person.theme = Way.MAIL, TextSize.NORMAL, Theme.AUTO
    person.is_active = person.is_operator = False
    person.erased_at = timezone.now()
    person.save()


def forget_sign_in(person: Person) -> None:
    """Addresses, passkeys, apps and sessions; registered in `apps`, as every context does with what it holds."""
    end_sessions(person)
    for kind in (EmailAddress, Authenticator, SocialAccount):
        kind.objects.filter(user=person).delete()


def forget_needs(person: Person) -> None:
    """What the person needed is nobody's business any more."""
    person.needs.all().delete()
