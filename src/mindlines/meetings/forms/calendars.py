import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.times import now
from mindlines.meetings.queries.calendars import Occurrence
from mindlines_analysis.readers import CalendarEvents, Unreadable, read_calendar

MANY = 40
YEAR = dt.timedelta(days=365)
RANGES = {"coming": (dt.timedelta(0), YEAR), "past": (YEAR, dt.timedelta(0)), "long": (9 * YEAR, YEAR)}


class CalendarForm(forms.Form):
    """A calendar file, and for which time it is read."""

    file = forms.FileField(
        label=_("Calendar file"),
        help_text=_("A file that ends in .ics, from Outlook, Google Calendar, Thunderbird or another program."),
        error_messages={
            "required": _("Choose a calendar file."),
            "empty": _("This file is empty. Export the calendar once more and choose the new file."),
        },
    )
    time = forms.ChoiceField(
        label=_("Which meetings?"),
        choices=[
            ("coming", _("The coming year")),
            ("past", _("The past year")),
            ("long", _("The past nine years and the coming one")),
        ],
        initial="coming",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, zone: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.zone = zone
        self.found: CalendarEvents | None = None

    def clean_file(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > settings.MINDLINES_UPLOAD_LIMIT:
            most = filesizeformat(settings.MINDLINES_UPLOAD_LIMIT)
            raise ValidationError(_("The file is too large. The most we take is %(most)s.") % {"most": most})
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("file") and cleaned.get("time"):
            back, ahead = RANGES[cleaned["time"]]
            today = now().date()
            try:
                self.found = read_calendar(
                    cleaned["file"].read(), between=(today - back, today + ahead), zone=self.zone
                )
            except Unreadable as reason:
                self.add_error("file", str(reason))
        return cleaned


class EventsForm(forms.Form):
    """Which events become meetings."""

    chosen = forms.TypedMultipleChoiceField(
        label=_("Which of these are meetings of your community?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one event.")},
    )

    def __init__(self, data: Any = None, *, occurrences: list[Occurrence], before: list[int]) -> None:
        free = [found for found in occurrences if found.can_come]
        # Few events are likely meant; from a long calendar one picks.
        usual = [found.number for found in free if not found.all_day] if len(free) <= MANY else []
        super().__init__(data, initial={"chosen": before or usual})
        field = self.fields["chosen"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(found.number, found.label) for found in free]
        field.widget.hints = {str(found.number): found.hint for found in free if found.hint}
