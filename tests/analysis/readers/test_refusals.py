import contextlib
import time
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Unreadable, read_table, workbooks
from mindlines_analysis.readers.kinds import kind_of
from mindlines_analysis.readers.unpacking import check_packed
from tests.analysis.samples import ods, ods_row, packed, repacked, workbook, xls

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOOK = workbook(("A", [["Name", "Town"], ["Bo", "Ely"]]))
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b",,\n,,\n", "is empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"BM\x00\x00\x00", "picture"),
        (b"{\\rtf1 hello}", "text document"),
        (b"\x1f\x8b\x08abc", "packed file"),
        (b"<!DOCTYPE html><table>", "web page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"BEGIN:VCARD\nFN:Bo\nEND:VCARD\n", "contact cards"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar"),
        (b"Name,Town\nBo,\x00\x01\x02\n", "readable text"),
        (b"Name,Town\n\x01\x02\x03,Ely\n", "readable text"),
        ("Name,Town".encode("utf-16") + b"\x00", "damaged"),
        (b'Name,Town\nBo,"Ely\nChi,York\n', "never closed"),
        (b'Name,Town\nBo,Ely\nDee,"Ely\nChi,York\n', "after line 2"),
        (b"Name:Town\nBo:Ely\nChi:York\n", "cannot tell where the columns"),
        (b"Name  Town\nBo Lee  Ely\nChi  York\n", "cannot tell where the columns"),
        (b"Name,Town\nBo," + b"x" * 200_000 + b"\n", "far too long"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word"),
        (OLE + "Other".encode("utf-16-le"), "no table"),
        (OLE + "Workbook".encode("utf-16-le"), "damaged"),
        (packed({"word/document.xml": b"x"}), "Word"),
        (packed({"ppt/slides/slide1.xml": b"x"}), "slides"),
        (packed({"xl/workbook.bin": b"x"}), "xlsb"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"x"}), "text document"),
        (packed({"list.csv": b"Name,Town"}), "zip"),
        (b"PK\x05\x06" + b"\x00" * 18, "packed"),
        (b"PK\x03\x04 broken", "damaged"),
        (BOOK[:-200], "damaged"),
        (workbook(("A", [])), "nothing to read"),
        (repacked(BOOK, {SHEET: b"<worksheet><sheetData><row><c"}), "list"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read_table(content, name="list")


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_opened():
    content = b"a,b\n" * 12_500_000
    start = time.process_time()
    with pytest.raises(Unreadable, match="50 MB, and we take up to 10 MB"):
        read_table(content, name="list.csv")
    assert time.process_time() - start < 0.5


def test_too_many_rows_and_columns_are_refused():
    with pytest.raises(Unreadable, match="more than 20,000 rows"):
        read_table(b"a,b\n" * 20_020, name="list.csv")
    with pytest.raises(Unreadable, match="more than 200 columns"):
        read_table(b",".join([b"a"] * 201) + b"\n", name="list.csv")


def test_a_workbook_that_unpacks_to_too_much_is_refused_quickly():
    bomb = repacked(BOOK, {SHEET: b"<worksheet>" + b" " * 210_000_000})
    start = time.process_time()
    with pytest.raises(Unreadable, match="far more than a list can hold"):
        read_table(bomb, name="list.xlsx")
    assert len(bomb) < 1_000_000
    assert time.process_time() - start < 1


def test_a_workbook_that_lies_about_its_size_is_refused():
    true = repacked(BOOK, {SHEET: b"<worksheet>" + b" " * 30_000_000})
    lying = true.replace((30_000_011).to_bytes(4, "little"), (300).to_bytes(4, "little"))
    assert lying != true
    with pytest.raises(Unreadable, match="damaged"):
        read_table(lying, name="list.xlsx")


def test_a_workbook_of_thousands_of_parts_is_refused():
    with pytest.raises(Unreadable, match="far more than a list"):
        check_packed(packed({f"xl/{number}": b"" for number in range(5_001)}), name="list.xlsx")


def test_a_protected_part_is_told_as_a_password():
    target = bytearray(packed({"xl/workbook.xml": b"x"}))
    target[target.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="password"):
        check_packed(bytes(target), name="list.xlsx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_in_an_unusual_way_is_refused(method):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("xl/workbook.xml", "x" * 100)
    with pytest.raises(Unreadable, match="damaged"):
        read_table(target.getvalue(), name="list.xlsx")


@pytest.mark.parametrize("spoiled", [b"PK\x03\x04", b"PK\x01\x02"])
def test_a_workbook_whose_parts_cannot_be_found_is_refused(spoiled):
    content = bytearray(BOOK)
    content[content.rindex(spoiled)] ^= 0xFF
    with pytest.raises(Unreadable, match="damaged"):
        read_table(bytes(content), name="list.xlsx")


def test_a_workbook_whose_packing_is_broken_is_refused():
    content = packed({"xl/workbook.xml": bytes(range(256)) * 20})
    at = content.index(b"xl/workbook.xml") + 15
    with pytest.raises(Unreadable, match="damaged"):
        check_packed(content[:at] + b"\xff" * 20 + content[at + 20 :], name="list.xlsx")


def test_a_protected_open_document_is_told_as_a_password():
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
        'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    )
    content = repacked(ods(ods_row("Bo", "Ely")), {"META-INF/manifest.xml": manifest.encode()})
    with pytest.raises(Unreadable, match="password"):
        read_table(content, name="list.ods")


def test_a_protected_old_workbook_is_told_as_a_password():
    with pytest.raises(Unreadable, match="password"):
        read_table(xls([["Name", "Visits"], ["Bo", 3]], protected=True), name="list.xls")


def test_a_sheet_is_weighed_once_more_after_it_was_opened(monkeypatch):
    monkeypatch.setattr(workbooks, "MAX_CELLS", 3)
    with pytest.raises(Unreadable, match=r"“A” of “list\.xlsx” is far too large"):
        read_table(BOOK, name="list.xlsx")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_workbook_with_any_bytes_changed_is_read_or_refused_in_words(changes):
    content = bytearray(BOOK)
    for place, byte in changes:
        content[place] = byte
    with contextlib.suppress(Unreadable):
        read_table(bytes(content), name="list.xlsx")


def test_a_cell_in_the_last_corner_does_not_fill_the_machine():
    far = b'<c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        + far
        + b"</row></sheetData></worksheet>"
    )
    with pytest.raises(Unreadable, match="far more than a list"):
        read_table(repacked(BOOK, {SHEET: sheet}), name="list.xlsx")


def test_repeated_rows_of_an_open_document_do_not_fill_the_machine():
    with pytest.raises(Unreadable, match="far more than a list"):
        read_table(ods(ods_row("Bo", "Ely", repeated=900_000_000)), name="list.ods")


def test_blank_repeats_at_the_end_of_an_open_document_do_no_harm():
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    assert read_table(ods(ods_row("Name", "Town") + ods_row("Bo", "Ely") + blank), name="x.ods").rows


def test_a_name_that_begins_like_a_picture_is_still_text():
    assert kind_of(b"BMI,Name\n20,Bo\n", name="list.csv") == "text"
    assert kind_of(b"MZ,Name\n20,Bo\n", name="list.csv") == "text"
