import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import ConstituencyKind, Standing
from mindlines.communities.measures import imports as measures
from mindlines.communities.models import Constituency
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Table, read_table

FIELDS = {
    "name": _("Whole name"),
    "first_name": _("First name"),
    "last_name": _("Last name"),
    "email": _("E-mail address"),
    "constituency": _("Group"),
    "organisation": _("Organisation"),
    "phone": _("Phone number"),
    "address": _("Postal address"),
    "role": _("Job or role"),
    "access_needs": _("What would help them take part"),
    "note": _("Note"),
}
NAMES = ("name", "first_name", "last_name")
ROW = re.compile(r"row-(\d{1,9})")


class FileForm(forms.Form):
    """A list as people have it."""

    file = forms.FileField(
        label=_("Your list"),
        help_text=_(
            "An Excel, LibreOffice or CSV file. It is kept for a day at most, and erased when you have confirmed."
        ),
        error_messages={
            "required": _("Choose the file with your list."),
            "empty": _("This file is empty. Choose the file that holds the list."),
        },
    )
    sheet = forms.CharField(
        label=_("Which sheet?"),
        required=False,
        max_length=100,
        help_text=_("Only if the file has several sheets. We take the first one that holds something."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("file"):
            cleaned["table"] = self._read(cleaned["file"], sheet=cleaned.get("sheet") or None)
        return cleaned

    def _read(self, file: "UploadedFile[bytes]", *, sheet: str | None) -> Table | None:
        """The size is asked before the content is opened."""
        most = settings.MINDLINES_UPLOAD_LIMIT
        if (file.size or 0) > most:
            words = _("This file is larger than %(most)d MB. Take out pictures and other sheets, or split the list.")
            self.add_error("file", ValidationError(words, params={"most": most // 1024 // 1024}))
            return None
        try:
            table = read_table(file.read(), name=file.name or "", sheet=sheet, max_bytes=most)
        except Unreadable as problem:
            self.add_error("file", str(problem))
            return None
        if not table.rows:
            self.add_error("file", _("There are column names in this file and no people below them."))
        return table


class ColumnsForm(forms.Form):
    """Which column holds what."""

    def __init__(self, *args: Any, samples: Mapping[str, str], columns: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [(column, f"{column}: {sample}" if sample else column) for column, sample in samples.items()]
        for name, label in FIELDS.items():
            self.fields[name] = forms.ChoiceField(
                label=label,
                required=False,
                choices=[("", _("Not in the list")), *shown],
                initial=columns.get(name, ""),
                widget=forms.Select(),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in NAMES):
            raise ValidationError({"name": _("Choose the column with the names, or those with first and last names.")})
        taken: dict[str, str] = {}
        for name, column in list(cleaned.items()):
            if column and column in taken.values():
                self.add_error(name, _("This column is chosen twice. Choose it for one thing only."))
            taken[name] = column
        return cleaned

    def chosen(self) -> dict[str, str]:
        return {name: column for name, column in self.cleaned_data.items() if column}


class GroupsForm(forms.Form):
    """Which words of the list mean which group."""

    standing = forms.ChoiceField(
        label=_("Have these people said yes?"),
        choices=[
            (Standing.ACTIVE, _("Yes, they are members")),
            (Standing.INVITED, _("Not yet. I will invite them afterwards")),
        ],
        initial=Standing.ACTIVE,
        widget=forms.RadioSelect,
        help_text=_("Somebody who uses this site elsewhere already is asked first in any case."),
        error_messages={"required": _("Say whether these people have said yes.")},
    )

    def __init__(self, *args: Any, words: Mapping[str, int], groups: Iterable[Constituency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = list(groups)
        self.too_many = len(words) > measures.MOST_GROUPS
        self.words = {} if self.too_many else {f"word-{place}": word for place, word in enumerate(words) if word}
        guessed = measures.guessed_groups(self.words.values(), groups=known)
        own = [(str(group.pk), group.name) for group in known]
        for name, word in self.words.items():
            label = _("“%(word)s” in the list (%(rows)d) means") % {"word": word, "rows": words[word]}
            self.fields[name] = forms.ChoiceField(label=label, choices=_choices(word, own), initial=guessed[word])
        if "" in words or not self.words:
            self.fields["default"] = forms.ChoiceField(
                label=_("Rows without a group belong to"),
                choices=[("", _("Choose a group")), *own],
                error_messages={"required": _("Choose a group for the rows that name none.")},
            )
        self.order_fields([*self.words, "default", "standing"])

    def chosen(self) -> dict[str, str]:
        return {word: self.cleaned_data[name] for name, word in self.words.items()}


class MendForm(forms.Form):
    """One refused row, to put right."""

    name = forms.CharField(label=_("Name"), max_length=150, required=False)
    email = forms.CharField(label=_("E-mail address"), max_length=254, required=False)
    organisation = forms.CharField(label=_("Organisation"), max_length=150, required=False)


class ConfirmForm(forms.Form):
    """What the reader saw when they pressed the button."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=24)


def decisions(data: Mapping[str, str]) -> dict[int, str]:
    """What was ticked for rows that look like somebody: `new` or `same`, by line."""
    found = ((ROW.fullmatch(name), value) for name, value in data.items())
    return {int(row[1]): value for row, value in found if row and value in ("new", "same")}


def _choices(word: str, own: list[tuple[str, str]]) -> list[Any]:
    new = [(f"new:{kind.value}", kind.label) for kind in ConstituencyKind]
    return [(_("Groups we have"), own), (_("A new group “%(word)s”, of the kind") % {"word": word}, new)]
