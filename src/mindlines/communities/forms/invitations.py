from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import InvitationWay
from mindlines.communities.models import Membership


class InviteForm(forms.Form):
    """Whom to invite, how, and with which words."""

    who = forms.MultipleChoiceField(
        label=_("Whom do you want to invite?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one person.")},
    )
    way = forms.ChoiceField(
        label=_("How?"),
        choices=[
            (InvitationWay.MAIL, _("By e-mail, and by letter for those without an address")),
            (InvitationWay.LETTER, _("By letter for everybody")),
        ],
        initial=InvitationWay.MAIL,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose e-mail or letter.")},
    )
    words = forms.CharField(
        label=_("A few words of your own"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        help_text=_("They stand in the mail and in the letter. Say why you would like these people to come."),
    )

    def __init__(self, *args: Any, people: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who = self.fields["who"]
        who.choices = [(str(member.pk), member.name) for member in people]  # type: ignore[attr-defined]
        who.widget.hints = {str(member.pk): _hint(member) for member in people}
        who.initial = [str(member.pk) for member in people if not member.has_open]  # type: ignore[attr-defined]

    def chosen(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["who"]]


class CodeForm(forms.Form):
    """A code typed from a letter."""

    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        help_text=_("It stands in your letter and looks like HKQ7-3MTW. Small letters and blanks do not matter."),
        widget=forms.TextInput(
            attrs={
                "class": "govuk-input--width-10",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": _("Type the code from your letter.")},
    )


class AnswerForm(forms.Form):
    """Yes or no to an invitation."""

    answer = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.HiddenInput)
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_(
            "Only if you would like to use this site. You can also say yes without it and get everything by post or phone. "
            "We use it for signing in and for news of the community. Kept until you change it or leave."
        ),
        error_messages={"invalid": _("Write an e-mail address like name@example.org, or leave it empty.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


def _hint(member: Membership) -> str:
    place = " · ".join(filter(None, [member.constituency.name, str(member.organisation or "")]))
    reach = member.person.email or str(_("no e-mail address: by letter"))
    asked = str(_("already asked")) if member.has_open else ""  # type: ignore[attr-defined]
    return " · ".join(filter(None, [place, reach, asked]))
