"""Forms of allauth in plain words."""

from typing import TYPE_CHECKING, Any

from allauth.account.forms import (
    AddEmailForm,
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    LoginForm,
    SignupForm,
)
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NO_ADDRESS = _("Enter your e-mail address, like name@example.org.")


class AddressForm(LoginForm):
    """The only thing that sign-in asks."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_address(self.fields["login"], label=_("Your e-mail address"))


class NewPersonForm(SignupForm):
    """A name and an address, for somebody whom nobody invited."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        help_text=_("The name you want people to use. Kept until you ask us to erase you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name.")},
    )
    field_order = ["name", "email"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_address(self.fields["email"], label=_("Your e-mail address"))
        self.fields["email"].help_text = _(
            "We use it to let you sign in and to send you news of your communities. Kept until you change it or leave."
        )


class CodeForm(ConfirmLoginCodeForm):
    """The code from the mail; spaces and dashes do no harm."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_code(self.fields["code"], label=_("Code from the e-mail"), hint=_("6 numbers, like 123456"))


class NewAddressCodeForm(ConfirmEmailVerificationCodeForm):
    """The code that shows that mail to an address reaches the person."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_code(self.fields["code"], label=_("Code from the e-mail"), hint=_("6 numbers, like 123456"))


class NewAddressForm(AddEmailForm):
    """Another address for somebody who is signed in."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_address(self.fields["email"], label=_("New e-mail address"))
        self.fields["email"].help_text = _("We send a code there. The old address works until you have typed the code.")


class SecondStepForm(AuthenticateForm):
    """The code of an app, after the code from the mail."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_code(self.fields["code"], label=_("Code from your app"), hint=_("Or one of your spare codes."))


class SecondStepAgainForm(ReauthenticateForm):
    """The code of an app, before the ways to sign in are changed."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_code(self.fields["code"], label=_("Code from your app"), hint=_("Or one of your spare codes."))


class StartAppForm(ActivateTOTPForm):
    """The first code of an app shows that it works."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        _ask_code(self.fields["code"], label=_("Code that the app shows now"), hint=_("6 numbers, like 123456"))

    def clean_code(self) -> str:
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return str(super().clean_code())


class PasskeyNameForm(EditWebAuthnForm):
    """What a passkey is called in the list."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        name = self.fields["name"]
        name.label, name.max_length = _("Name of this passkey"), 80
        name.help_text = _(
            "So that you can tell your passkeys apart, like “My phone”. Kept until you remove the passkey."
        )
        name.error_messages["required"] = _("Enter a name.")


def _ask_address(field: forms.Field, *, label: "StrOrPromise") -> None:
    field.label = label
    field.help_text = ""
    field.widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"})
    field.widget.is_required = field.required
    field.error_messages.update(required=NO_ADDRESS, invalid=NO_ADDRESS)


def _ask_code(field: forms.Field, *, label: "StrOrPromise", hint: "StrOrPromise") -> None:
    field.label = label
    field.help_text = hint
    field.widget = forms.TextInput(
        attrs={
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
            "class": "govuk-input--width-10",
            "spellcheck": "false",
        }
    )
    field.widget.is_required = True
    field.error_messages["required"] = _("Type the code from the newest e-mail.")
