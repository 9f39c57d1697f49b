from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.meetings.models import Place


class PlaceForm(forms.ModelForm[Place]):
    """Where a community meets, and how people get in."""

    class Meta:
        model = Place
        fields = ("name", "address", "access", "is_step_free", "has_loop", "room_for")
        labels = {
            "name": _("What is the place called?"),
            "access": _("Getting in and around"),
            "is_step_free": _("One can get in without steps"),
            "has_loop": _("There is a hearing loop"),
            "room_for": _("How many people fit?"),
        }
        widgets = {
            "address": forms.Textarea(attrs={"rows": 3}),
            "access": forms.Textarea(attrs={"rows": 5}),
            "room_for": forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        }
        error_messages = {
            "name": {"required": _("Give the place a name.")},
            "room_for": {"invalid": _("Enter a number of people, like 30.")},
        }
