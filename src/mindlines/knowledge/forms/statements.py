from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions.statements import Claim
from mindlines.knowledge.forms.patients import NoPatientsForm


class StatementForm(NoPatientsForm):
    """One claim within an item."""

    scanned = ("words",)

    words = forms.CharField(
        label=_("The statement"),
        max_length=1000,
        help_text=_("One claim or recommendation, so that people can talk about it and decide on it."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write the statement, in one sentence.")},
    )
    is_quoted = forms.BooleanField(
        label=_("These are the exact words of the source"),
        required=False,
        help_text=_("Leave it empty if you say it in your own words."),
    )
    page = forms.CharField(
        label=_("On which page does it stand?"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, **more: Any) -> None:
        super().__init__(data, initial={"key": link_secret(), **(initial or {})}, **more)

    def claim(self) -> Claim:
        return Claim(**{name: self.cleaned_data[name] for name in ("words", "is_quoted", "page", "key")})


class MoveForm(forms.Form):
    """One statement of a list: a step up or down, or to a place."""

    item = forms.IntegerField()
    move = forms.ChoiceField(choices=[("up", _("Up")), ("down", _("Down"))], required=False)
    place = forms.IntegerField(min_value=0, max_value=1000, required=False)

    @property
    def steps(self) -> int:
        return {"up": -1, "down": 1}.get(self.cleaned_data["move"], 0)


class QualityForm(NoPatientsForm):
    """How good a piece of knowledge is, and what its limits are."""

    scanned = ("quality",)

    quality = forms.CharField(
        label=_("How good is it?"),
        required=False,
        max_length=2000,
        help_text=_(
            "What makes you trust it, and what are its limits? For example: many people or few, like here or elsewhere, old or new, counted or remembered."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "data-keep": True}),
    )
