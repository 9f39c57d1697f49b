from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.changes import Told
from mindlines.coproduction.queries import changes as queries
from mindlines.kernel.identifiers import link_secret
from mindlines.ui.forms import DayField, RowsField


class _Several(RowsField):
    widget = forms.CheckboxSelectMultiple


class ChangeForm(forms.Form):
    """What is done differently, where, since when, and how we know."""

    what = forms.CharField(
        label=_("What is done differently now?"),
        max_length=300,
        help_text=_("One sentence. For example: The class takes people who cannot lie down."),
        error_messages={"required": _("Write one sentence about what is done differently.")},
    )
    before = forms.CharField(label=_("How was it before?"), max_length=300, required=False)
    organisation: Any = forms.ModelChoiceField(
        None, label=_("Where?"), required=False, empty_label=_("Somewhere else, or in several places")
    )
    place = forms.CharField(
        label=_("Which team or place there?"),
        max_length=150,
        required=False,
        help_text=_("No names of people, please."),
    )
    since = DayField(label=_("Since when?"))
    decisions = _Several(None, label=_("Which decisions did it come from?"), required=False)
    outputs = _Several(None, label=_("What that we made is used for it?"), required=False)
    actions = _Several(None, label=_("Which actions led to it?"), required=False)
    proof = forms.CharField(
        label=_("How do you know?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: I saw it last week. Nothing about single patients, please."),
    )
    proof_item: Any = forms.ModelChoiceField(
        None,
        label=_("Numbers or a file that show it"),
        required=False,
        empty_label=_("None"),
        help_text=_("Bring them in under Knowledge first. Then you can choose them here."),
    )
    proof_link = forms.URLField(
        label=_("Or a link to it"), max_length=500, required=False, assume_scheme="https",
        error_messages={"invalid": _("Write the whole address. It begins with https://")},
    )  # fmt: skip
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, viewer: Membership, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["organisation"].queryset = queries.organisations(viewer.community)  # type: ignore[attr-defined]
        self.fields["decisions"].queryset = queries.decisions_offered(viewer)  # type: ignore[attr-defined]
        self.fields["outputs"].queryset = queries.outputs_offered(viewer)  # type: ignore[attr-defined]
        self.fields["actions"].queryset = queries.actions_offered(viewer)  # type: ignore[attr-defined]
        self.fields["proof_item"].queryset = queries.proofs_offered(viewer)  # type: ignore[attr-defined]
        self.fields["key"].initial = link_secret()
        for name in ("decisions", "outputs", "actions"):
            if not self.fields[name].queryset.exists():  # type: ignore[attr-defined]
                del self.fields[name]

    def told(self) -> Told:
        many = {name: tuple(self.cleaned_data.get(name, ())) for name in ("decisions", "outputs", "actions")}
        return Told(**(self.cleaned_data | many))


class EndForm(forms.Form):
    on = DayField(label=_("Until when?"))
    why = forms.CharField(
        label=_("Why did it end?"),
        max_length=300,
        required=False,
        help_text=_("What stopped is worth knowing too. Nobody has to explain themselves."),
    )
