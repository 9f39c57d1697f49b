from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.people.choices import Way

from .choices import State


class MessagesForm(forms.Form):
    """Which messages to show."""

    state = forms.ChoiceField(label=_("Show"), choices=[("", _("All messages")), *State.choices], required=False)
    way = forms.ChoiceField(label=_("Way"), choices=[("", _("Every way")), *Way.choices], required=False)

    def wishes(self) -> dict[str, str]:
        """What was asked for; an unknown wish is no wish."""
        self.full_clean()
        return {name: self.cleaned_data.get(name, "") for name in ("state", "way")}
