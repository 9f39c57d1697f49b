"""What a file is, by its first bytes and never by its name."""

import re
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

from mindlines_analysis.readers.refusal import Unreadable

Kind = Literal["text", "xlsx", "ods", "xls"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The first records of an old workbook: its beginning, perhaps "read only", and then the lock.
_LOCKED = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_HOW = "Open it, save the list as CSV or Excel (.xlsx), and choose that file."
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"PK\x05\x06", "an empty packed file"),
)
_WRITTEN: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"begin:vcard", "a file of contact cards"),
    (b"begin:vcalendar", "a calendar"),
)
_INSIDE: tuple[tuple[str, str], ...] = (
    ("word/", "a Word document"),
    ("ppt/", "a set of slides"),
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
    ("Index/", "an Apple Numbers or Pages document"),
)


def kind_of(content: bytes, *, name: str) -> Kind:
    """Say whether `content` is text or one of the workbooks we read; refuse everything else in words.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called, for the sentence of a refusal.

    Returns
    -------
    str
        ``"text"``, ``"xlsx"``, ``"ods"`` or ``"xls"``.

    Raises
    ------
    Unreadable
        The file is empty, protected, or something other than a table.

    Examples
    --------
    >>> kind_of(b"Name,Email\\n", name="members.csv")
    'text'
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(f"“{name}” is empty. Choose the file that holds the list.")
    if content.startswith(_ZIP):
        return _kind_of_zip(content, name=name)
    if content.startswith(_OLE):
        return _kind_of_ole(content, name=name)
    what = foreign(content)
    if what:
        raise Unreadable(f"“{name}” is {what}, not a table. {_HOW}")
    return "text"


def foreign(content: bytes) -> str:
    """Say in a word or two what a file is that is neither plain text nor of an Office; empty where its beginning is of no known kind."""
    for start, what in _FOREIGN:
        if content.startswith(start) and (len(start) > 2 or b"\x00" in content[:64] or start == b"\x1f\x8b"):
            return what
    opening = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((what for start, what in _WRITTEN if opening.startswith(start)), "")


def protected(name: str) -> Unreadable:
    return Unreadable(
        f"“{name}” is protected by a password. Open it in Excel, remove the password (File, Info, Protect), "
        "save it, and choose it again."
    )


def _kind_of_zip(content: bytes, *, name: str) -> Kind:
    try:
        with ZipFile(BytesIO(content)) as archive:
            inside = archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(f"“{name}” is damaged and cannot be opened. {_HOW}") from error
    for start, what in _INSIDE:
        if any(entry.startswith(start) for entry in inside):
            raise Unreadable(f"“{name}” is {what}, not a table we can read. {_HOW}")
    if "xl/workbook.xml" in inside or any(entry.startswith("xl/worksheets/") for entry in inside):
        return "xlsx"
    if "content.xml" in inside and b"opendocument.spreadsheet" in content[:200]:
        return "ods"
    if "content.xml" in inside:
        raise Unreadable(f"“{name}” is a text document, not a table. {_HOW}")
    raise Unreadable(f"“{name}” is a packed (zip) file. Unpack it first and choose the list that is inside.")


def _kind_of_ole(content: bytes, *, name: str) -> Kind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or _LOCKED.search(content):
        raise protected(name)
    if holds("Workbook") or holds("Book"):
        return "xls"
    if holds("WordDocument"):
        raise Unreadable(f"“{name}” is a Word document, not a table. {_HOW}")
    raise Unreadable(f"“{name}” is an Office file that holds no table. {_HOW}")
