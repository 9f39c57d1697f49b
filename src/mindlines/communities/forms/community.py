from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mindlines.communities import starts
from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community, Constituency
from mindlines.kernel.times import zone_names


class FoundForm(forms.Form):
    """A new community."""

    name = forms.CharField(
        label=_("What is it called?"),
        max_length=150,
        help_text=_("For example: Hips and knees in our county. You can change it later."),
        error_messages={"required": _("Give the community a name.")},
    )
    about = forms.CharField(
        label=_("In one sentence, what brings these people together?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    start = forms.ChoiceField(
        label=_("How do you want to begin?"),
        help_text=_("This brings groups of people, role cards and a first charter. You can change all of it."),
        choices=[(key, start.name) for key, start in starts.STARTS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you want to begin.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].widget.hints = {key: start.about for key, start in starts.STARTS.items()}


class SettingsForm(forms.ModelForm[Community]):
    """What a community says about itself."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=[(name, name.replace("_", " ")) for name in zone_names()]
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, help_text=_("Letters and mails to members are written in it.")
    )

    class Meta:
        model = Community
        fields = ("name", "about", "stage", "contact", "time_zone", "language")
        widgets = {"about": forms.Textarea(attrs={"rows": 2})}
        error_messages = {"name": {"required": _("Give the community a name.")}}


class ConstituencyForm(forms.ModelForm[Constituency]):
    """A stakeholder group."""

    name = forms.CharField(label=_("Name"), max_length=80, error_messages={"required": _("Give the group a name.")})
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=ConstituencyKind.choices,
        help_text=_("Groups of one kind are drawn in the same colour, and lay members are owed replies."),
    )
    target = forms.IntegerField(
        label=_("How many people do you hope for?"),
        required=False,
        min_value=0,
        max_value=9999,
        help_text=_("Leave it empty if any number is fine."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
        error_messages={"invalid": _("Write a whole number, such as 6, or leave it empty.")},
    )

    class Meta:
        model = Constituency
        fields = ("name", "kind", "target")

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())
