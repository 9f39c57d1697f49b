"""The tagged export of EndNote (`.enl` and `.enw`), in which each line begins with a per cent sign."""

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
from mindlines_analysis.readers.citations.people import people
from mindlines_analysis.readers.citations.tagged import Line, Tagged, cut, outside_note

_LINE = re.compile(r"\ufeff?(%[0-9A-Z@!#$^&<>\[=~?+()*])\s(.*)")
_TYPES = {
    "journal article": "article-journal", "electronic article": "article-journal", "magazine article": "article-magazine",
    "newspaper article": "article-newspaper", "book": "book", "edited book": "book", "electronic book": "book",
    "book section": "chapter", "conference paper": "paper-conference", "conference proceedings": "paper-conference",
    "thesis": "thesis", "report": "report", "government document": "report", "web page": "webpage",
    "blog": "post-weblog", "manuscript": "manuscript", "unpublished work": "manuscript", "generic": "document",
    "dataset": "dataset", "map": "map", "patent": "patent", "statute": "legislation", "standard": "report",
}  # fmt: skip


def is_endnote(lines: list[Line]) -> bool:
    """Whether the first line that is not blank has the tag of a kind, a title or an author."""
    first = next((text for _, text in lines if text.strip()), "")
    return bool(re.match(r"\ufeff?%[0TAJBD@] ", first))


def read_endnote(lines: list[Line]) -> CitationFile:
    """Read the tagged export of EndNote.

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
    >>> found = read_endnote([(1, "%0 Journal Article"), (2, "%T Trust"), (3, "%A Guo, Wenbo"), (4, "%B A Quarterly")])
    >>> found.records[0].csl["container-title"]
    'A Quarterly'
    """
    found = cut(iter(lines), pattern=_LINE, starts=_opens)
    return gathered(map(_draft, found.records), form="EndNote", notes=outside_note(found.outside))


def _opens(tag: str, here: Tagged | None) -> bool:
    return tag in ("%0", "%T") and here is not None and bool(here.all(tag))


def _draft(record: Tagged) -> Draft:
    draft = Draft(record.line, record.begins)
    written = tidy(record.first("%0")).lower()
    within = tidy(record.first("%J", "%B"))
    draft.put("type", _TYPES.get(written) or ("article-journal" if within and record.first("%V", "%N") else "document"))
    if not written:
        draft.note("It does not say what kind of work it is.")
    draft.put_title(record.first("%T"))
    draft.put("author", people(record.all("%A")))
    draft.put("editor", people(record.all("%E")))
    draft.put("container-title", within)
    draft.put("volume", tidy(record.first("%V")))
    draft.put("issue", tidy(record.first("%N")))
    draft.put("page", clean_pages(record.first("%P")))
    draft.put("publisher", tidy(record.first("%I")))
    draft.put("publisher-place", tidy(record.first("%C")))
    draft.put("ISSN", clean_issn(record.first("%@")))
    draft.put("language", clean_language(record.first("%G")))
    draft.put("keyword", ", ".join(filter(None, map(tidy, record.all("%K")))))
    draft.put("URL", tidy(record.first("%U"))[:500])
    draft.put_date((record.first("%D"), record.first("%8")))
    draft.put_doi(record.first("%R"))
    if "pubmed" in record.first("%U", "%W", "%~").lower():
        draft.pubmed_id = clean_pubmed(record.first("%M"))
    draft.abstract = tidy(record.first("%X"))
    draft.put("note", tidy(record.first("%Z"))[:2000])
    return draft
