import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Unreadable
from mindlines_analysis.readers.citations import CitationFile, read_citations
from mindlines_analysis.readers.citations.cleaning import clean_date, clean_language, clean_pubmed, doi_in
from mindlines_analysis.readers.citations.found import MAX_BYTES
from mindlines_analysis.readers.citations.people import person
from tests.analysis.citation_samples import (
    ASREVIEW_CSV,
    BIBTEX,
    EMBASE,
    EMBASE_CSV,
    ENL,
    IEEE,
    JSTOR,
    NBIB,
    PROQUEST,
    PUBMED_CSV,
    SCOPUS,
    ZOTERO,
)
from tests.analysis.samples import workbook


def read(text: str | bytes, name: str = "list") -> CitationFile:
    return read_citations(text if isinstance(text, bytes) else text.encode(), name=name)


def only(text: str):
    found = read(text)
    assert (len(found.records), found.refused) == (1, ())
    return found.records[0]


def test_embase_is_read_with_names_without_commas_and_a_doi_in_an_address():
    record = only(EMBASE)
    assert record.csl["author"] == [{"family": "Liu", "given": "R."}, {"family": "Adler", "given": "D.G."}]
    assert (record.doi, record.pubmed_id) == ("10.4103/2303-9027.138783", "15368318")
    assert (record.csl["page"], record.csl["ISSN"], record.csl["language"]) == ("152-160", "2226-7190", "en")
    assert (record.csl["container-title"], record.csl["container-title-short"]) == ("Knees Today", "Knees Tod.")
    assert (record.abstract, record.year) == ("Some could; p < 0.05.", 2014)


def test_zotero_is_read_without_its_mark_up():
    record = only(ZOTERO)
    assert record.title == "Exercise at home versus in a class"
    assert record.csl["author"][1] == {"literal": "World Health Organization"}
    assert record.csl["issued"] == {"date-parts": [[2019, 8]]}
    assert (record.doi, record.csl["note"]) == ("10.1097/md.0000000000016881", "Read this first")


def test_a_thesis_of_proquest_has_its_school():
    record = only(PROQUEST)
    assert record.csl["author"] == [{"family": "Smith", "given": "John", "suffix": "Jr."}]
    assert (record.csl["type"], record.csl["genre"]) == ("thesis", "Ph.D.")
    assert (record.csl["publisher"], record.csl["number-of-pages"]) == ("University of the Moorlands", "150")
    assert "container-title" not in record.csl and "note" not in record.csl


def test_ieee_is_read_with_initials_first_and_empty_fields():
    record = only(IEEE)
    assert record.csl["author"][1] == {"family": "Author-Two", "given": "B. C."}
    assert record.csl["issued"] == {"date-parts": [[2020, 8]]}
    assert record.csl["volume"] == "12" and "issue" not in record.csl


def test_lines_around_the_records_of_jstor_are_named():
    found = read(JSTOR.replace("\n", "\r\n"))
    assert found.notes == (
        "3 lines stand outside of the records and were left out: “Provider: JSTOR http://www.jstor.org” on line 1, and others.",
    )
    assert found.records[0].csl["editor"] == [{"family": "Editor", "given": "Davide"}]
    assert found.records[0].csl["accessed"] == {"date-parts": [[2023, 4, 17]]}
    assert read("hello\n" + EMBASE).notes == ("Line 1 stands outside of the records and was left out: “hello”.",)


def test_scopus_goes_on_over_several_lines_and_keeps_numbers_in_odd_places():
    record = only(SCOPUS)
    assert (record.doi, record.pubmed_id) == ("10.1016/j.mehy.2019.109324", "31421429")
    assert record.csl["page"] == "109324" and "note" not in record.csl


def test_a_mark_at_the_start_loses_no_record():
    assert len(read(b"\xef\xbb\xbf" + EMBASE.encode()).records) == 1
    assert len(read((EMBASE + ZOTERO).encode("utf-16")).records) == 2


def test_records_without_type_or_end_are_read_with_a_note():
    found = read(
        "TI  - No type\nPY  - 10 15\nER  -\nTY  - FOO\nTI  - No end\n\nTY  - JOUR\nAU  - Smith, A.\nDO  - 10.1000/1"
    )
    assert [record.notes for record in found.records] == [
        ("It does not say what kind of work it is.", "Its year, “10 15”, is odd. It was kept as it is written."),
        ("Its kind, “FOO”, is not one we know.", "Its end (ER) is missing."),
    ]
    assert found.records[0].year is None
    assert [(no.line, no.begins, no.reason) for no in found.refused] == [
        (7, "TY - JOUR AU - Smith, A. DO - 10.1000/1", "it has no title. Its DOI is 10.1000/1.")
    ]


def test_a_book_may_have_its_title_in_another_place():
    assert only("TY  - BOOK\nBT  - The book\nER  - \n").title == "The book"
    assert only("TY  - JOUR\nST  - Short\nER  - \n").title == "Short"
    assert len(read("TY - JOUR\nTI - Narrow\nER -\n").records) == 1


def test_bibtex_is_read_entry_by_entry():
    found = read(BIBTEX)
    first = found.records[0]
    assert first.title == "stairs: a Review of 50% of them & more"
    assert first.csl["author"] == [
        {"family": "van der Walt", "given": "Stéfan"},
        {"family": "Schönberger", "given": "Johannes"},
        {"family": "van der Berg", "given": "Ana"},
        {"literal": "Hips and Knees Trust"},
    ]
    assert first.notes == ("It has more authors than it names.",)
    assert (first.csl["container-title"], first.csl["URL"]) == ("Journal of Stairs", "https://x.org/?a=1&b=2_3")
    assert (first.csl["page"], first.csl["issued"]) == ("1-10", {"date-parts": [[2014, 6]]})
    chapter, thesis, numbered, mended = found.records[1:]
    assert (chapter.csl["container-title"], chapter.csl["publisher"]) == ("The book", "Wiley & Sons")
    assert chapter.notes == ("Its year, “888”, is odd. It was kept as it is written.",)
    assert (thesis.title, thesis.csl["genre"]) == ("Twice", "PhD thesis")
    assert (numbered.pubmed_id, numbered.csl["author"]) == ("18888888", [{"family": "Cruise", "given": "Tom"}])
    assert (mended.title, mended.notes) == (
        "Still readable",
        ("It is written wrongly. It was read line by line; check it.",),
    )
    assert [(no.line, no.begins) for no in found.refused] == [(18, "@article{hopeless, title")]


def test_bibtex_has_chapters_macros_and_loose_words():
    found = read("hello\n@inbook{a, chapter = {The part}, title = {The whole}}\n@comment{x}\n@misc{b, title = 2020}\n")
    assert found.records[0].title == "The part" and found.records[0].csl["container-title"] == "The whole"
    assert found.records[1].title == "2020" and found.notes[0].startswith("Line 1 stands outside")
    assert only("@inbook{a, chapter = {12}, title = {The whole}}").title == "The whole"
    assert only("@book{a, booktitle = {The whole}}").title == "The whole"


def test_medline_is_read_with_full_names_first():
    found = read(NBIB)
    first, second = found.records
    assert first.title == "A title that goes on over two lines"
    assert first.csl["author"] == [{"family": "Uno", "given": "Yoshiharu"}, {"literal": "The Stairs Group"}]
    assert (first.doi, first.csl["PMCID"]) == ("10.1016/j.mehy.2019.109324", "PMC1122334")
    assert first.csl["issued"] == {"date-parts": [[2019, 10, 3]]}
    assert second.csl["author"] == [{"family": "de Vries", "given": "AB"}]
    assert (second.csl["type"], second.csl["URL"]) == ("thesis", "https://x.org/2")
    assert [no.line for no in found.refused] == [27]


def test_endnote_is_read():
    first, second = read(ENL).records
    assert (first.csl["type"], first.csl["issued"]) == ("article-journal", {"date-parts": [[2021, 9, 1]]})
    assert first.notes == ("It does not say what kind of work it is.",)
    assert (second.pubmed_id, second.csl["type"]) == ("22", "webpage")
    assert second.notes == ("Its year, “spring”, is odd. It was kept as it is written.",)


def test_tables_of_pubmed_embase_and_reviews_are_read():
    first = only(PUBMED_CSV)
    assert (first.pubmed_id, first.doi, first.csl["page"]) == ("11223344", "10.1111/nature1111", "10-11")
    assert first.csl["author"] == [{"family": "Smith", "given": "A"}, {"family": "Walter", "given": "B"}]
    second = only(EMBASE_CSV)
    assert (second.csl["container-title"], second.csl["volume"], second.csl["issue"]) == ("Knees Today", "3", "3")
    assert second.doi == "10.4103/2303-9027.138783"
    third = only(ASREVIEW_CSV)
    assert (third.csl["editor"], third.csl["keyword"]) == (
        [{"family": "Glattauer", "given": "Daniel"}],
        "Pippi, Piraten",
    )
    fourth = only("Title;Authors;Year\nHips;Smith, Ann;2020\n")
    assert fourth.csl["author"] == [{"family": "Smith", "given": "Ann"}]


def test_a_workbook_may_hold_the_table():
    book = workbook(("A", [["Title", "Year", "DOI"], ["Hips", "2020", "10.1"], ["", "2021", ""]]))
    found = read(book, "list.xlsx")
    assert found.records[0].notes == ("What stands as its DOI, “10.1”, is none.",)
    assert [(no.line, no.reason) for no in found.refused] == [(3, "it has no title.")]


def test_csl_json_is_read_and_what_it_should_not_hold_is_left_out():
    found = read(
        '[{"type": "book", "title": "Hips", "author": [{"family": "Lee"}, "x", {"given": "y"}], "issued": {"date-parts": [["2020", 5]]},'
        ' "volume": 3, "evil": {"a": 1}, "PMID": "12", "DOI": "10.1000/A"}, 7, {"DOI": "10.1000/1"},'
        ' {"title": "T", "issued": "x"}, {"title": "U", "issued": {"raw": "spring"}}, {"title": "V", "issued": {"date-parts": [[2020, 13]]}}]'
    )
    first = found.records[0]
    assert first.csl == {
        "type": "book", "title": "Hips", "author": [{"family": "Lee"}], "issued": {"date-parts": [[2020, 5]]},
        "volume": "3", "DOI": "10.1000/a", "PMID": "12",
    }  # fmt: skip
    assert [no.reason for no in found.refused] == ["it is no record.", "it has no title. Its DOI is 10.1000/1."]
    assert found.records[2].csl["issued"] == {"literal": "spring"} and "issued" not in found.records[3].csl


def test_chinese_is_not_read_as_korean():
    found = read("@article{a, author = {凯撒}, title = {Test}, journal = {测试期刊}}".encode("gbk"))
    assert found.records[0].csl["container-title"] == "测试期刊"
    assert found.notes == ("The accented letters were read as gb18030. Check one name with an accent.",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF document, not a file of citations"),
        (b"\x00\x01\x02\x03", "does not hold readable text"),
        (b"Dear all,\nplease find attached\n", "is not a file of citations"),
        (b"Name,Town\nBo,Ely\n", "is not a file of citations"),
        (b"{broken", "begins like JSON"),
        (b'[{"a": 1}]', "no list of citations"),
        (b"@comment{hello}\n", "holds no record"),
        (workbook(("A", [["Name", "Town"], ["Bo", "Ely"]])), "none of citations"),
        (b"Title;Year\n" + b"x" * 11_000_000, "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_holds_no_citations_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read(content)


def test_too_much_is_refused_before_it_is_opened(monkeypatch):
    with pytest.raises(Unreadable, match="larger than 50 MB"):
        read(b"TY  - JOUR\n" + bytes(MAX_BYTES))
    monkeypatch.setattr("mindlines_analysis.readers.citations.gathering.MAX_RECORDS", 2)
    with pytest.raises(Unreadable, match="has more than 2 records"):
        read(EMBASE * 3)


PIECES = [
    "TY  - JOUR\n", "TI  - ", "ER  - \n", "AU  - ", "PY  - 20", "DO  - 10.", "@article{a,", "title = {", "}", "\\'", "$",
    "PMID- ", "FAU - ", "%0 Book\n", "%T ", "%D ", '[{"title": ', "Title;Year\n", ";", ",", '"', "\n", " and ", "é", "\x00",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_whatever_comes_is_read_or_refused_in_words(text, encoding):
    with contextlib.suppress(Unreadable):
        found = read(text.encode(encoding, errors="ignore"))
        assert found.records or found.refused
        assert all(record.title for record in found.records)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=8
    )
)
def test_each_record_of_a_file_is_taken_or_refused(titles):
    text = "".join(f"TY  - JOUR\nTI  - {title}\nER  - \n\n" for title in titles)
    found = read(text)
    assert len(found.records) + len(found.refused) == len(titles)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Smith,", {"literal": "Smith"}),
        ("Smith, , Jr", {"family": "Smith", "suffix": "Jr"}),
        ("Department, of Health, Trust", {"literal": "Department, of Health, Trust"}),
        ("A. B.", {"family": "A.", "given": "B."}),
        (" , ", None),
    ],
)
def test_odd_names_are_read_as_well_as_can_be(written, read_as):
    assert person(written) == read_as


def test_pages_dois_and_months_are_read_where_they_stand_oddly():
    record = only("TY  - JOUR\nTI  - A\nEP  - 12\nDO  - doi: (10.1000/a(1)b).\nPY  - 2020\nDA  - 2020/13/40\nER  -\n")
    assert (record.csl["page"], record.doi, record.csl["issued"]) == ("12", "10.1000/a(1)b", {"date-parts": [[2020]]})
    assert record.notes == ("Its DOI was read from “doi: (10.1000/a(1)b).”.",)
    assert clean_date("2020/05/44") == {"date-parts": [[2020, 5]]}
    assert doi_in("https://x.org/page") == ""
    assert clean_language("Elvish") == "" and clean_pubmed("x") == ""
    assert only("TY  - JOUR\nTI  - A\nAU  - Lee, B.\nAU  - Lee, B.\nPY  - /\nER  -\n").csl["author"] == [
        {"family": "Lee", "given": "B."}
    ]


def test_medline_may_name_a_number_that_is_no_doi():
    record = only("PMID- 4\nTI  - A\nLA  - de-DE\nAID - S0306-9877(19)30555-3 [pii]\nLID - 9 [doi]\nAID - 9 [doi]\n")
    assert (record.doi, record.notes) == ("", ("What stands as its DOI, “9”, is none.",))
    assert record.csl["language"] == "de-DE"
    assert len(read("ER  -\n" + EMBASE).records) == 1


def test_bibtex_that_nobody_can_decode_is_kept_as_it_is_written():
    found = read(
        "@article{a, title = {" + "\\emph{" * 3000 + "}" * 3000 + " words}, author = {Lee, Bo and Lee, Bo and {}}}\n"
    )
    assert found.records[0].csl["author"] == [{"family": "Lee", "given": "Bo"}]
    assert found.records[0].title.endswith("words")
