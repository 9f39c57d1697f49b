"""Reading about people, prepared for a page."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from mindlines.people.holdings import Row
from mindlines.people.models import AccessNeed, Person

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def demo_people() -> QuerySet[Person]:
    """Invented people with a part, whom one can try out while developing; none anywhere else."""
    if not settings.MINDLINES_DEVELOPMENT:
        return Person.objects.none()
    return Person.objects.filter(is_demo=True, is_active=True).exclude(demo_part="").order_by("pk")


def needs(person: Person) -> list[AccessNeed]:
    """What the person needs, in the order of the list."""
    return list(person.needs.all())


def device_words(user_agent: str) -> str:
    """`Firefox on Windows`, from what the browser says of itself."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), _("A browser"))
    device = next((name for mark, name in DEVICES if mark in user_agent), "")
    return _("%(browser)s on %(device)s") % {"browser": browser, "device": device} if device else browser


def person_rows(person: Person) -> Iterable[Row]:
    """What the person's own row says."""
    return [
        {
            _("Name"): person.name,
            _("E-mail address"): person.email,
            _("Phone number"): person.phone,
            _("Postal address"): person.address,
            _("Best way to reach you"): person.get_reach_by_display(),
            _("Language"): dict(settings.LANGUAGES).get(person.language, person.language),
            _("Time zone"): person.time_zone,
            _("Text size"): person.get_text_size_display(),
            _("Colours"): person.get_theme_display(),
            _("Looks after this installation"): person.is_operator,
            _("Known here since"): person.joined_at,
        }
    ]


def need_rows(person: Person) -> Iterable[Row]:
    """One row a need."""
    return [
        {
            _("What would help"): need.get_need_display(),
            _("In your own words"): need.words,
            _("Look at this again on"): need.review_on,
        }
        for need in person.needs.all()
    ]


def sign_in_rows(person: Person) -> Iterable[Row]:
    """Addresses that were shown to reach the person, passkeys, apps, the sign-in of an organisation."""
    addresses = [
        {_("Address for sign-in codes"): address.email, _("Shown to reach you"): address.verified}
        for address in EmailAddress.objects.filter(user=person)
    ]
    ways = [
        {
            _("Way to sign in"): way.data.get("name") or way.get_type_display(),
            _("Since"): way.created_at,
            _("Last used"): way.last_used_at,
        }
        for way in Authenticator.objects.filter(user=person)
    ]
    elsewhere = [
        {
            _("Way to sign in"): account.provider,
            _("Your number there"): account.uid,
            _("What it told us"): str(account.extra_data),
        }
        for account in SocialAccount.objects.filter(user=person)
    ]
    return [*addresses, *ways, *elsewhere]


def session_rows(person: Person) -> Iterable[Row]:
    """Where the person is signed in."""
    return [
        {
            _("Signed in on"): session.created_at,
            _("With"): device_words(session.user_agent),
            _("What the browser said"): session.user_agent,
            _("From the network address"): session.ip,
        }
        for session in UserSession.objects.filter(user=person)
    ]


def called(who: str) -> list[Person]:
    """People of that address, number or full name, for the keyboard of whoever looks after the installation."""
    fits = Q(email__iexact=who.strip()) | Q(name__iexact=who.strip())
    if who.isdecimal() and len(who) < 19:
        fits |= Q(pk=int(who))
    return list(Person.objects.filter(fits, erased_at__isnull=True).order_by("pk")[:20])
