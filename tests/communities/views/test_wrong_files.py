"""Files that are no member list, through the page on which people choose them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from mindlines.communities.models import MemberImport
from tests.analysis.samples import packed, repacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
SHEET = "xl/worksheets/sheet1.xml"


def book(*rows: list[object]) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def bomb() -> bytes:
    return repacked(book(["Name"], ["Bo Lee"]), {SHEET: b"<worksheet>" + b" " * 210_000_000})


def upload(client, content: bytes, *, name: str):
    address = reverse("communities:import", kwargs={"slug": "hips"})
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("name", "make_content", "said"),
    [
        ("empty.csv", lambda: b"", "empty"),
        ("picture.csv", lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        ("large.csv", lambda: b"Name;Mail\n" + b"Bo Lee;bo@example.org\n" * 2_400_000, "10"),
        ("bomb.xlsx", bomb, "unpack"),
        ("locked.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("letter.docx", lambda: packed({"word/document.xml": b"x"}), "Word"),
    ],
)
def test_a_wrong_file_is_refused_in_words_and_nothing_is_kept(as_ana, community, name, make_content, said):
    answer = upload(as_ana, make_content(), name=name)
    assert answer.status_code in (200, 413, 422)
    page = answer.content.decode()
    assert "There is a problem" in page
    assert said in page
    assert not MemberImport.objects.exists()


def test_a_formula_in_a_cell_stays_a_text(as_ana, community):
    upload(as_ana, b"Name;Mail;Note\nBo Lee;bo@example.org;=HYPERLINK(1)\n", name="list.csv")
    [kept] = MemberImport.objects.all()
    assert "=HYPERLINK(1)" in str(kept.table)
