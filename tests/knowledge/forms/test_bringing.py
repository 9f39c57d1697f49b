"""What the forms take, and what they refuse in words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import override_settings

from mindlines.communities.models import Priority
from mindlines.knowledge.forms import making
from mindlines.knowledge.forms.files import FileForm, OneFileForm
from mindlines.knowledge.forms.items import LinkForm, NoteForm
from mindlines.knowledge.forms.lists import FilterForm
from mindlines.knowledge.forms.tables import TableForm
from mindlines.knowledge.models import ItemFile
from mindlines.knowledge.queries.items import Wanted, offered
from tests import make, make_knowledge

NOTE = {"title": "How it works", "words": "Ring first.", "kind": "local"}
TABLE = {"title": "Who came", "chart": "bars", "kind": "audit"}
FILE = {"title": "Leaflet", "kind": "lived"}


def errors(form) -> str:
    form.is_valid()
    return " ".join(str(error) for found in form.errors.values() for error in found)


def named(name: str, content: bytes = b"%PDF-1.4") -> dict:
    return {"file": SimpleUploadedFile(name, content)}


class TestNumbersOfPatients:
    def test_whoever_typed_one_is_asked_to_look(self):
        form = NoteForm(NOTE | {"words": "Ring 943 476 5919 first."})
        assert "looks like an NHS number: 943 476 5919" in errors(form)
        assert "I looked" in form.as_p()

    def test_whoever_looked_goes_on(self):
        assert errors(NoteForm(NOTE | {"words": "Ring 943 476 5919 first.", "looked": "on"})) == ""

    def test_cells_and_text_files_are_looked_through_too(self, community):
        assert "NHS number" in errors(TableForm(TABLE | {"cells": "Who,What\n943 476 5919,1"}))
        assert "NHS number" in errors(FileForm(FILE, named("a.txt", b"of 9434765919"), community=community))
        assert "NHS number" in errors(OneFileForm({}, named("a.csv", "9434765919;x".encode("utf-16"))))


class TestTables:
    @pytest.mark.parametrize("cells", ["Month\tPeople\nMay\t12", "Month,People\nMay,12", "Month;People\nMay;12"])
    def test_pasted_and_typed_cells_are_read(self, cells):
        form = TableForm(TABLE | {"cells": cells})
        assert form.is_valid()
        assert (form.new().table.columns, form.new().table.rows) == (["Month", "People"], [["May", "12"]])

    def test_a_file_is_read(self):
        form = TableForm(TABLE, named("a.csv", b"Month,People\nMay,12\n"))
        assert form.is_valid() and form.new().table.rows == [["May", "12"]]

    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ("", "Paste the numbers"),
            ("Month,People", "no numbers below"),
            ("Month\nMay", "one column"),
            ("a,b\n" + "1,2\n" * 501, "more than 500 rows"),
        ],
    )
    def test_what_is_no_table_is_said(self, cells, words):
        assert words in errors(TableForm(TABLE | {"cells": cells}))

    def test_what_cannot_be_read_is_said(self):
        assert errors(TableForm(TABLE, named("a.xlsx", b"PK\x03\x04 junk")))

    @override_settings(MINDLINES_UPLOAD_LIMIT=5)
    def test_a_huge_file_is_refused_in_words(self):
        assert "far too large for a table" in errors(TableForm(TABLE, named("a.csv", b"Month,People")))


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("review.pdf", b"%PDF-1.7"),
            ("a.docx", b"PK\x03\x04"),
            ("a.PNG", b"\x89PNG\r\n\x1a\n"),
            ("a.txt", b"words"),
            ("a.txt", "words".encode("utf-16")),
            ("a.mp3", b"ID3"),
            ("b.mp3", b"\xff\xfb\x90"),
        ],
    )
    def test_usual_kinds_are_taken(self, community, name, content):
        form = FileForm(FILE, named(name, content), community=community)
        assert errors(form) == "" and form.new().file.name == name

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("a.html", b"<script>", "We take PDF"),
            ("a.svg", b"<svg>", "We take PDF"),
            ("a.exe", b"MZ", "We take PDF"),
            ("noname", b"x", "We take PDF"),
            ("a.pdf", b"<script>", "says PDF"),
            ("a.txt", b"\0\1", "says TXT"),
            ("a.mp3", b"x", "says MP3"),
            ("a.pdf", b"", "empty"),
        ],
    )
    def test_what_it_says_it_is_it_must_be(self, community, name, content, words):
        assert words in errors(FileForm(FILE, named(name, content), community=community))

    @override_settings(MINDLINES_UPLOAD_LIMIT=5)
    def test_a_huge_one_gets_a_clear_sentence(self, community):
        assert "larger than 5" in errors(FileForm(FILE, named("a.pdf"), community=community))

    def test_it_has_to_be_chosen(self, community):
        assert "Choose a file" in errors(FileForm(FILE, community=community))
        assert "Choose a file" in errors(OneFileForm({}))

    def test_a_file_that_is_there_already_is_noticed(self, community, bos):
        form = FileForm(FILE, named("a.pdf"), community=community)
        form.is_valid()
        item = make_knowledge.item(community, "The review", by=bos)
        ItemFile.objects.create(item=item, file="x", name="x", media_type="x", size=1, sha256=form.new().file.sha256)
        again = FileForm(FILE, named("b.pdf"), community=community)
        assert "under “The review”" in errors(again) and "Bring it in once more" in again.as_p()
        assert errors(FileForm(FILE | {"again": "on"}, named("b.pdf"), community=community)) == ""

    def test_its_name_is_kept_plain(self, community):
        form = FileForm(FILE, named("a\n" + "x" * 300 + ".pdf"), community=community)
        form.is_valid()
        kept = form.new().file.name
        assert len(kept) <= 200 and kept.endswith(".pdf") and "\n" not in kept


class TestOthers:
    @pytest.mark.parametrize("year", ["12", "20200", "two", "2999"])
    def test_a_year_is_a_year(self, year):
        assert "year" in errors(NoteForm(NOTE | {"year": year}))

    def test_a_link_is_an_address(self):
        assert "no address" in errors(LinkForm({"title": "x", "kind": "local", "link": "javascript:alert(1)"}))
        assert LinkForm({"title": "x", "kind": "local", "link": "example.org/a"}).is_valid()

    def test_another_name_is_asked_for(self, bos):
        form = making.new("story", viewer=bos, data={"naming": "other", "title": "x", "words": "y"})
        assert "Write the name" in errors(form)

    @pytest.mark.parametrize(
        ("who", "words"), [("Nobody", "No member has this name"), ("Bo Berg", ""), ("", "Write the name")]
    )
    def test_who_told_it_is_a_member(self, anas, bos, who, words):
        form = making.written_down(anas, data={"who": who, "naming": "named", "title": "x", "words": "y"})
        assert words in errors(form)

    def test_there_is_no_form_for_what_nobody_knows(self, bos):
        with pytest.raises(Http404):
            making.new("poem", viewer=bos)

    def test_a_priority_is_offered_also_when_it_is_closed_by_now(self, community, bos):
        assert "priority" not in making.new("note", viewer=bos).fields
        closed = Priority.objects.create(community=community, title="Falls", state="stopped")
        item = make_knowledge.item(community, by=bos, priority=closed)
        item.viewer = bos
        form = making.change(item, data={"title": "x", "words": "y", "kind": "local", "priority": closed.pk})
        assert form.is_valid() and form.changed().priority == closed

    def test_each_form_is_changed_in_its_own_way(self, community, bos):
        for form, field in (("link", "link"), ("citation", "words"), ("file", "words"), ("note", "words")):
            item = make_knowledge.item(community, by=bos, form=form, link="https://example.org/")
            item.viewer = bos
            assert field in making.change(item).fields
        told = make_knowledge.story(community, teller=bos)
        told.viewer = bos
        assert "naming" in making.change(told).fields and "kind" not in making.change(told).fields
        told.form = "note"
        assert "kind" in making.change(told).fields

    def test_several_members_of_one_name_tell_it_themselves(self, community, anas, bos):
        make.membership(community, make.person("Bo Berg"))
        form = making.written_down(anas, data={"who": "Bo Berg", "naming": "named", "title": "x", "words": "y"})
        assert "Several members" in errors(form)

    def test_what_makes_no_sense_in_a_list_is_passed_over(self, community, bos):
        form = FilterForm(
            {"kind": "x", "group": "0", "year": "abc", "q": " hall ", "order": "x"}, offered=offered(community)
        )
        assert form.wanted() == Wanted(words="hall") and not form.is_narrowed()
        assert FilterForm({"order": "title"}, offered=offered(community)).is_narrowed()
