from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.meetings.queries import notes
from mindlines.ui.forms import DayField


class ActionForm(forms.Form):
    """An action with its owner, found by name."""

    words = forms.CharField(
        label=_("What is to be done"), max_length=300, error_messages={"required": _("Write down what is to be done.")}
    )
    owner = forms.CharField(
        label=_("Who does it?"),
        required=False,
        max_length=200,
        help_text=_("The whole name, as it is on the people page. Leave it empty if nobody does it yet."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "who-has-how-much"}),
    )

    def __init__(self, *args: Any, community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        self.community = community

    def clean_owner(self) -> Membership | None:
        """The one member of that name."""
        typed = str(self.cleaned_data["owner"]).strip()
        found = notes.named(self.community, name=typed) if typed else []
        if typed and not found:
            raise forms.ValidationError(_("No member has this name. Look it up on the people page."))
        if len(found) > 1:
            raise forms.ValidationError(
                _("Several members have this name. Agree it in the notes of a meeting instead.")
            )
        return found[0] if found else None


class NewActionForm(ActionForm):
    due_on = DayField(label=_("By when?"), required=False)


class FinishForm(forms.Form):
    words = forms.CharField(
        label=_("A few words about it"),
        required=False,
        max_length=300,
        help_text=_("For example where the result can be found."),
    )


class MoveForm(forms.Form):
    due_on = DayField(label=_("The new day"))
    because = forms.CharField(
        label=_("Why?"),
        max_length=300,
        help_text=_("One sentence is enough. Nobody has to explain themselves."),
        error_messages={"required": _("Write one sentence, such as “I need more time”.")},
    )


class HelpForm(forms.Form):
    """What would help with an action that is too much."""

    wish = forms.ChoiceField(
        label=_("What would help?"),
        choices=[
            ("help", _("I would like some help. I still do it.")),
            ("back", _("I cannot do it. Please find somebody else.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what would help you.")},
    )
    words = forms.CharField(
        label=_("A few words for the facilitators"),
        required=False,
        max_length=1000,
        help_text=_("Only if you like. It is sent to the facilitators and stands nowhere else."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )

    @property
    def gives_back(self) -> bool:
        return bool(self.cleaned_data["wish"] == "back")


class DropForm(forms.Form):
    because = forms.CharField(
        label=_("Why is it dropped?"),
        max_length=300,
        help_text=_("Dropping is fine. The reason helps whoever asks later."),
        error_messages={"required": _("Write one sentence, such as “It is no longer needed”.")},
    )
