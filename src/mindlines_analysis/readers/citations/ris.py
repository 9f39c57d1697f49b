"""RIS, in the dialects of Embase, Ovid, ProQuest, Scopus, EBSCO, JSTOR, IEEE, Zotero, EndNote and others."""

import re
from collections.abc import Iterator
from typing import Any

from mindlines_analysis.readers.citations.cleaning import (
    clean_date,
    clean_issn,
    clean_language,
    clean_pages,
    clean_pubmed,
    doi_in,
    tidy,
)
from mindlines_analysis.readers.citations.found import CitationFile, Draft
from mindlines_analysis.readers.citations.gathering import gathered
from mindlines_analysis.readers.citations.people import people
from mindlines_analysis.readers.citations.tagged import Line, Tagged, cut, outside_note

TYPES = {
    "ABST": "article-journal", "BLOG": "post-weblog", "BILL": "bill", "BOOK": "book", "CASE": "legal_case",
    "CHAP": "chapter", "CLSWK": "book", "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book",
    "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "ICOMM": "webpage", "INPR": "article-journal",
    "JFULL": "article-journal", "JOUR": "article-journal", "LEGAL": "legislation", "MANSCPT": "manuscript",
    "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MUSIC": "musical_score",
    "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication",
    "RPRT": "report", "SLIDE": "speech", "SOUND": "song", "STAND": "report", "STAT": "legislation",
    "THES": "thesis", "UNPB": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
_STRICT = re.compile(r"\ufeff?\s?([A-Z][A-Z0-9])  ?-(?:\s(.*)|$)")
_LOOSE = re.compile(r"\ufeff?\s*([A-Z][A-Z0-9])\s{0,4}-(?:\s(.*)|$)")
_BEGINS = re.compile(r"\ufeff?\s*TY {1,4}-|\ufeff?\s*ER {1,4}-")
_IN_A_SERIES = ("article-journal", "article-magazine", "article-newspaper")


def is_ris(lines: list[Line]) -> bool:
    """Whether some line begins a RIS record, or ends one."""
    return any(_BEGINS.match(text) for _, text in lines)


def read_ris(lines: list[Line]) -> CitationFile:
    """Read RIS. A record without a type, or without its end, is read all the same, with a note.

    Parameters
    ----------
    lines
        The lines of the file with their numbers.

    Returns
    -------
    CitationFile
        What was read and what was refused.

    Examples
    --------
    >>> found = read_ris(
    ...     list(enumerate(["TY  - JOUR", "AU  - Liu R.", "TI  - Cysts", "PY  - 2014", "ER  - "], start=1))
    ... )
    >>> found.records[0].csl["author"], found.records[0].year
    ([{'family': 'Liu', 'given': 'R.'}], 2014)
    """
    pattern = _STRICT if any(_STRICT.match(text) and "TY" in text[:5] for _, text in lines) else _LOOSE
    found = cut(_filled(lines), pattern=pattern, starts=lambda tag, _open: tag == "TY", end="ER")
    return gathered(map(_draft, found.records), form="RIS", notes=outside_note(found.outside))


def _filled(lines: list[Line]) -> Iterator[Line]:
    """A tag whose line has no value is still that tag."""
    return ((number, text if not text.endswith("-") else f"{text} ") for number, text in lines)


def _draft(record: Tagged) -> Draft:
    draft = Draft(record.line, record.begins)
    _put_type(draft, record)
    kind = draft.csl["type"]
    _put_titles(draft, record, kind)
    draft.put("author", people(record.all("AU", "A1")))
    draft.put("editor", people(record.all("A2", "ED") if kind in ("book", "chapter", "paper-conference") else []))
    _put_dates(draft, record)
    draft.put("volume", tidy(record.first("VL", "VO")))
    draft.put("issue", tidy(record.first("IS", "CP")) if kind in _IN_A_SERIES else "")
    pages = clean_pages(record.first("SP"), last=record.first("EP"))
    draft.put("page" if kind not in ("book", "thesis") else "number-of-pages", pages or tidy(record.first("C7"))[:40])
    draft.put("publisher", tidy(record.first("PB")))
    draft.put("publisher-place", tidy(record.first("CY", "PP")))
    draft.put("edition", tidy(record.first("ET")))
    draft.put("ISBN" if kind in ("book", "chapter", "thesis") else "ISSN", clean_issn(" ".join(record.all("SN"))))
    draft.put("language", clean_language(record.first("LA")))
    draft.put("keyword", ", ".join(dict.fromkeys(filter(None, map(tidy, record.all("KW"))))))
    _put_addresses(draft, record)
    draft.abstract = tidy(record.first("AB", "N2"))
    draft.put("note", "\n".join(filter(None, map(tidy, _remarks(record))))[:2000])
    if not record.has_end:
        draft.note("Its end (ER) is missing.")
    return draft


def _put_type(draft: Draft, record: Tagged) -> None:
    written = tidy(record.first("TY")).upper()
    draft.csl["type"] = TYPES.get(written, "document")
    if not written:
        draft.note("It does not say what kind of work it is.")
    elif written not in TYPES:
        draft.note(f"Its kind, “{written[:20]}”, is not one we know.")


def _put_titles(draft: Draft, record: Tagged, kind: str) -> None:
    own = tidy(record.first("TI", "T1", "CT", "TT"))
    if not own and kind == "book":
        own = tidy(record.first("BT", "T2"))
    draft.put_title(own or record.first("ST"))
    within = tidy(record.first("T2", "JF", "JO", "BT", "JA"))
    if within != own and kind not in ("book", "thesis", "webpage"):
        draft.put("container-title", within)
    short = tidy(record.first("J2", "JA", "JO"))
    if short != within:
        draft.put("container-title-short", short)
    if kind == "thesis":
        draft.put("genre", tidy(record.first("M3")))
        draft.put("publisher", tidy(record.first("PB", "T2")))
    draft.put("collection-title", tidy(record.first("T3")))


def _put_dates(draft: Draft, record: Tagged) -> None:
    draft.put_date(record.all("PY") + record.all("Y1") + record.all("DA") + record.all("YR"))
    seen = clean_date(record.first("Y2"))
    draft.put("accessed", seen if "date-parts" in seen else None)


def _put_addresses(draft: Draft, record: Tagged) -> None:
    draft.put_doi(record.first("DO", "DI"))
    links = [tidy(link) for value in record.all("UR", "L2", "LK", "L1") for link in value.split(";") if link.strip()]
    links = [link for link in links if link.startswith(("http://", "https://"))]
    if not draft.doi:
        draft.doi = next(filter(None, map(doi_in, links)), "")
    draft.put("URL", next((link for link in links if len(link) <= 500 and "sfx" not in link), ""))
    numbers = [clean_pubmed(record.first(tag)) for tag in _pubmed_tags(record)]
    draft.pubmed_id = next(filter(None, numbers), "")


def _pubmed_tags(record: Tagged) -> tuple[str, ...]:
    """Where a program puts the PubMed number: Scopus in C2, Embase in C5, PubMed itself in AN or ID."""
    base = " ".join(record.all("DB", "DP")).lower()
    if "scopus" in base:
        return ("C2",)
    if "embase" in base:
        return ("C5",)
    return ("AN", "ID") if "medline" in base or "pubmed" in base else ()


def _remarks(record: Tagged) -> list[Any]:
    """Notes that a person may have written; what a database adds for itself is left out."""
    own = re.compile(
        r"(references|correspondence|funding|export date|coden|copyright|chemicals|cited by|date revised|last updated|"
        r"zuletzt aktualisiert|suppnotes|manufacturers|tradenames|molecular sequence)\b",
        re.IGNORECASE,
    )
    return [value for value in record.all("N1", "RN") if not own.match(value)]
