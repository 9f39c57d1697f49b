"""Files of citations that nobody of this project wrote, against what somebody else expects to be read from them."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from mindlines_analysis.readers.citations import CitationFile, read_citations

FOLDER = os.environ.get("MINDLINES_REAL_FILES", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="MINDLINES_REAL_FILES names no folder")

FILES = {  # format, records, lines of what was refused
    "asreview/baseline_tag-notes_zotero.ris": ("RIS", 4, []),
    "asreview/duplicate_records.csv": ("table", 10, [12, 13, 14, 15]),
    "asreview/embase.csv": ("table", 6, []),
    "asreview/embase.ris": ("RIS", 6, []),
    "asreview/faulty_year.ris": ("RIS", 1, []),
    "asreview/generic_semicolon.csv": ("table", 2, []),
    "asreview/missing_values.csv": ("table", 2, [3, 5]),
    "asreview/proquest.ris": ("RIS", 6, []),
    "asreview/pubmed_zotero.ris": ("RIS", 6, []),
    "asreview/scopus_first12.ris": ("RIS", 6, []),
    "bibtexparser_gbk_test.bib": ("BibTeX", 1, []),
    "colrev/abi_inform_proquest_ris.ris": ("RIS", 2, []),
    "colrev/acm_bib.bib": ("BibTeX", 2, []),
    "colrev/ebsco_bib.bib": ("BibTeX", 2, []),
    "colrev/europe_pmc_bib.bib": ("BibTeX", 2, []),
    "colrev/ieee_ris.ris": ("RIS", 2, []),
    "colrev/jstor_ris.ris": ("RIS", 4, []),
    "colrev/pubmed_csv.csv": ("table", 1, []),
    "colrev/wiley_bib.bib": ("BibTeX", 2, []),
    "colrev_loader/enl_data.enl": ("EndNote", 3, []),
    "colrev_loader/nbib_data.nbib": ("NBIB", 1, []),
    "pybtex_extrafields.bib": ("BibTeX", 1, []),
    "qualcoder_bibliography.ris": ("RIS", 3, []),
}
EXPECTED = {
    **{name: re.sub(r"\.\w+$", "_result.bib", name) for name in FILES if name.startswith("colrev/")},
    "colrev_loader/enl_data.enl": "colrev_loader/enl_data_expected.bib",
}
FIELD = re.compile(r"^   ([\w.]+)\s*=\s+\{(.*)\},$", re.MULTILINE)
# Where the other program made another choice than CSL: a chapter's own title, and a year that nobody knows.
OTHERS_TITLE = {"Secondary Title": "This title is of type CHAP", "Dummy in Practice": "Dummy: write down your ideas"}


def folder() -> Path:
    return Path(FOLDER, "citations")


@cache
def read(name: str) -> CitationFile:
    return read_citations((folder() / name).read_bytes(), name=Path(name).name)


def expected(name: str) -> list[dict[str, str]]:
    """The records that the other program read; its bookkeeping is left out."""
    entries = (folder() / name).read_text().split("\n@")
    return [{key: value for key, value in FIELD.findall(entry) if "colrev" not in key} for entry in entries]


def plain(text: str) -> str:
    return re.sub(r"[\s–-]+", "", text).strip(".").lower()


def test_each_real_file_is_spoken_for():
    there = {str(path.relative_to(folder())) for path in folder().rglob("*") if path.is_file()}
    assert there == {*FILES, *EXPECTED.values()}


@pytest.mark.parametrize("name", FILES)
def test_each_record_of_a_real_file_is_taken_or_named(name):
    form, records, refused = FILES[name]
    found = read(name)
    assert (found.format, len(found.records), [no.line for no in found.refused]) == (form, records, refused)
    assert all(no.begins and no.reason for no in found.refused)
    assert all("<" not in record.title and "{" not in record.title for record in found.records)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_real_file_is_read_as_another_program_reads_it(name):
    ours = {plain(record.title): record for record in read(name).records}
    theirs = expected(EXPECTED[name])
    assert len(ours) == len(theirs)
    for wanted in theirs:
        record = ours[plain(OTHERS_TITLE.get(wanted["title"], wanted["title"]))]
        names = [f"{each['family']}, {each['given']}" for each in record.csl.get("author", [])]
        assert names == (wanted["author"].split(" and ") if "author" in wanted else [])
        if wanted["year"] not in ("UNKNOWN", "888"):
            assert str(record.year) == wanted["year"]
        assert record.doi == wanted.get("doi", "").lower()
        for key, ours_key in (
            ("volume", "volume"),
            ("number", "issue"),
            ("pages", "page"),
            ("journal", "container-title"),
        ):
            if wanted.get(key, "UNKNOWN") != "UNKNOWN":
                assert plain(record.csl[ours_key]) == plain(wanted[key])
        assert plain(record.abstract) == plain(wanted.get("abstract", ""))


def test_the_two_exports_of_embase_tell_of_the_same_works():
    table, tagged = read("asreview/embase.csv").records, read("asreview/embase.ris").records
    assert [record.doi for record in table] == [record.doi for record in tagged]
    assert [record.csl["author"] for record in table] == [record.csl["author"] for record in tagged]
    assert [record.year for record in table] == [record.year for record in tagged]
    assert [record.csl["page"] for record in table] == [record.csl["page"] for record in tagged]
    assert [record.pubmed_id for record in tagged].count("") == 3


def test_what_is_odd_in_real_files_is_kept_and_noted():
    assert read("asreview/faulty_year.ris").records[0].csl["issued"] == {"literal": "10 15"}
    assert read("asreview/faulty_year.ris").records[0].notes != ()
    assert read("colrev/acm_bib.bib").records[1].csl["issued"] == {"literal": "888"}
    assert (
        sum("is none" in note for record in read("asreview/duplicate_records.csv").records for note in record.notes)
        == 3
    )
    notes = {record.csl["note"] for record in read("asreview/baseline_tag-notes_zotero.ris").records}
    assert notes == {"XHTML tags should be stripped, leaving content intact."}
    assert read("colrev/ebsco_bib.bib").records[1].notes[0].startswith("It is written wrongly.")
    assert read("bibtexparser_gbk_test.bib").records[0].csl["container-title"] == "测试期刊"
    assert read("bibtexparser_gbk_test.bib").notes != ()
    scopus = [record.pubmed_id for record in read("asreview/scopus_first12.ris").records]
    assert scopus[:3] == ["", "31421429", "31627144"]
    assert read("qualcoder_bibliography.ris").records[1].csl["type"] == "book"
    assert read("pybtex_extrafields.bib").records[0].csl["author"][0] == {"family": "van der Walt", "given": "Stéfan"}
