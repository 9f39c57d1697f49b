"""The format of PubMed and MEDLINE (`.nbib`), also as ERIC writes it."""

import re

from mindlines_analysis.readers.citations.cleaning import (
    clean_issn,
    clean_language,
    clean_pages,
    clean_pubmed,
    tidy,
)
from mindlines_analysis.readers.citations.found import CitationFile, Draft
from mindlines_analysis.readers.citations.gathering import gathered
from mindlines_analysis.readers.citations.people import Name, people
from mindlines_analysis.readers.citations.tagged import Line, Tagged, cut, outside_note

_LINE = re.compile(r"\ufeff?([A-Z]{2,4}) {0,2}- ?(.*)")
_BEGINS = re.compile(r"\ufeff?(PMID|OWN|STAT|OID|DCOM|LR|IS|VI|TI) {0,2}- ")
_FIRST = ("PMID", "OWN")
_TYPES = (
    ("journal article", "article-journal"),
    ("preprint", "article"),
    ("book chapter", "chapter"),
    ("chapter", "chapter"),
    ("book", "book"),
    ("dissertation", "thesis"),
    ("reports", "report"),
    ("speeches", "speech"),
    ("congress", "paper-conference"),
)


def is_medline(lines: list[Line]) -> bool:
    """Whether the first line that is not blank begins a record of MEDLINE."""
    first = next((text for _, text in lines if text.strip()), "")
    return bool(_BEGINS.match(first)) and sum(bool(_LINE.match(text)) for _, text in lines[:200]) >= 2


def read_medline(lines: list[Line]) -> CitationFile:
    """Read MEDLINE.

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
    >>> found = read_medline(
    ...     [(1, "PMID- 123"), (2, "TI  - Exercise for"), (3, "      knees."), (4, "FAU - Smith, Ann")]
    ... )
    >>> found.records[0].pubmed_id, found.records[0].title
    ('123', 'Exercise for knees')
    """
    found = cut(iter(lines), pattern=_LINE, starts=_opens)
    return gathered(map(_draft, found.records), form="NBIB", notes=outside_note(found.outside))


def _opens(tag: str, here: Tagged | None) -> bool:
    return tag in _FIRST and here is not None and bool(here.all(tag))


def _draft(record: Tagged) -> Draft:
    draft = Draft(record.line, record.begins)
    draft.put("type", _type(record))
    draft.put_title(record.first("TI", "BTI"))
    draft.put("author", _authors(record))
    draft.put("editor", people(record.all("FED") or record.all("ED")))
    draft.put("container-title", tidy(record.first("JT", "TA")))
    draft.put("container-title-short", tidy(record.first("TA")))
    draft.put("volume", tidy(record.first("VI")))
    draft.put("issue", tidy(record.first("IP")))
    draft.put("page", clean_pages(record.first("PG")))
    draft.put("publisher", tidy(record.first("PB")))
    draft.put("ISSN", clean_issn(" ".join(record.all("IS", "ISSN"))))
    draft.put("language", clean_language(record.first("LA")))
    draft.put("keyword", ", ".join(dict.fromkeys(filter(None, map(tidy, record.all("OT", "MH", "DE"))))))
    draft.put_date([record.first("DP", "DEP")])
    _put_numbers(draft, record)
    draft.abstract = tidy(record.first("AB"))
    return draft


def _type(record: Tagged) -> str:
    kinds = " ".join(record.all("PT")).lower()
    return next(
        (kind for words, kind in _TYPES if words in kinds), "article-journal" if record.first("JT", "TA") else ""
    )


def _authors(record: Tagged) -> list[Name]:
    """Full names where they are given; else family and initials without a dot, which come without a comma."""
    whole = people(record.all("FAU"))
    short = [re.sub(r"^(\S.*?)\s+([A-Z]{1,3})$", r"\1, \2", tidy(name)) for name in record.all("AU")]
    groups: list[Name] = [{"literal": tidy(name)} for name in record.all("CN") if tidy(name)]
    return (whole or people(short)) + groups


def _put_numbers(draft: Draft, record: Tagged) -> None:
    draft.pubmed_id = clean_pubmed(record.first("PMID"))
    draft.put("PMCID", tidy(record.first("PMC"))[:20])
    for value in record.all("LID", "AID", "DO"):
        if "[doi]" in value or "doi.org" in value:
            draft.put_doi(value.replace("[doi]", ""))
        elif value.startswith(("http://", "https://")):
            draft.put("URL", tidy(value)[:500])
