"""Looking into a packed workbook before anything opens it, so that a small file cannot fill the machine."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from mindlines_analysis.readers.kinds import protected
from mindlines_analysis.readers.refusal import Unreadable

MAX_UNPACKED = 200_000_000
MAX_ENTRIES = 5_000
MAX_RATIO = 200
MAX_CELLS = 4_000_000

_SMALL = 20_000_000
_CHUNK = 1 << 20
_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^<>]*?\s)?r=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^<>]*(?<!/)>")
_ODS_TOKEN = re.compile(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)((?:\s[^<>]*)?/?)>")
_ODS_ROWS = re.compile(rb"number-rows-repeated=[\"'](\d{1,9})")
_ODS_COLUMNS = re.compile(rb"number-columns-repeated=[\"'](\d{1,9})")


def check_packed(content: bytes, *, name: str) -> None:
    """Refuse a packed workbook that would unpack to far more than a list of people ever needs.

    What the archive declares is added up first, then everything is really unpacked piece by piece and held to it, and
    the corners of each sheet are looked up, because one cell in the last corner makes a sheet of thousands of millions.

    Parameters
    ----------
    content
        The bytes of an XLSX or ODS file.
    name
        What the file is called, for the sentence of a refusal.

    Raises
    ------
    Unreadable
        The archive is too large unpacked, damaged, or protected.

    Examples
    --------
    >>> check_packed(b"PK\\x03\\x04", name="members.xlsx")
    Traceback (most recent call last):
    ...
    mindlines_analysis.readers.refusal.Unreadable: “members.xlsx” is damaged ... save it, and choose it again.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged(name) from error
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or _excessive(declared, len(content)):
        raise _too_much(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise protected(name)
    for entry in entries:
        _measure(content, entry, name=name)


def damaged(name: str) -> Unreadable:
    return Unreadable(
        f"“{name}” is damaged and cannot be opened. Open it in Excel or LibreOffice, save it, and choose it again."
    )


def _excessive(unpacked: int, packed: int) -> bool:
    return unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > MAX_RATIO * packed)


def _too_much(name: str) -> Unreadable:
    return Unreadable(
        f"“{name}” unpacks to far more than a list can hold, so we did not open it. "
        "Copy only the list into a new workbook and choose that."
    )


def _measure(content: bytes, entry: ZipInfo, *, name: str) -> None:
    """Unpack a part without keeping it: it must not hold more than it declares, nor a sheet more cells than a list."""
    sheet = re.fullmatch(r"xl/worksheets/[^/]*\.xml", entry.filename.lstrip("/")) is not None
    corners = _Corners() if sheet else _Repeats() if entry.filename == "content.xml" else None
    total, rest = 0, b""
    for piece in _pieces(content, entry, name=name):
        total += len(piece)
        if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in piece:
            raise protected(name)
        if total > entry.file_size:
            raise damaged(name)
        if corners:
            whole, mark, tail = (rest + piece).rpartition(b"<")
            rest = mark + tail
            corners.read(whole)
            if corners.cells > MAX_CELLS:
                raise _too_much(name)


def _pieces(content: bytes, entry: ZipInfo, *, name: str) -> Iterator[bytes]:
    start = entry.header_offset
    if content[start : start + 4] != b"PK\x03\x04":
        raise damaged(name)
    lengths = content[start + 26 : start + 30]
    start += 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    packed = memoryview(content)[start : start + entry.compress_size]
    if entry.compress_type == ZIP_STORED:
        yield from (bytes(packed[at : at + _CHUNK]) for at in range(0, len(packed), _CHUNK))
    elif entry.compress_type == ZIP_DEFLATED:
        yield from _inflated(packed, name=name)
    else:
        raise damaged(name)


def _inflated(packed: memoryview, *, name: str) -> Iterator[bytes]:
    opener = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = packed
    while waiting and not opener.eof:
        try:
            piece = opener.decompress(waiting, _CHUNK)
        except zlib.error as error:
            raise damaged(name) from error
        yield piece
        waiting = opener.unconsumed_tail


class _Corners:
    """How many cells lie between the first and the last filled cell of an Excel sheet."""

    def __init__(self) -> None:
        self._rows = (10**9, 0)
        self._columns = (10**9, 0)

    @property
    def cells(self) -> int:
        return max(0, self._rows[1] - self._rows[0] + 1) * max(0, self._columns[1] - self._columns[0] + 1)

    def read(self, xml: bytes) -> None:
        found = _CELL.findall(xml)
        if not found:
            return
        rows = [int(row) for _, row in found]
        columns = [_column_number(letters) for letters in {letters for letters, _ in found}]
        self._rows = min(self._rows[0], *rows), max(self._rows[1], *rows)
        self._columns = min(self._columns[0], *columns), max(self._columns[1], *columns)


class _Repeats:
    """How many cells the repeated rows and columns of an ODS sheet stand for, up to the last filled one."""

    def __init__(self) -> None:
        self.cells = 0
        self._start_table()

    def _start_table(self) -> None:
        self._rows = self._width = 0
        self._start_row(1)

    def _start_row(self, repeated: int) -> None:
        self._repeated, self._columns, self._filled = repeated, 0, 0

    def read(self, xml: bytes) -> None:
        for token in _ODS_TOKEN.finditer(xml):
            closing, what, attributes = token[1], token[2], token[3]
            if what == b"table":
                self._start_table()
            elif what == b"table-row" and not closing:
                self._start_row(_number(_ODS_ROWS, attributes))
            if what == b"table-row" and (closing or attributes.endswith(b"/")):
                self._rows += self._repeated
                self._width = max(self._width, self._filled)
                if self._filled:
                    self.cells = max(self.cells, self._rows * self._width)
            elif what.endswith(b"cell") and not closing:
                self._columns += _number(_ODS_COLUMNS, attributes)
                if not attributes.endswith(b"/") or b"value=" in attributes:
                    self._filled = self._columns


def _number(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
