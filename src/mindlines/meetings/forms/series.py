from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.meetings.choices import Rhythm, Setting
from mindlines.meetings.models import Place, Series
from mindlines.meetings.queries import series as queries
from mindlines.ui.dates import when_words
from mindlines.ui.forms import ClockField, DayField


class SeriesForm(forms.ModelForm[Series]):
    """When the community meets again and again."""

    starts = ClockField(label=_("When does it start?"), help_text=_("For example 10am or 2.30pm."))
    begins_on = DayField(label=_("From which day?"), help_text=_("The first meeting is on this day or after it."))
    rhythm = forms.ChoiceField(
        label=_("How often?"), choices=Rhythm.choices, initial=Rhythm.QUARTERLY, widget=forms.RadioSelect
    )
    setting = forms.ChoiceField(
        label=_("How do people meet?"), choices=Setting.choices, initial=Setting.IN_PERSON, widget=forms.RadioSelect
    )
    weekday = forms.TypedChoiceField(label=_("On which day of the week?"), coerce=int)
    week = forms.TypedChoiceField(
        label=_("In which week of the month?"),
        help_text=_("Leave it as it is when you meet every week or every two weeks."),
        coerce=int,
    )
    link = forms.URLField(label=_("Link to join online"), max_length=500, required=False, assume_scheme="https")
    place = forms.ChoiceField(label=_("Place"), required=False)

    class Meta:
        model = Series
        fields = ("name", "kind", "rhythm", "week", "weekday", "starts", "begins_on", "minutes", "setting", "link")
        labels = {
            "name": _("What are these meetings called?"),
            "kind": _("What kind of meeting is it?"),
            "minutes": _("How long is it, in minutes?"),
        }
        widgets = {
            "minutes": forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        }
        error_messages = {
            "name": {"required": _("Give these meetings a name.")},
            "minutes": {
                "required": _("Enter the length in minutes, like 120."),
                "invalid": _("Enter a number of minutes, like 120."),
            },
        }

    def __init__(self, data: Any = None, *, places: list[Place], instance: Series | None = None) -> None:
        super().__init__(data, instance=instance, initial={"place": str(instance.place_id or "")} if instance else None)
        self.places = {str(place.pk): place for place in places}
        for name, choices in (
            ("weekday", list(queries.weekday_names().items())),
            ("week", list(queries.week_names().items())),
            ("place", [("", _("Not decided yet")), *((pk, place.name) for pk, place in self.places.items())]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = choices

    def series(self) -> Series:
        """The series as the form says, not kept yet."""
        made = self.instance
        made.place = self.places.get(self.cleaned_data["place"])
        return made


class MomentsForm(forms.Form):
    """Which of the next times become meetings."""

    moments = forms.MultipleChoiceField(
        label=_("Which meetings shall we make?"),
        help_text=_("Each begins as a plan that only facilitators see."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one day.")},
    )

    def __init__(self, data: Any = None, *, moments: list[datetime]) -> None:
        self.free = {moment.isoformat(): moment for moment in moments}
        super().__init__(data, initial={"moments": list(self.free)[:1]})
        field = self.fields["moments"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(key, when_words(moment)) for key, moment in self.free.items()]

    def chosen(self) -> list[datetime]:
        return [self.free[key] for key in self.cleaned_data["moments"]]
