"""What the pages of references show, and taking a file in from end to end."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mindlines.knowledge.choices import Form
from mindlines.knowledge.models import CitationImport, Item
from tests import make_knowledge
from tests.conftest import signed_in

RIS = """TY  - JOUR
TI  - Exercise for people with painful hips
AU  - Smith, Ann
PY  - 2019
DO  - 10.1000/1
JF  - BMJ
ER  -
TY  - JOUR
TI  - Mats on the floor, and how to get up again
AU  - Lee, Bo
PY  - 10 15
ER  -
TY  - JOUR
AU  - Nobody, N.
ER  -
"""


def words_of(response) -> str:
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(words.replace("&#x27;", "'").split())


def upload(client, text: str = RIS, name: str = "review.ris"):
    body = {"file": SimpleUploadedFile(name, text.encode()), "kind": "research"}
    return client.post(reverse("knowledge:import", kwargs={"slug": "hips"}), body, follow=True)


def send(client, name: str, body: dict | None = None, **keys):
    keys = {"slug": "hips", **keys}
    return client.post(reverse(f"knowledge:{name}", kwargs=keys), body or {}, follow=True)


def digest(response) -> str:
    return re.search(r'name="seen" value="(\w+)"', response.content.decode())[1]


def references(client, **query) -> str:
    return words_of(client.get(reverse("knowledge:references", kwargs={"slug": "hips"}), query))


def test_a_file_is_looked_at_and_then_comes_in(as_bo, community):
    shown = upload(as_bo)
    words = words_of(shown)
    assert "2 references will be added." in words and "1 record cannot be read." in words
    assert "Its year, “10 15”, is odd. It was kept as it is written." in words
    assert Item.objects.count() == 0
    done = send(as_bo, "import_confirm", {"seen": digest(shown)}, pk=CitationImport.objects.get().pk)
    assert "2 references are here now" in words_of(done)
    assert "Line 13: it has no title." in words_of(done) and "TY - JOUR AU - Nobody, N." in words_of(done)
    assert "Smith, A. (2019) ‘Exercise for people with painful hips’, BMJ ." in references(as_bo)


def test_whoever_brings_the_same_again_is_asked(as_bo, community):
    first = upload(as_bo)
    send(as_bo, "import_confirm", {"seen": digest(first)}, pk=CitationImport.objects.get().pk)
    again = upload(as_bo)
    words = words_of(again)
    key = CitationImport.objects.get(confirmed_at=None).pk
    assert "1 record needs you before you can go on." in words and "same title, year and first author" in words
    assert "Here already" in words and 'name="seen"' not in again.content.decode()
    decided = send(as_bo, "import_decide", {"row-1": "out", "show": "open", "page": "1"}, pk=key)
    assert decided.redirect_chain[-1][0].endswith("?show=open&page=1")
    assert "There is nothing to add." in words_of(decided)


def test_all_that_wait_can_be_decided_at_once(as_bo, community):
    twice = RIS + RIS.replace("DO  - 10.1000/1\n", "")
    shown = upload(as_bo, twice + RIS.replace("DO  - 10.1000/1\n", ""))
    key = CitationImport.objects.get().pk
    assert "For all that still need you" in words_of(shown)
    assert "All are others: add them" in words_of(shown)
    after = send(as_bo, "import_decide", {"all": "add"}, pk=key)
    assert "6 references will be added." in words_of(after)


def test_refused_records_and_single_ones_have_their_page(as_bo, community):
    upload(as_bo)
    key = CitationImport.objects.get().pk
    address = reverse("knowledge:import_preview", kwargs={"slug": "hips", "pk": key})
    assert "TY - JOUR AU - Nobody, N." in words_of(as_bo.get(address, {"show": "refused"}))
    left = send(as_bo, "import_decide", {"row-0": "out", "show": "all", "page": "x"}, pk=key)
    assert "1 is left out." in words_of(left) and "Put back" in words_of(left)
    assert "Records" in words_of(as_bo.get(address, {"show": "odd"}))


def test_a_long_list_has_pages(as_bo, community):
    upload(as_bo, "".join(f"TY  - BOOK\nTI  - Book {place:03}\nER  -\n" for place in range(60)))
    address = reverse("knowledge:import_preview", kwargs={"slug": "hips", "pk": CitationImport.objects.get().pk})
    first, second = words_of(as_bo.get(address)), words_of(as_bo.get(address, {"page": "2"}))
    assert "Book 049" in first and "Book 050" not in first and "Book 059" in second


def test_an_unfinished_list_is_found_again_and_can_be_dropped(as_bo, community):
    upload(as_bo)
    assert "review.ris" in words_of(as_bo.get(reverse("knowledge:import", kwargs={"slug": "hips"})))
    dropped = send(as_bo, "import_drop", pk=CitationImport.objects.get().pk)
    assert "Nothing was written." in words_of(dropped) and CitationImport.objects.count() == 0


def test_each_step_leads_on_to_the_right_one(as_bo, community):
    shown = upload(as_bo)
    key = CitationImport.objects.get().pk
    steps = {
        name: reverse(f"knowledge:import_{name}", kwargs={"slug": "hips", "pk": key}) for name in ("done", "preview")
    }
    assert as_bo.get(steps["done"]).url == steps["preview"]
    assert as_bo.post(reverse("knowledge:import_confirm", kwargs={"slug": "hips", "pk": key})).url == steps["preview"]
    send(as_bo, "import_confirm", {"seen": digest(shown)}, pk=key)
    assert as_bo.get(steps["preview"]).url == steps["done"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("leaflet.pdf", "%PDF-1.7", "is a PDF document, not a file of citations"),
        ("empty.ris", "", "This file is empty"),
        ("letter.txt", "Dear all", "is not a file of citations that we know"),
    ],
)
def test_what_is_no_list_is_refused_in_words(as_bo, community, name, content, words):
    assert words in words_of(upload(as_bo, content, name)) and CitationImport.objects.count() == 0


def test_a_file_that_is_too_large_is_refused_before_it_is_read(as_bo, community, settings):
    settings.MINDLINES_UPLOAD_LIMIT = 1024 * 1024
    assert "This file is larger than 1 MB." in words_of(upload(as_bo, "TY  - BOOK\n" * 120_000))


def test_a_kind_must_be_chosen(as_bo, community):
    body = {"file": SimpleUploadedFile("a.ris", RIS.encode())}
    assert "Choose what kind of knowledge it is." in words_of(send(as_bo, "import", body))


def test_the_list_teaches_when_it_is_empty(as_bo, community):
    assert "No references yet" in references(as_bo)


def test_three_references_cost_as_many_queries_as_one(as_bo, community, bos, django_assert_num_queries):
    for title in ("Hips", "Knees", "Backs"):
        if Item.objects.count():
            references(as_bo)
        make_knowledge.item(community, title, by=bos, form=Form.CITATION)
    make_knowledge.item(community, "A note", by=bos)
    address = reverse("knowledge:references", kwargs={"slug": "hips"})
    with django_assert_num_queries(5):
        as_bo.get(address)
    Item.objects.exclude(title="Hips").delete()
    with django_assert_num_queries(5):
        as_bo.get(address)


class TestOne:
    def paste(self, client, text: str):
        return send(client, "new_citation", {"paste": text, "read": "yes"})

    def test_what_is_pasted_fills_the_fields(self, as_bo, community):
        shown = self.paste(
            as_bo, "@book{a, title = {Getting up}, author = {Lee, Bo and NICE}, year = 2019, doi = {10.1000/7}}"
        )
        page = shown.content.decode()
        assert 'value="Getting up"' in page and "Lee, Bo\nNICE" in page and 'value="10.1000/7"' in page
        assert 'value="2019"' in page and Item.objects.count() == 0

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("https://doi.org/10.1000/ABC", "10.1000/abc"),
            ("doi: 10.1000/abc", "10.1000/abc"),
            ("PMID: 31421429", "31421429"),
            ("https://pubmed.ncbi.nlm.nih.gov/31421429/", "31421429"),
        ],
    )
    def test_a_number_alone_is_a_beginning(self, as_bo, community, text, value):
        assert f'value="{value}"' in self.paste(as_bo, text).content.decode()

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Dear all", "We cannot read this as a reference."),
            (RIS, "These are 3 references."),
            ("TY  - JOUR\nAU  - Lee, B.\nER  -", "taken for no reference: it has no title."),
            ("", "Paste a reference, or type it below."),
            ("x" * 200_001, "This is too long to paste."),
        ],
        ids=["a letter", "three", "no title", "nothing", "too much"],
    )
    def test_what_cannot_be_read_is_said(self, as_bo, community, text, words):
        assert words in words_of(self.paste(as_bo, text))

    def typed(self, **more) -> dict:
        return {
            "title": "Getting up",
            "type": "book",
            "kind": "research",
            "key": "k",
            "authors": "Lee, Bo\nNICE",
            **more,
        }

    def test_what_is_typed_is_kept(self, as_bo, community):
        body = self.typed(year="2019", doi="https://doi.org/10.1000/7", pages="1--9", words="Words.", address="x.org/a")
        shown = send(as_bo, "new_citation", body)
        kept = Item.objects.select_related("citation").get()
        assert (kept.form, kept.year, kept.words, kept.citation.doi) == ("citation", 2019, "Words.", "10.1000/7")
        assert kept.citation.csl["author"] == [{"family": "Lee", "given": "Bo"}, {"literal": "NICE"}]
        assert (kept.citation.csl["page"], kept.citation.csl["URL"]) == ("1-9", "https://x.org/a")
        assert "Lee, B. and NICE (2019) Getting up" in words_of(shown)
        send(as_bo, "new_citation", body | {"anyway": "on"})
        assert Item.objects.count() == 1

    @pytest.mark.parametrize(
        ("field", "value", "words"),
        [
            ("title", "", "Give it a title."),
            ("doi", "ten", "This is no DOI."),
            ("pubmed_id", "L39097156", "A PubMed number has only figures."),
            ("year", "3000", "This year is still to come."),
            ("address", "no address", "This is no address of a page."),
        ],
    )
    def test_what_is_wrong_is_said_in_words(self, as_bo, community, field, value, words):
        assert words in words_of(send(as_bo, "new_citation", self.typed(**{field: value})))

    def test_one_like_ours_is_added_only_when_somebody_says_so(self, as_bo, community):
        send(as_bo, "new_citation", self.typed(doi="10.1000/7"))
        again = send(as_bo, "new_citation", self.typed(doi="10.1000/7", key="other"))
        assert "It looks like one that we have" in words_of(again) and "add it all the same" in words_of(again)
        send(as_bo, "new_citation", self.typed(doi="10.1000/7", key="other", anyway="on"))
        assert Item.objects.count() == 2

    def test_it_can_be_changed(self, as_bo, community, bos):
        send(as_bo, "new_citation", self.typed(year="2019"))
        made = Item.objects.get()
        made.citation.csl |= {"keyword": "mats", "issued": {"date-parts": [[2019, 5]]}}
        made.citation.save()
        address = reverse("knowledge:change_citation", kwargs={"pk": made.pk})
        assert "Lee, Bo\nNICE" in as_bo.get(address).content.decode()
        as_bo.post(address, self.typed(title="Getting up again", year="2019", authors="Lee, Bo"))
        made = Item.objects.select_related("citation").get()
        assert (made.title, made.version, made.citation.csl["keyword"]) == ("Getting up again", 2, "mats")
        assert made.citation.csl["issued"] == {"date-parts": [[2019, 5]]}
        as_bo.post(address, self.typed(title="Getting up again", authors="Lee, Bo", priority=""))
        assert "issued" not in Item.objects.select_related("citation").get().citation.csl

    def test_what_is_no_citation_has_none_to_change(self, as_bo, community, bos):
        note = make_knowledge.item(community, "A note", by=bos)
        assert as_bo.get(reverse("knowledge:change_citation", kwargs={"pk": note.pk})).status_code == 404
        assert "reference program" not in words_of(as_bo.get(note.get_absolute_url()))


class TestTakingAlong:
    def file(self, client, form: str, **query):
        return client.get(reverse("knowledge:citations", kwargs={"slug": "hips", "form": form}), query)

    def test_all_or_chosen_ones_go_out(self, as_bo, community, bos):
        first, _second = (
            make_knowledge.item(community, title, by=bos, form=Form.CITATION) for title in ("Hips", "Knees")
        )
        everything = self.file(as_bo, "ris")
        assert everything.content.decode().count("TY  - JOUR") == 2
        assert re.search(r'filename="hips-references-[\d-]+\.ris"', everything.headers["Content-Disposition"])
        chosen = json.loads(self.file(as_bo, "csl", item=[first.pk, "x"]).content)
        assert [record["title"] for record in chosen] == ["Hips"]

    def test_abstracts_go_along_and_what_was_withdrawn_does_not(self, as_bo, community, bos):
        made = make_knowledge.item(community, "Hips", by=bos, form=Form.CITATION, words="Exercise helps.")
        assert json.loads(self.file(as_bo, "csl").content)[0]["abstract"] == "Exercise helps."
        as_bo.post(reverse("knowledge:withdraw", kwargs={"pk": made.pk}))
        assert self.file(as_bo, "csl").content == b"[]"

    def test_it_can_be_brought_in_again(self, as_bo, community, bos, ana):
        make_knowledge.item(community, "Hips in the community hall", by=bos, form=Form.CITATION)
        text = self.file(as_bo, "ris").content.decode()
        assert "1 reference" in references(signed_in(ana)) and "which we have" in words_of(upload(as_bo, text))


def test_a_list_that_was_a_mistake_is_taken_back_as_a_whole(as_bo, community):
    shown = upload(as_bo)
    key = CitationImport.objects.get().pk
    done = send(as_bo, "import_confirm", {"seen": digest(shown)}, pk=key)
    address = reverse("knowledge:import_take_back", kwargs={"slug": "hips", "pk": key})
    assert address in done.content.decode()
    assert "Take back the list “review.ris”?" in words_of(as_bo.get(address))
    make_knowledge.statement(Item.objects.order_by("pk").first())
    words = words_of(as_bo.post(address, follow=True))
    assert "1 reference is gone." in words
    assert "These stayed, because somebody has worked with them Exercise for people with painful hips" in words
    upload_page = words_of(as_bo.get(reverse("knowledge:import", kwargs={"slug": "hips"})))
    assert "Lists you brought in this week review.ris" in upload_page
