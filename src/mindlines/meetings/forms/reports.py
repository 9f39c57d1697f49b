from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.meetings.measures.reports import Guess
from mindlines.meetings.queries import reports
from mindlines_analysis.readers.attendance import AttendanceReport, read_attendance
from mindlines_analysis.readers.refusal import Unreadable

MOST_PEOPLE = 2000


class ReportForm(forms.Form):
    """The file as Teams, Zoom or Meet gave it out. Its clean value is the report as read."""

    file = forms.FileField(
        label=_("Attendance report"),
        help_text=_(
            "The file that Teams, Zoom or Meet gave you, as it is. It is erased when you confirm, or after a day."
        ),
        error_messages={
            "required": _("Choose the report."),
            "empty": _("This file is empty. Download the report once more and choose it again."),
        },
    )

    def clean_file(self) -> AttendanceReport:
        """What the file says, or why it cannot be read."""
        file: Any = self.cleaned_data["file"]
        self.file_name = file.name or ""
        most = settings.MINDLINES_UPLOAD_LIMIT
        if (file.size or 0) > most:
            raise forms.ValidationError(
                _("This file is far too large for an attendance report. Choose the report of one meeting.")
            )
        try:
            report = read_attendance(file.read(), name=self.file_name, max_bytes=most)
        except Unreadable as problem:
            raise forms.ValidationError(str(problem)) from problem
        if len(report.people) > MOST_PEOPLE:
            raise forms.ValidationError(
                _("This report names more than 2,000 people. Choose the report of one meeting.")
            )
        return report


class MatchForm(forms.Form):
    """Who is who. Names that are surely a member are chosen already; doubtful ones must be looked at."""

    def __init__(self, *args: Any, guesses: Sequence[Guess], community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        self.guesses, self.community = guesses, community
        for guess in guesses:
            self.fields[f"who-{guess.number}"] = _who(guess)
            self.fields[f"name-{guess.number}"] = forms.CharField(
                label=_("Somebody else? Type the name"),
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each guess with its two fields, those that need a look first."""
        rows = [
            {"guess": guess, "who": self[f"who-{guess.number}"], "name": self[f"name-{guess.number}"]}
            for guess in self.guesses
        ]
        return sorted(rows, key=lambda row: (row["guess"].sure is not None, not row["guess"].candidates))

    def clean(self) -> dict[str, Any]:
        """A typed name counts more than the list; it must be the name of one member."""
        cleaned = super().clean() or self.cleaned_data
        typed = {str(value).strip().casefold() for key, value in cleaned.items() if key.startswith("name-") and value}
        known = reports.members_named(self.community, names=typed)
        self.choices: dict[int, int | str] = {}
        for guess in self.guesses:
            name = str(cleaned.get(f"name-{guess.number}") or "").strip()
            found = known.get(name.casefold(), [])
            if name and len(found) != 1:
                words = (
                    _("Several members have this name.") if found else _("No member has this name. Check the spelling.")
                )
                self.add_error(f"name-{guess.number}", words)
            chosen = str(found[0]) if name and found else str(cleaned.get(f"who-{guess.number}") or "")
            if not chosen and not name:
                self.add_error(f"who-{guess.number}", _("Say who “%(name)s” is.") % {"name": guess.shown})
            self.choices[guess.number] = int(chosen) if chosen.isdecimal() else chosen
        return cleaned


def _who(guess: Guess) -> forms.ChoiceField:
    options: list[tuple[str, Any]] = [] if guess.sure else [("", _("Choose"))]
    options += [(str(pk), name) for pk, name in guess.candidates]
    options += [("guest", _("A guest")), ("nobody", _("Nobody: leave it out"))]
    is_clear = guess.kind == "person" and not guess.candidates
    initial = str(guess.sure or ("guest" if is_clear else ""))
    return forms.ChoiceField(label=guess.shown, choices=options, initial=initial, required=False)
