"""How allauth behaves in this house: a code by mail is enough, and nobody is told who is known here."""

from collections.abc import Sequence
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mindlines.people import actions
from mindlines.people.models import Person
from mindlines.ui.looks import Looks, remember


def is_open() -> bool:
    """Whether somebody whom nobody invited may make themselves known here."""
    return bool(settings.MINDLINES_FOUNDERS == "anyone")


class Adapter(DefaultAccountAdapter):
    """Sign-in by a code sent by mail."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("This code is not right. Look at the newest mail and type all its numbers."),
        "too_many_login_attempts": _("That did not work too many times. Wait ten minutes, then ask for a new code."),
        "rate_limited": _("You asked for this too often. Wait ten minutes and try again."),
        "email_taken": _("Somebody here already has this e-mail address."),
        "duplicate_email": _("This is your address already."),
        "account_inactive": _("This person cannot sign in any more."),
        "invalid_login": _("Enter your e-mail address, like name@example.org."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return is_open()

    def save_user(self, request: HttpRequest, user: Person, form: Form, commit: bool = True) -> Person:  # noqa: FBT001, FBT002 - allauth calls it so
        user.name = form.cleaned_data["name"].strip()
        saved: Person = super().save_user(request, user, form, commit=commit)
        return saved

    def pre_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse | None:
        """Whoever typed the code from the mail has shown that mail reaches them; a second code would only annoy."""
        records = get_authentication_records(request, user)
        if records and records[-1].get("method") == "code" and records[-1].get("email") == more.get("email"):
            actions.confirm_address(user, email=records[-1]["email"])
        refused: HttpResponse | None = super().pre_login(request, user, **more)
        return refused

    def login(self, request: HttpRequest, user: Person) -> None:
        super().login(request, user)
        # A session that kept somebody's words was to end within the hour; this one is theirs.
        request.session.set_expiry(None)

    def post_login(self, request: HttpRequest, user: Person, **more: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **more)
        remember(
            response, chosen=Looks(text_size=user.text_size, theme=user.theme), secure=settings.SESSION_COOKIE_SECURE
        )
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, {"email": email, "is_open": is_open(), **context})
        # The post office erases what is marked so as soon as it is sent.
        message.extra_headers["X-Mindlines-Secret"] = "yes"
        message.send()

    def send_account_already_exists_mail(self, email: str) -> None:
        address = settings.MINDLINES_ADDRESS + reverse("account_login")
        self.send_mail("account/email/account_already_exists", email, {"sign_in_url": address})

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Only who chose a second step is asked for it again; a lost passkey must not lock its owner out."""
        return _has_app(self.request.user)


class MFAAdapter(DefaultMFAAdapter):
    """A passkey is another way in; an app with codes is a second step. Neither is ever required."""

    def is_mfa_enabled(self, user: Person, types: Sequence[str] | None = None) -> bool:
        asked_for_second_step = types is not None and len(types) > 1
        return _has_app(user) if asked_for_second_step else bool(super().is_mfa_enabled(user, types))

    def build_totp_svg(self, url: str) -> str:
        """White beneath the black, so that a phone can read it on a dark page too."""
        drawn: str = super().build_totp_svg(url)
        return drawn.replace("<path", '<rect width="100%" height="100%" fill="white"/><path', 1)

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        return str(_("My passkey"))


class SocialAdapter(DefaultSocialAccountAdapter):
    """Sign-in through an organisation lets in whom the organisation vouches for and somebody here knows."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return is_open()

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Form | None = None) -> Person:
        sociallogin.user.name = sociallogin.account.extra_data.get("name") or sociallogin.user.email
        saved: Person = super().save_user(request, sociallogin, form)
        return saved


def _has_app(user: Any) -> bool:
    return bool(
        user.is_authenticated and Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
    )
