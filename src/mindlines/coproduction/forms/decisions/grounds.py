"""Which things a decision rests on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.ui.picking import PickForm

SIDES = [("no", _("We rest on it")), ("yes", _("We looked at it and set it aside"))]


class GroundForm(PickForm):
    """Things, on which side they stand, and why."""

    is_set_aside = forms.TypedChoiceField(
        label=_("What did we do with it?"),
        choices=SIDES,
        initial="no",
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Why?"),
        help_text=_("One sentence. If something is set aside, people want to know why."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if cleaned.get("is_set_aside") and not cleaned.get("why"):
            self.add_error("why", _("Write why it is set aside. Somebody may have cared about it."))
        return cleaned
