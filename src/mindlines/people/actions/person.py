"""Who somebody is and how to reach them."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.errors import Refused
from mindlines.people.choices import Way
from mindlines.people.models import Person


@transaction.atomic
def add(*, name: str, email: str | None = None, is_operator: bool = False) -> Person:
    """A new person; somebody without an address cannot sign in and is a full member all the same."""
    _refuse_taken(email)
    return Person.objects.make(name=name, email=email, is_operator=is_operator)


@transaction.atomic
def give_address(person: Person, *, email: str) -> None:
    """An address for somebody who had none, so that they can sign in; whoever has one changes it on their own page."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    email = Person.objects.tidy(email) or ""
    if locked.email == email:
        return
    if locked.email:
        raise Refused(_("This person already has an e-mail address. They can change it on their own page."))
    if locked.is_erased:
        raise Refused(_("This person was erased."))
    _refuse_taken(email)
    locked.email = person.email = email
    locked.save(update_fields=["email"])


@transaction.atomic
def confirm_address(person: Person, *, email: str) -> None:
    """The person has shown that mail to this address reaches them."""
    address, _made = EmailAddress.objects.get_or_create(
        email=email.lower(), user=person, defaults={"verified": True, "primary": True}
    )
    if not address.verified:
        address.set_verified()
        address.set_as_primary()


@transaction.atomic
def drop_spare_codes(person: Person) -> None:
    """Codes that nobody was shown are of no use to their owner."""
    Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).delete()


@transaction.atomic
def change_details(person: Person, *, name: str, phone: str, address: str, reach_by: str) -> None:
    """What the person is called and how to reach them."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    _refuse_unreachable(locked, reach_by=reach_by, phone=phone, address=address)
    locked.name, locked.phone, locked.address, locked.reach_by = name.strip(), phone.strip(), address.strip(), reach_by
    locked.save(update_fields=["name", "phone", "address", "reach_by"])


@transaction.atomic
def change_language(person: Person, *, language: str, time_zone: str) -> None:
    """The language and the clock of the pages that the person sees."""
    Person.objects.filter(pk=person.pk).update(language=language, time_zone=time_zone)


@transaction.atomic
def change_looks(person: Person, *, text_size: str, theme: str) -> None:
    """How pages look wherever the person signs in."""
    Person.objects.filter(pk=person.pk).update(text_size=text_size, theme=theme)


def _refuse_taken(email: str | None) -> None:
    email = Person.objects.tidy(email)
    if email and (Person.objects.filter(email=email).exists() or EmailAddress.objects.filter(email=email).exists()):
        raise Refused(_("Somebody here already has this e-mail address."))


def _refuse_unreachable(person: Person, *, reach_by: str, phone: str, address: str) -> None:
    missing = {Way.MAIL: not person.email, Way.PHONE: not phone.strip(), Way.POST: not address.strip()}
    if missing.get(Way(reach_by)):
        raise Refused(
            _(
                "We cannot reach you that way yet. Fill in the phone number or the postal address, or choose another way."
            )
        )
