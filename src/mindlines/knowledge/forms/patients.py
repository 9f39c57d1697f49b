"""A kind look at what is about to be kept: nothing here is about a single patient."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import nhs_numbers


class NoPatientsForm(forms.Form):
    """Looks for NHS numbers in what was typed, before anything is kept; whoever looked may go on."""

    # Names of the fields that are looked through.
    scanned: tuple[str, ...] = ()

    looked = forms.BooleanField(
        label=_("I looked: this is no number of a patient"), required=False, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        found = nhs_numbers("\n".join(str(text) for text in self.looked_through()))
        if found and not cleaned.get("looked"):
            self.fields["looked"].widget = forms.CheckboxInput()
            shown = ", ".join(found[:3])
            words = _(
                "This looks like an NHS number: %(numbers)s. Nothing about a single patient belongs here, so take it out. "
                "If it is something else, tick the box at the end and send it again."
            )
            self.add_error(None, words % {"numbers": shown})
        return cleaned

    def looked_through(self) -> Iterable[object]:
        """The texts that are looked through."""
        return [self.cleaned_data.get(name) or "" for name in self.scanned]
