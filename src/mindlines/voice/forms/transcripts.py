from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.meetings.queries import reports
from mindlines.voice.measures.joining import GUEST, NOBODY
from mindlines.voice.measures.transcripts import Shown
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.transcripts import TranscriptFile, read_transcript

MOST_NAMES = 500


class TranscriptForm(forms.Form):
    """The file as the meeting tool gave it out. Its clean value is the transcript as read."""

    file = forms.FileField(
        label=_("Transcript"),
        help_text=_(
            "The file that Teams, Zoom, Meet or Otter gave you, as it is. We count who spoke and keep none of the words. Names are taken out 30 days after the meeting."
        ),
        error_messages={
            "required": _("Choose the transcript."),
            "empty": _("This file is empty. Download the transcript once more and choose it again."),
        },
    )

    def clean_file(self) -> TranscriptFile:
        """What the file says, or why it cannot be read."""
        file: Any = self.cleaned_data["file"]
        self.file_name = file.name or ""
        if (file.size or 0) > settings.MINDLINES_UPLOAD_LIMIT:
            raise forms.ValidationError(
                _("This file is far too large for a transcript. Choose the transcript of one meeting, as text.")
            )
        try:
            transcript = read_transcript(file.read(), name=self.file_name)
        except Unreadable as problem:
            raise forms.ValidationError(str(problem)) from problem
        if not transcript.has_speakers:
            raise forms.ValidationError(
                _(
                    "This transcript does not say who speaks, so it cannot tell whose voice was heard. Look for one with names."
                )
            )
        if len({one.speaker for one in transcript.utterances}) > MOST_NAMES:
            raise forms.ValidationError(
                _("This transcript has more than 500 names. Choose the transcript of one meeting.")
            )
        return transcript


class WhoForm(forms.Form):
    """Who is who. Names that are surely a member are chosen already; doubtful ones must be looked at."""

    def __init__(
        self, *args: Any, names: Sequence[Shown], here: Sequence[tuple[int, str]], community: Community, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.names, self.community = names, community
        # A device without a name is often of somebody who is named elsewhere in the same file.
        named = {pk: words for shown in names if shown.sure for pk, words in shown.candidates if pk == shown.sure}
        for shown in names:
            self.fields[f"who-{shown.number}"] = _who(shown, others={**dict(here), **named})
            self.fields[f"name-{shown.number}"] = forms.CharField(
                label=_("Somebody else? Type the name"),
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each name with its two fields: those that need a look first, and of these whoever spoke most."""
        rows = [
            {"shown": one, "who": self[f"who-{one.number}"], "name": self[f"name-{one.number}"]} for one in self.names
        ]
        return sorted(rows, key=lambda row: (row["shown"].is_settled, -row["shown"].turns))

    def clean(self) -> dict[str, Any]:
        """A typed name counts more than the list; it must be the name of one member."""
        cleaned = super().clean() or self.cleaned_data
        typed = {str(value).strip().casefold() for key, value in cleaned.items() if key.startswith("name-") and value}
        known = reports.members_named(self.community, names=typed)
        self.choices: dict[int, int | str] = {}
        for shown in self.names:
            name = str(cleaned.get(f"name-{shown.number}") or "").strip()
            found = known.get(name.casefold(), [])
            if name and len(found) != 1:
                words = (
                    _("Several members have this name.") if found else _("No member has this name. Check the spelling.")
                )
                self.add_error(f"name-{shown.number}", words)
            chosen = str(found[0]) if name and found else str(cleaned.get(f"who-{shown.number}") or "")
            if not chosen and not name:
                self.add_error(f"who-{shown.number}", _("Say who “%(name)s” is.") % {"name": shown.label})
            self.choices[shown.number] = int(chosen) if chosen.isdecimal() else chosen
        return cleaned


class ConfirmForm(forms.Form):
    """Who was heard and is not marked as here: one tick each."""

    here = forms.MultipleChoiceField(
        label=_("Mark these people as here"),
        help_text=_("They were heard and are not on the list of who was there. Only who was there is counted."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, members: Sequence[Membership], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [(str(member.pk), f"{member.name}, {member.constituency}") for member in members]
        field: Any = self.fields["here"]
        field.choices, field.initial = choices, [key for key, _words in choices]
        if not choices:
            del self.fields["here"]

    @property
    def mark_here(self) -> set[int]:
        return {int(key) for key in self.cleaned_data.get("here", ())}


def _who(shown: Shown, *, others: Mapping[int, str]) -> forms.ChoiceField:
    maybe = {pk for pk, _name in shown.candidates}
    rest = sorted(
        ((str(pk), name) for pk, name in others.items() if pk not in maybe), key=lambda one: one[1].casefold()
    )
    options: list[tuple[Any, Any]] = [] if shown.is_settled else [("", _("Choose"))]
    options += [(str(pk), name) for pk, name in shown.candidates]
    options += [(GUEST, _("A guest")), (NOBODY, _("Not a person, or not known: leave it out"))]
    if rest:
        options.append((_("Others who were there"), rest))
    known = {str(pk) for pk in maybe} | {key for key, _name in rest} | {GUEST, NOBODY}
    kept = shown.chosen if shown.chosen in known else ""
    usual = str(shown.sure or (NOBODY if shown.is_program or not shown.name else ""))
    return forms.ChoiceField(label=shown.label, choices=options, initial=kept or usual, required=False)
