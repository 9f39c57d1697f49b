from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.kernel.times import now, zone
from mindlines.meetings.actions.meetings import Details
from mindlines.meetings.choices import MeetingKind, Setting
from mindlines.meetings.models import Meeting, Place
from mindlines.ui.forms import ClockField, DayField


class MeetingForm(forms.Form):
    """What a meeting is, when and where."""

    title = forms.CharField(
        label=_("What is the meeting called?"),
        max_length=150,
        error_messages={"required": _("Give the meeting a name.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of meeting is it?"),
        choices=MeetingKind.choices,
        initial=MeetingKind.COMMUNITY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a kind of meeting.")},
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        help_text=_("One or two sentences that everybody understands."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
    day = DayField(label=_("On which day?"), help_text=_("For example 9 12 2026."))
    starts = ClockField(label=_("When does it start?"), help_text=_("For example 10am or 2.30pm."))
    zone = forms.ChoiceField(label=_("In which time zone?"), required=False)
    minutes = forms.IntegerField(
        label=_("How long is it, in minutes?"),
        help_text=_("For example 120 for two hours."),
        min_value=5,
        max_value=24 * 60,
        initial=120,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "required": _("Enter the length in minutes, like 120."),
            "invalid": _("Enter the length as a number of minutes, like 120."),
            "min_value": _("A meeting lasts at least 5 minutes."),
            "max_value": _("A meeting lasts at most one day, 1440 minutes."),
        },
    )
    setting = forms.ChoiceField(
        label=_("How do people meet?"),
        choices=Setting.choices,
        initial=Setting.IN_PERSON,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how people meet.")},
    )
    place = forms.ChoiceField(
        label=_("Place"), required=False, help_text=_("You can add a place on the page of places.")
    )
    link = forms.URLField(
        label=_("Link to join online"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Enter the whole link, like https://meet.example.org/hips.")},
    )
    dial_in = forms.CharField(
        label=_("Phone number to join"), help_text=_("With the code, if there is one."), max_length=200, required=False
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, community: Community, places: list[Place], zones: list[str], initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial={"zone": community.time_zone, **initial})
        self.community = community
        self.places = {str(place.pk): place for place in places}
        place_field, zone_field = self.fields["place"], self.fields["zone"]
        assert isinstance(place_field, forms.ChoiceField) and isinstance(zone_field, forms.ChoiceField)  # noqa: S101, PT018 - for the type checker
        place_field.choices = [("", _("Not decided yet")), *((pk, place.name) for pk, place in self.places.items())]
        zone_field.choices = [(name, name.replace("_", " ")) for name in zones]
        if len(zones) < 2:
            zone_field.widget = forms.HiddenInput()

    def clean_zone(self) -> str:
        return self.cleaned_data["zone"] or self.community.time_zone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("day") and cleaned.get("starts") and self.starts_at < now() and self.has_new_time:
            self.add_error("day", _("This day and time are in the past. Choose a time to come."))
        return cleaned

    @property
    def starts_at(self) -> datetime:
        """Day and hour in the zone that was chosen."""
        place = zone(self.cleaned_data.get("zone") or self.community.time_zone)
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["starts"], tzinfo=place)

    @property
    def has_new_time(self) -> bool:
        """A meeting that is under way keeps its time when something else about it is changed."""
        return bool({"day", "starts", "zone"} & set(self.changed_data))

    def details(self) -> Details:
        cleaned = self.cleaned_data
        return Details(
            title=cleaned["title"],
            kind=cleaned["kind"],
            starts_at=self.starts_at,
            minutes=cleaned["minutes"],
            setting=cleaned["setting"],
            purpose=cleaned["purpose"],
            place=self.places.get(cleaned["place"]),
            link=cleaned["link"],
            dial_in=cleaned["dial_in"],
        )


def details_of(meeting: Meeting) -> dict[str, Any]:
    """What a form begins with when a meeting is changed, or another one is made like it."""
    starts = meeting.starts_at.astimezone(zone(meeting.community.time_zone))
    return {
        "title": meeting.title,
        "kind": meeting.kind,
        "purpose": meeting.purpose,
        "day": starts.date(),
        "starts": starts.time(),
        "minutes": meeting.minutes,
        "setting": meeting.setting,
        "place": str(meeting.place_id or ""),
        "link": meeting.link,
        "dial_in": meeting.dial_in,
    }


class CancelForm(forms.Form):
    """Why a meeting is cancelled."""

    because = forms.CharField(
        label=_("Why is it cancelled?"),
        help_text=_("Everyone who was invited reads this."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words why, so that people are not left wondering.")},
    )
