"""Taking a file of citations in."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.knowledge.forms.items import KIND_HINTS
from mindlines.knowledge.measures.citation_imports import CHOICES
from mindlines.ui.forms import HintedRadios
from mindlines_analysis.readers.citations import CitationFile, read_citations
from mindlines_analysis.readers.refusal import Unreadable

SHOWN = ("open", "all", "refused")
ROW = re.compile(r"row-(\d{1,6})")


class FileForm(forms.Form):
    """A list as a reference program or a database gives it out."""

    file = forms.FileField(
        label=_("Your file"),
        help_text=_(
            "RIS, BibTeX, NBIB, EndNote or CSL-JSON, or a table (CSV or Excel) with a column “Title”. "
            "It is kept for a day at most, and erased when you have confirmed."
        ),
        error_messages={
            "required": _("Choose the file with your references."),
            "empty": _("This file is empty. Choose the file that holds your references."),
        },
    )
    kind = forms.ChoiceField(
        label=_("What kind of knowledge is it?"),
        choices=KnowledgeKind.choices,
        initial=KnowledgeKind.RESEARCH,
        widget=HintedRadios(hints=KIND_HINTS),
        help_text=_("For all references in the file. You can change it for each one later."),
        error_messages={"required": _("Choose what kind of knowledge it is. None counts more than another.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("file"):
            cleaned["found"] = self._read(cleaned["file"])
        return cleaned

    def _read(self, file: "UploadedFile[bytes]") -> CitationFile | None:
        """The size is asked before the content is opened."""
        most = settings.MINDLINES_UPLOAD_LIMIT
        if (file.size or 0) > most:
            words = _("This file is larger than %(most)d MB. Split the list, or export it without its full texts.")
            self.add_error("file", ValidationError(words, params={"most": most // 1024 // 1024}))
            return None
        try:
            return read_citations(file.read(), name=file.name or "")
        except Unreadable as problem:
            self.add_error("file", str(problem))
            return None


class ConfirmForm(forms.Form):
    """What the reader saw when they pressed the button."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=24)


def decisions(data: Mapping[str, str]) -> dict[int, str]:
    """What was chosen for records, by their place in the file."""
    found = ((ROW.fullmatch(name), value) for name, value in data.items())
    return {int(row[1]): value for row, value in found if row and value in CHOICES}


def for_all(data: Mapping[str, str]) -> str:
    """The same choice for every record that is still open; empty where none was made."""
    choice = data.get("all", "")
    return choice if choice in CHOICES else ""


def place(data: Mapping[str, str]) -> str:
    """Which part of the preview was looked at, as a query."""
    shown, page = data.get("show", ""), data.get("page", "")
    return urlencode({"show": shown if shown in SHOWN else "", "page": page if page.isdecimal() else "1"})
