"""Answers to objections, dissent, other words for a proposal, and the end of a vote."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.coproduction.choices import ObjectionState
from mindlines.kernel.identifiers import link_secret
from mindlines.ui.forms import DayField

SETTLED = [
    (ObjectionState.MET.value, ObjectionState.MET.label),
    (ObjectionState.TAKEN_BACK.value, ObjectionState.TAKEN_BACK.label),
]


class SettleForm(forms.Form):
    """How an objection ended. Whoever wrote it can take it back; a facilitator writes down how it was met."""

    state = forms.ChoiceField(
        label=_("What became of it?"),
        choices=SETTLED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it is met by a change or taken back.")},
    )
    answer = forms.CharField(
        label=_("What did we change, or why is it taken back?"),
        help_text=_("It stands in the record. Whoever objected can say so if it is not true."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write it down in one or two sentences.")},
    )

    def __init__(self, data: Any = None, *, is_own: bool) -> None:
        super().__init__(data)
        if is_own:
            field = self.fields["state"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = SETTLED[1:]
            field.initial = ObjectionState.TAKEN_BACK.value


class DissentForm(forms.Form):
    """Why somebody does not agree with what was decided."""

    words = forms.CharField(
        label=_("Why do you not agree?"),
        help_text=_("In your own words. It stays in the record and cannot be changed, not even by you."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "data-keep": True}),
        error_messages={"required": _("Write why you do not agree.")},
    )
    is_anonymous = forms.BooleanField(
        label=_("Without my name"),
        help_text=_(
            "Then nobody can find out who wrote it. Your group is shown only if it is large enough to hide you."
        ),
        required=False,
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"key": link_secret()})


class AmendForm(forms.Form):
    """Other words for a proposal, before the second vote."""

    words = forms.CharField(
        label=_("The proposal in its new words"),
        help_text=_("What stood there at the first vote stays beside it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write the proposal.")},
    )

    def clean_words(self) -> str:
        return " ".join(self.cleaned_data["words"].split())


class CloseForm(forms.Form):
    """The end of a vote."""

    review_on = DayField(
        label=_("When do we look at it again?"),
        help_text=_("You are reminded on that day. Leave it empty if there is no need."),
        required=False,
    )
