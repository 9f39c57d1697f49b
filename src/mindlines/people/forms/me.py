"""What people change about themselves."""

from datetime import timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.times import zone_names
from mindlines.people.choices import Need, Way
from mindlines.people.models import AccessNeed, Person
from mindlines.ui.forms import DayField


class DetailsForm(forms.ModelForm[Person]):
    """Name and ways to reach somebody."""

    class Meta:
        model = Person
        fields = ("name", "phone", "address", "reach_by")
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}),
            "address": forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
            "reach_by": forms.RadioSelect,
        }
        error_messages = {
            "name": {"required": _("Enter your name.")},
            "reach_by": {"required": _("Choose how to reach you.")},
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        way = cleaned.get("reach_by")
        if way == Way.PHONE and not cleaned.get("phone"):
            self.add_error("phone", _("Enter your phone number, so that we can phone you."))
        if way == Way.POST and not cleaned.get("address"):
            self.add_error("address", _("Enter your postal address, so that we can write to you."))
        if way == Way.MAIL and not self.instance.email:
            self.add_error("reach_by", _("We have no e-mail address of yours. Choose post or phone."))
        return cleaned


class LanguageForm(forms.Form):
    """Language and clock."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=_("The language of the pages you see. Kept until you change it or leave."),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        help_text=_("We show times on the clock of this place. Kept until you change it or leave."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["time_zone"].choices = _zones()  # type: ignore[attr-defined]  # a choice field


class NeedForm(forms.Form):
    """One need: what would help, never a diagnosis."""

    need = forms.ChoiceField(
        label=_("What would help you?"),
        choices=Need,
        widget=forms.RadioSelect,
        help_text=AccessNeed._meta.get_field("need").help_text,  # noqa: SLF001 - Django's public way to a field
        error_messages={"required": _("Choose what would help you.")},
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        help_text=AccessNeed._meta.get_field("words").help_text,  # noqa: SLF001 - as above
    )
    review_on = DayField(
        label=_("Look at this again on"),
        required=False,
        help_text=_("Needs change. On this day we ask you whether it is still right. Kept with the need."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        more["initial"] = {"review_on": timezone.localdate() + timedelta(days=365), **more.get("initial", {})}
        super().__init__(*args, **more)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("need") == Need.OTHER and not cleaned.get("words"):
            self.add_error("words", _("Say in your own words what would help you."))
        return cleaned

    def clean_review_on(self) -> Any:
        day = self.cleaned_data["review_on"]
        if day and day <= timezone.localdate():
            raise ValidationError(_("Choose a day that is still to come."))
        return day


class ChangeNeedForm(NeedForm):
    """Other words for a need that is there already."""

    need = None  # type: ignore[assignment]  # Django's way to leave an inherited field out

    def __init__(self, *args: Any, needs_words: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].required = needs_words
        self.fields["words"].error_messages["required"] = _("Say in your own words what would help you.")


class SureForm(forms.Form):
    """A tick before something that cannot be undone."""

    sure = forms.BooleanField(
        label=_("I understand. Erase me."),
        error_messages={"required": _("Tick the box if you are sure, or go back.")},
    )


def _zones() -> list[Any]:
    """Places by continent, so that a long list can be read."""
    by_continent = [
        (continent, [(name, name.partition("/")[2].replace("_", " ").replace("/", ", ") or name) for name in names])
        for continent, names in groupby(zone_names(), key=lambda name: name.partition("/")[0])
    ]
    first: tuple[str, str | Promise] = ("", _("The same as my community"))
    return [first, *sorted(by_continent, key=lambda group: group[0] != "Europe")]
