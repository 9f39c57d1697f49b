"""Files: which kinds are taken, and how large they may be. What a file says it is, it must be."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.knowledge.actions.items import NewItem, Upload
from mindlines.knowledge.choices import Form
from mindlines.knowledge.forms.items import ItemForm
from mindlines.knowledge.forms.patients import NoPatientsForm
from mindlines.knowledge.queries import files as queries


@dataclass(frozen=True)
class Kind:
    """A kind of file by the end of its name; `begins` are its first bytes, and text has none."""

    media_type: str
    begins: bytes = b""


_PACKED = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
KINDS: dict[str, Kind] = {
    "pdf": Kind("application/pdf", b"%PDF"),
    "docx": Kind(f"{_OFFICE}.wordprocessingml.document", _PACKED),
    "xlsx": Kind(f"{_OFFICE}.spreadsheetml.sheet", _PACKED),
    "pptx": Kind(f"{_OFFICE}.presentationml.presentation", _PACKED),
    "odt": Kind(f"{_OPEN}.text", _PACKED),
    "ods": Kind(f"{_OPEN}.spreadsheet", _PACKED),
    "odp": Kind(f"{_OPEN}.presentation", _PACKED),
    "doc": Kind("application/msword", _OLD_OFFICE),
    "xls": Kind("application/vnd.ms-excel", _OLD_OFFICE),
    "ppt": Kind("application/vnd.ms-powerpoint", _OLD_OFFICE),
    "rtf": Kind("application/rtf", b"{\\rtf"),
    "png": Kind("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": Kind("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": Kind("image/jpeg", b"\xff\xd8\xff"),
    "mp3": Kind("audio/mpeg"),
    "csv": Kind("text/csv"),
    "txt": Kind("text/plain"),
}
TEXT = {"csv", "txt", "rtf"}
LONGEST_NAME = 200


class UploadField(forms.FileField):
    """One file of a kind that we take, no larger than the house allows. Its clean value is an `Upload`."""

    default_error_messages = {
        "required": _("Choose a file."),
        "empty": _("This file is empty. Choose another one."),
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return None
        most = settings.MINDLINES_UPLOAD_LIMIT
        if (file.size or 0) > most:
            words = _(
                "This file is larger than %(most)s, which is the most we take. Make it smaller, or give us a link to it."
            )
            raise forms.ValidationError(words % {"most": filesizeformat(most)})
        name = _plain_name(file.name or "")
        ending = name.rpartition(".")[2].lower()
        if ending not in KINDS:
            raise forms.ValidationError(
                _(
                    "We take PDF, Word, Excel, PowerPoint, LibreOffice, text, CSV, PNG, JPEG and MP3. Save it as one of these."
                )
            )
        if not _is_what_it_says(file, ending=ending):
            raise forms.ValidationError(
                _("The name of this file says %(ending)s, and what is in it is something else. Save it once more.")
                % {"ending": ending.upper()}
            )
        return Upload(file=file, name=name, media_type=KINDS[ending].media_type, sha256=_sum(file))


class FileForm(ItemForm):
    """A file as a piece of knowledge."""

    form = Form.FILE
    field_order = ("file", "title", "words", "kind", "year", "priority")

    file = UploadField(
        label=_("File"),
        help_text=_("Members can download it. Take out names of patients first, also in pictures."),
    )
    again = forms.BooleanField(label=_("Bring it in once more"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        self._community = community
        self.fields["words"].required = False
        self.fields["words"].label = _("What is in it?")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        upload: Upload | None = cleaned.get("file")
        if upload is None or cleaned.get("again"):
            return cleaned
        same = queries.same_file(self._community, sha256=upload.sha256)
        if same is not None:
            self.fields["again"].widget = forms.CheckboxInput()
            words = _(
                "We have this very file already, under “%(title)s”. If you want it twice, tick the box at the end."
            )
            self.add_error("file", words % {"title": same.title})
        return cleaned

    def looked_through(self) -> Iterable[object]:
        yield from super().looked_through()
        yield _text_of(self.cleaned_data.get("file"))

    def new(self) -> NewItem:
        return replace(super().new(), file=self.cleaned_data["file"])


class OneFileForm(NoPatientsForm):
    """A further file of an item, such as a newer edition."""

    file = UploadField(
        label=_("File"),
        help_text=_("The files that are there already stay. Members can download it."),
    )

    def looked_through(self) -> Iterable[object]:
        yield _text_of(self.cleaned_data.get("file"))


def _plain_name(name: str) -> str:
    """The name as it may be given back to others: one line, no folders, and not too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if letter.isprintable()).strip()
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}" if dot else kept[:LONGEST_NAME]


def _is_what_it_says(file: Any, *, ending: str) -> bool:
    file.seek(0)
    first = file.read(1024)
    file.seek(0)
    if ending in ("csv", "txt"):
        return b"\0" not in first or first[:2] in (b"\xff\xfe", b"\xfe\xff")
    if ending == "mp3":
        return first[:3] == b"ID3" or (first[:1] == b"\xff" and len(first) > 1 and first[1] & 0xE0 == 0xE0)
    return bool(first.startswith(KINDS[ending].begins))


def _sum(file: Any) -> str:
    counted = hashlib.sha256()
    for part in file.chunks():
        counted.update(part)
    file.seek(0)
    return counted.hexdigest()


def _text_of(upload: Upload | None) -> str:
    """The words of a file of plain text; nothing of others."""
    if upload is None or upload.name.rpartition(".")[2].lower() not in TEXT:
        return ""
    upload.file.seek(0)
    content: bytes = upload.file.read()
    upload.file.seek(0)
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    return content.decode("utf-16" if is_wide else "utf-8", errors="replace")
