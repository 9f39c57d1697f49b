"""From the bytes of a transcript or a chat to lines of text; what holds no such thing is refused in words."""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from mindlines_analysis.readers.kinds import foreign
from mindlines_analysis.readers.letters import decode
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import MAX_BYTES
from mindlines_analysis.readers.transcripts.documents import lines_of_document
from mindlines_analysis.readers.transcripts.found import Line

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RECORDINGS = (
    b"\x1aE\xdf\xa3",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"\xff\xfb",
    b"\xff\xf3",
    b"\x00\x00\x01\xba",
    b"\x30\x26\xb2\x75",
)
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Page:
    """The lines of a file with their numbers, and whether it is a Word document."""

    name: str
    lines: tuple[Line, ...]
    is_document: bool = False
    notes: tuple[str, ...] = ()

    @property
    def written(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        return tuple(line for line in self.lines if line[1].strip())


def open_page(content: bytes, *, name: str, what: str) -> Page:
    """Turn the bytes of a text file or a Word document into lines.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called, for the sentence of a refusal.
    what
        What the caller wants: "transcript" or "chat".

    Returns
    -------
    Page
        Its lines. A note says when letters were guessed, or something was left out.

    Raises
    ------
    Unreadable
        The file is empty, too large, a recording, a table, or no readable text.

    Examples
    --------
    >>> open_page(b"WEBVTT\\r\\n\\r\\n", name="a.vtt", what="transcript").lines
    ((1, 'WEBVTT'), (2, ''), (3, ''))
    """
    if len(content) > MAX_BYTES:
        raise Unreadable(
            f"“{name}” is larger than {MAX_BYTES // 1_000_000} MB, which no {what} of one meeting is. "
            f"Choose the {what}, not the recording."
        )
    _refuse_foreign(content, name=name, what=what)
    if content.startswith(_ZIP):
        paragraphs, notes = lines_of_document(content, name=name, what=what)
        return Page(name, tuple(enumerate(paragraphs, start=1)), is_document=True, notes=notes)
    text, note = _decoded(content, name=name, what=what)
    if not text.replace("\ufeff", "").strip():
        raise Unreadable(f"“{name}” is empty. Choose the file that holds the {what}.")
    lines = tuple(enumerate(_NEWLINE.split(text), start=1))
    return Page(name, lines, notes=(note,) if note else ())


def _how(what: str) -> str:
    if what == "chat":
        return "Choose the chat that Zoom saved as text, or a chat in a Word document (.docx)."
    return "Choose the transcript that Zoom, Teams, Meet or Otter wrote: .vtt, .srt, .txt or .docx."


def _refuse_foreign(content: bytes, *, name: str, what: str) -> None:
    if content.startswith(_OLE):
        raise _old_office(content, name=name, what=what)
    kind = foreign(content)
    if content[4:8] == b"ftyp" or content.startswith((*_RECORDINGS, b"RIFF")):
        kind = "a video or sound recording"
    elif content.startswith(_ZIP):
        kind = _packed(content, name=name)
    if kind:
        raise Unreadable(f"“{name}” is {kind}, not a {what}. {_how(what)}")


def _old_office(content: bytes, *, name: str, what: str) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Unreadable(
            f"“{name}” is protected by a password. Open it in Word, remove the password, save it, and choose it again."
        )
    if "WordDocument".encode("utf-16-le") in content:
        return Unreadable(f"“{name}” is an old Word document. Open it in Word, save it as .docx, and choose that file.")
    return Unreadable(f"“{name}” is a table or another old Office file, not a {what}. {_how(what)}")


def _packed(content: bytes, *, name: str) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            inside = archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(f"“{name}” is damaged and cannot be opened. Save it again, and choose that file.") from error
    if "word/document.xml" in inside:
        return ""
    if any(entry.startswith("xl/") for entry in inside):
        return "a table"
    if any(entry.startswith("ppt/") for entry in inside):
        return "a set of slides"
    return "a LibreOffice document" if "content.xml" in inside else "a packed (zip) file"


def _decoded(content: bytes, *, name: str, what: str) -> tuple[str, str]:
    try:
        return decode(content, name=name)
    except Unreadable as error:
        raise Unreadable(f"“{name}” does not hold readable text, so it is not a {what}. {_how(what)}") from error
