from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.meetings.choices import HERE, Presence


class GuestForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the guest"),
        max_length=150,
        help_text=_("For tea and a name badge. When the minutes are sent, the name is erased and a number stays."),
        error_messages={"required": _("Enter the name of the guest, or “Guest”.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    way = forms.ChoiceField(
        label=_("How are they here?"),
        choices=[(way.value, way.label) for way in HERE],
        initial=Presence.ROOM,
        widget=forms.RadioSelect,
    )
