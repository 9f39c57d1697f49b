"""Tables of citations, as PubMed, Embase and Scopus write them, or as somebody keeps their own."""

import re
from collections.abc import Mapping

from mindlines_analysis.readers.citations.cleaning import (
    clean_issn,
    clean_language,
    clean_pages,
    clean_pubmed,
    doi_in,
    tidy,
)
from mindlines_analysis.readers.citations.found import CitationFile, Draft
from mindlines_analysis.readers.citations.gathering import gathered
from mindlines_analysis.readers.citations.people import Name, people
from mindlines_analysis.readers.citations.ris import TYPES
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Table, read_table

COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "article title", "document title", "primary title", "titel"),
    "authors": ("authors", "author", "author names", "author full names", "first authors", "autoren"),
    "editors": ("editors", "editor", "secondary authors"),
    "year": ("year", "publication year", "pubyear", "year published", "jahr"),
    "date": ("date", "publication date", "date of publication"),
    "journal": ("journal/book", "journal", "source title", "publication title", "secondary title", "journal title"),
    "source": ("source", "citation"),
    "volume": ("volume", "vol"),
    "issue": ("issue", "number", "issue number"),
    "pages": ("pages", "page", "page range"),
    "first_page": ("page start", "start page", "first page"),
    "last_page": ("page end", "end page", "last page"),
    "doi": ("doi", "doi link"),
    "pubmed_id": ("pmid", "pubmed id", "pubmed", "medline pmid"),
    "pmcid": ("pmcid",),
    "abstract": ("abstract", "abstract note", "summary"),
    "keywords": ("keywords", "author keywords", "keyword", "manual tags"),
    "url": ("url", "link", "open url link", "full text link"),
    "publisher": ("publisher",),
    "place": ("place published", "place"),
    "issn": ("issn", "issn/isbn", "isbn"),
    "language": ("language", "language of original document"),
    "type": ("type of reference", "item type", "document type", "publication type"),
    "note": ("note", "notes", "original title"),
}
_EMBASE = re.compile(
    r"^(?P<journal>.+?) \((?P<year>\d{4})\) (?P<volume>[^:( ]+)?(?::(?P<issue>[^( ]+))?\s*\((?P<pages>[^)]*)\)"
)
_PUBMED = re.compile(r"\d{4}[^;]*;(?P<volume>[^(:.]+)?(?:\((?P<issue>[^)]+)\))?(?::(?P<pages>[^.]+))?\.")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_ENDS_SHORT = re.compile(r".*\s(?:[^\W\d_]\.?-?){1,4}$")
_KINDS = {"journal article": "article-journal", "article": "article-journal", "review": "article-journal",
          "book": "book", "book section": "chapter", "book chapter": "chapter", "conference paper": "paper-conference",
          "thesis": "thesis", "report": "report", "web page": "webpage", "webpage": "webpage"}  # fmt: skip


def is_listed(first: str) -> bool:
    """Whether a line of headings names a title and something else of a citation."""
    cells = {_plain(cell) for cell in re.split(r"[;,\t|]", first)}
    return _knows(cells)


def read_listed(content: bytes, *, name: str) -> CitationFile:
    """Read a table with a column of titles.

    Parameters
    ----------
    content
        The bytes of a CSV file or a workbook.
    name
        What the file is called.

    Returns
    -------
    CitationFile
        One record for each row with a title; a row without one is refused.

    Raises
    ------
    Unreadable
        No table, or none of citations.

    Examples
    --------
    >>> found = read_listed(b"Title;Authors;Year\\nHips;Smith A, Lee B;2020\\n", name="list.csv")
    >>> found.records[0].csl["author"]
    [{'family': 'Smith', 'given': 'A'}, {'family': 'Lee', 'given': 'B'}]
    """
    table = read_table(content, name=name)
    places = _places(table)
    if not _knows({_plain(column) for column in table.columns}):
        raise Unreadable(
            f"“{name}” is a table, and none of citations: it needs a column “Title” and one such as “Authors”, “Year” "
            "or “DOI”. Name the columns so, or export the list as RIS."
        )
    rows = ((row.line, row.cells) for row in table.rows)
    drafts = (
        _draft({field: cells[at] for field, at in places.items()}, line=line, cells=cells) for line, cells in rows
    )
    return gathered(drafts, form="table", notes=table.notes, name=name)


def _plain(heading: str) -> str:
    return " ".join(heading.strip(" \ufeff\"'").replace("_", " ").lower().split())


def _knows(headings: set[str]) -> bool:
    others = {word for field, words in COLUMNS.items() if field not in ("title", "type", "note") for word in words}
    return bool(headings & set(COLUMNS["title"])) and bool(headings & others)


def _places(table: Table) -> dict[str, int]:
    found: dict[str, int] = {}
    headings = [_plain(column) for column in table.columns]
    for field, words in COLUMNS.items():
        place = next((headings.index(word) for word in words if word in headings), None)
        if place is not None:
            found[field] = place
    return found


def _draft(said: Mapping[str, str], *, line: int, cells: tuple[str, ...]) -> Draft:
    draft = Draft(line, "; ".join(filter(None, cells)))
    source = said.get("source", "")
    from_source = _EMBASE.match(source) or _PUBMED.search(source)
    more = {name: value or "" for name, value in (from_source.groupdict() if from_source else {}).items()}
    journal = tidy(said.get("journal", "") or more.get("journal", ""))
    written = said.get("type", "")
    kind = TYPES.get(written.upper()) or _KINDS.get(_plain(written)) or ("article-journal" if journal else "document")
    draft.put("type", kind)
    draft.put_title(said.get("title", ""))
    draft.put("author", authors(said.get("authors", "")))
    draft.put("editor", authors(said.get("editors", "")))
    draft.put("container-title", journal)
    draft.put_date([said.get("year", "") or more.get("year", ""), said.get("date", "")])
    draft.put("volume", tidy(said.get("volume", "") or more.get("volume", "")))
    draft.put("issue", tidy(said.get("issue", "") or more.get("issue", "")))
    pages = said.get("pages", "") or more.get("pages", "")
    draft.put("page", clean_pages(pages) or clean_pages(said.get("first_page", ""), last=said.get("last_page", "")))
    draft.put("publisher", tidy(said.get("publisher", "")))
    draft.put("publisher-place", tidy(said.get("place", "")))
    draft.put("ISSN", clean_issn(said.get("issn", "")))
    draft.put("PMCID", tidy(said.get("pmcid", ""))[:20])
    draft.put("language", clean_language(said.get("language", "")))
    draft.put("keyword", ", ".join(_listed(said.get("keywords", ""))))
    draft.put("note", tidy(said.get("note", ""))[:2000])
    draft.put_doi(said.get("doi", ""))
    draft.pubmed_id = clean_pubmed(said.get("pubmed_id", ""))
    address = said.get("url", "").strip()
    draft.doi = draft.doi or doi_in(address) or doi_in(source)
    draft.put("URL", address if address.startswith(("http://", "https://")) and len(address) <= 500 else "")
    draft.abstract = tidy(said.get("abstract", ""))
    return draft


def authors(text: str) -> list[Name]:
    """Read the names in one cell, however they are kept apart.

    Examples
    --------
    >>> authors("['Marx, Karl', 'Lindgren, Astrid']")
    [{'family': 'Marx', 'given': 'Karl'}, {'family': 'Lindgren', 'given': 'Astrid'}]
    """
    pieces = _listed(text)
    if len(pieces) == 1 and "," in text and not text.strip().startswith("["):
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if all(_ENDS_SHORT.match(part) for part in parts) or (len(parts) > 2 and all(" " in part for part in parts)):
            pieces = parts
    return people(pieces)


def _listed(text: str) -> list[str]:
    """The single things in a cell: a list as programs print it, or divided by semicolons."""
    written = text.strip()
    if written.startswith("[") and written.endswith("]"):
        return [tidy(one or other) for one, other in _QUOTED.findall(written)]
    return [tidy(piece) for piece in re.split(r";|\s+and\s+", written) if piece.strip()]
