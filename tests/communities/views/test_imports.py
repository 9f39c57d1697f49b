import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mindlines.communities.models import MemberImport
from tests import make
from tests.conftest import signed_in


def url(name: str, **keys: object) -> str:
    return reverse(f"communities:{name}", kwargs={"slug": "hips", **keys})


def words(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def upload(client, content: bytes, name: str = "list.csv"):
    return client.post(url("import"), {"file": SimpleUploadedFile(name, content)}, follow=True)


@pytest.fixture
def begun(as_ana, community) -> MemberImport:
    text = b"Name;Mail;Group\nFay Field;fay@example.org;Patients\nAnn and Bob Smith;s@example.org;GPs\nB. Berg;;GPs\n"
    upload(as_ana, text)
    return MemberImport.objects.get()


def groups_said(begun: MemberImport, **more: str) -> dict[str, str]:
    lay, clinical = (begun.community.constituencies.get(name=name).pk for name in ("Lay members", "Clinicians"))
    return {"word-0": str(clinical), "word-1": str(lay), "standing": "active", **more}


def test_the_steps_from_the_file_to_the_people(as_ana, begun, bos, community):
    columns = {"name": "Name", "email": "Mail", "constituency": "Group"}
    page = as_ana.post(url("import_columns", pk=begun.pk), columns, follow=True)
    assert "“Patients” in the list (1) means" in words(page).replace("&#x27;", "'")
    page = words(as_ana.post(url("import_groups", pk=begun.pk), groups_said(begun), follow=True))
    assert "2 rows need you before you can go on" in page
    assert "looks like more than one person" in page
    row = {"name": "Ann Smith", "email": "s@example.org", "organisation": ""}
    as_ana.post(url("import_row", pk=begun.pk, line=3), row)
    as_ana.post(url("import_decide", pk=begun.pk), {"row-4": "same"})
    page = as_ana.get(url("import_preview", pk=begun.pk))
    assert "2 people will be added" in words(page)
    seen = re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]
    page = as_ana.post(url("import_confirm", pk=begun.pk), {"seen": seen}, follow=True)
    assert "2 people are on your list now" in words(page)
    assert community.memberships.count() == 4
    for step in ("import_columns", "import_groups", "import_preview"):
        assert as_ana.get(url(step, pk=begun.pk)).url == url("import_done", pk=begun.pk)
    page = as_ana.post(url("import_take_back", pk=begun.pk), follow=True)
    assert "off the list again" in words(page)
    assert "The list is taken back" in words(as_ana.get(url("import_done", pk=begun.pk)))


def test_all_that_look_like_somebody_are_decided_at_once(as_ana, begun, bos):
    as_ana.post(url("import_columns", pk=begun.pk), {"name": "Name"})
    as_ana.post(url("import_groups", pk=begun.pk), {"default": str(bos.constituency_id), "standing": "invited"})
    as_ana.post(url("import_decide", pk=begun.pk), {"all": "new"})
    as_ana.post(url("import_row", pk=begun.pk, line=3), {"leave_out": "yes"})
    page = words(as_ana.get(url("import_preview", pk=begun.pk)))
    assert "1 row is left out" in page
    as_ana.post(url("import_row", pk=begun.pk, line=3), {"put_back": "yes"})
    assert "1 row needs you" in words(as_ana.get(url("import_preview", pk=begun.pk), {"show": "all"}))


def test_a_list_that_changed_is_refused_in_words(as_ana, begun, bos):
    as_ana.post(url("import_columns", pk=begun.pk), {"name": "Name"})
    as_ana.post(url("import_groups", pk=begun.pk), {"default": str(bos.constituency_id), "standing": "invited"})
    page = as_ana.post(url("import_confirm", pk=begun.pk), {"seen": "long ago"})
    assert page.status_code == 409
    assert "has changed since you looked" in words(page)


def test_columns_are_chosen_once_and_names_are_needed(as_ana, begun):
    page = words(as_ana.post(url("import_columns", pk=begun.pk), {"email": "Mail", "phone": "Mail"}))
    assert "Choose the column with the names" in page
    page = words(as_ana.post(url("import_columns", pk=begun.pk), {"name": "Name", "phone": "Mail", "email": "Mail"}))
    assert "This column is chosen twice" in page


def test_a_column_with_a_different_word_in_each_row_names_no_groups(as_ana, community):
    rows = "\n".join(f"Fay F{number};word {number}" for number in range(70))
    upload(as_ana, f"Name;Group\n{rows}\n".encode())
    pk = MemberImport.objects.get().pk
    assert "It is probably another column" in words(as_ana.get(url("import_groups", pk=pk)))


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "list.csv", "This file is empty"),
        (b"Name;Mail\n", "list.csv", "no people below them"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "list.csv", "is a picture, not a table"),
        (b"PK\x03\x04 nonsense", "list.xlsx", "is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(as_ana, community, content, name, said):
    assert said in words(upload(as_ana, content, name))
    assert not MemberImport.objects.exists()


def test_a_file_that_is_too_large_is_not_even_opened(as_ana, community, settings):
    settings.MINDLINES_UPLOAD_LIMIT = 1024 * 1024
    assert "larger than 1 MB" in words(upload(as_ana, b"Name\n" + b"Fay Field\n" * 200_000))


def test_a_list_is_for_whoever_brought_it(begun, community, bos):

    make.role(bos)
    assert signed_in(bos.person).get(url("import_columns", pk=begun.pk)).status_code == 404


def test_an_unfinished_list_is_found_again_and_can_be_forgotten(as_ana, begun):
    assert "list.csv" in words(as_ana.get(url("import")))
    assert "Nothing was written" in words(as_ana.post(url("import_drop", pk=begun.pk), follow=True))
    assert not MemberImport.objects.exists()
