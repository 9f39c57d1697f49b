"""BibTeX, one entry at a time, so that a broken one spoils no other."""

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import DuplicateFieldKeyBlock, Entry, Field

from mindlines_analysis.readers.citations.cleaning import (
    clean_issn,
    clean_language,
    clean_pages,
    clean_pubmed,
    month_of,
    tidy,
)
from mindlines_analysis.readers.citations.found import CitationFile, Draft, RefusedRecord, begin
from mindlines_analysis.readers.citations.gathering import gathered
from mindlines_analysis.readers.citations.people import Name, person, written_out
from mindlines_analysis.readers.citations.tagged import Line, outside_note

# What it would print about broken entries is said by us, to the reader.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "collection": "book", "conference":
    "paper-conference", "dataset": "dataset", "inbook": "chapter", "incollection": "chapter", "inproceedings":
    "paper-conference", "manual": "report", "mastersthesis": "thesis", "misc": "document", "online": "webpage",
    "patent": "patent", "phdthesis": "thesis", "proceedings": "book", "report": "report", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "electronic": "webpage", "webpage": "webpage",
}  # fmt: skip
_OPENS = re.compile(r"\s*@\s*([A-Za-z]+)\s*[{(]")
_NO_RECORD = ("comment", "preamble", "string")
_WRITTEN = re.compile(r"^\s*([A-Za-z][\w-]*)\s*=\s*[{\"](.*?)[}\"]?\s*,?\s*\}?\s*$")
_MACRO = re.compile(r"\s*@\s*string\s*[{(]\s*([^\s={}]+)\s*=\s*(.*?)\s*[)}]\s*", re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(r"\s+#\s+")
_BARE = re.compile(r"(?<!\\)([&%#_])")
_LATEX = LatexDecodingMiddleware(keep_math_mode=False)
Macros = Mapping[str, str]


def is_bibtex(lines: list[Line]) -> bool:
    """Whether some line opens an entry."""
    return any(_OPENS.match(text.lstrip("\ufeff")) for _, text in lines)


def read_bibtex(lines: list[Line]) -> CitationFile:
    """Read BibTeX. Its LaTeX is turned into letters; an entry that is written wrongly is read line by line.

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
    >>> found = read_bibtex([(1, "@article{a, title = {The {H}ip}, author = {Sch\\\\\\"onberger, J.}, year = 2014}")])
    >>> found.records[0].title, found.records[0].csl["author"]
    ('The Hip', [{'family': 'Schönberger', 'given': 'J.'}])
    """
    chunks, outside = _chunks(lines)
    macros: dict[str, str] = {}
    for macro in filter(None, (_MACRO.fullmatch(text) for _, text in chunks)):
        macros[macro[1].lower()] = _value(macro[2], macros)
    return gathered(_drafts(chunks, macros), form="BibTeX", notes=outside_note(outside))


def _chunks(lines: list[Line]) -> tuple[list[tuple[int, str]], list[Line]]:
    """The text of each entry with its first line, and what stands before the first."""
    chunks: list[tuple[int, list[str]]] = []
    outside: list[Line] = []
    for number, text in lines:
        if _OPENS.match(text.lstrip("\ufeff")):
            chunks.append((number, [text.lstrip("\ufeff")]))
        elif chunks:
            chunks[-1][1].append(text)
        elif text.strip(" \ufeff") and not text.lstrip().startswith("%"):
            outside.append((number, text.strip()))
    return [(number, "\n".join(texts)) for number, texts in chunks], outside


def _drafts(chunks: list[tuple[int, str]], macros: Macros) -> Iterator[Draft | RefusedRecord]:
    for number, text in chunks:
        opened = _OPENS.match(text)
        if opened and opened[1].lower() in _NO_RECORD:
            continue
        entries, is_whole = _entries(text)
        for entry in entries:
            draft = _draft(entry, line=number, begins=text, macros=macros)
            if not is_whole:
                draft.note("It is written wrongly. It was read line by line; check it.")
            yield draft
        if not entries:
            yield RefusedRecord(number, begin(text), "it is written wrongly: a bracket or an equals sign is missing.")


def _entries(text: str) -> tuple[list[Entry], bool]:
    """The entries in a text, and whether they were written rightly."""
    library = parse_string(text, parse_stack=[])
    twice = [block.ignore_error_block for block in library.failed_blocks if isinstance(block, DuplicateFieldKeyBlock)]
    entries = [*library.entries, *(entry for entry in twice if isinstance(entry, Entry))]
    if entries:
        return entries, True
    opened = _OPENS.match(text)
    found = [each for each in map(_WRITTEN.match, text.splitlines()) if each]
    if opened is None or not found:
        return [], False
    return [Entry(opened[1], "", [Field(each[1], f"{{{each[2]}}}") for each in found])], False


def _draft(entry: Entry, *, line: int, begins: str, macros: Macros) -> Draft:
    raw: dict[str, str] = {}
    for each in entry.fields:
        raw.setdefault(each.key.lower(), _value(str(each.value), macros))
    said = {name: _words(value) for name, value in raw.items()}
    draft = Draft(line + max(entry.start_line or 0, 0), begins)
    kind = TYPES.get(entry.entry_type.lower(), "document")
    draft.put("type", kind)
    draft.put_title(said.get("title", "") or (said.get("booktitle", "") if kind == "book" else ""))
    if kind == "chapter" and said.get("chapter") and not said.get("booktitle"):
        draft.put("container-title", said.get("title"))
        draft.csl["title"] = said["chapter"] if not said["chapter"].isdecimal() else draft.csl.get("title", "")
    for name in ("author", "editor"):
        draft.put(name, _people(raw.get(name, ""), draft))
    draft.put("container-title", _first(said, "journal", "journaltitle", "booktitle") if kind != "book" else "")
    draft.put("publisher", _first(said, "publisher", "school", "institution", "organization", "howpublished"))
    draft.put("publisher-place", _first(said, "address", "location"))
    draft.put("genre", said.get("type") or ("PhD thesis" if entry.entry_type.lower() == "phdthesis" else ""))
    for name, source in (("volume", "volume"), ("edition", "edition"), ("collection-title", "series")):
        draft.put(name, said.get(source))
    draft.put("issue" if kind == "article-journal" else "number", _first(said, "number", "issue"))
    draft.put("page", clean_pages(said.get("pages", "")))
    draft.put("ISBN", clean_issn(said.get("isbn", "")))
    draft.put("ISSN", clean_issn(said.get("issn", "")))
    draft.put("language", clean_language(_first(said, "language", "langid")))
    draft.put("keyword", _first(said, "keywords", "keyword"))
    draft.put("note", said.get("note", "")[:2000])
    draft.abstract = said.get("abstract", "")
    _put_date(draft, said)
    _put_numbers(draft, raw, key=entry.key)
    return draft


def _first(said: Mapping[str, str], *names: str) -> str:
    return next((said[name] for name in names if said.get(name)), "")


def _put_date(draft: Draft, said: Mapping[str, str]) -> None:
    draft.put_date([_first(said, "year", "date")])
    parts = draft.csl.get("issued", {}).get("date-parts")
    month = month_of(said.get("month", ""))
    if parts and len(parts[0]) == 1 and month:
        parts[0].append(month)


def _put_numbers(draft: Draft, raw: Mapping[str, str], *, key: str) -> None:
    """Addresses are no LaTeX: nothing in them is decoded but what was escaped."""
    address = raw.get("url", "").strip("{} ").replace("\\", "")
    draft.put_doi(raw.get("doi", "").strip("{} ").replace("\\", ""))
    draft.put("URL", address[:500] if address.startswith(("http://", "https://")) else "")
    draft.pubmed_id = clean_pubmed(raw.get("pmid", "")) or (clean_pubmed(key) if key.lower().startswith("pmid") else "")


def _value(written: str, macros: Macros) -> str:
    """A value without what encloses it, with the words that its abbreviations stand for."""
    return "".join(_unwrapped(piece.strip(), macros) for piece in _PIECE.split(written)) if written else ""


def _unwrapped(piece: str, macros: Macros) -> str:
    if len(piece) >= 2 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
        return piece[1:-1]
    return macros.get(piece.lower(), piece)


def _words(value: str) -> str:
    """LaTeX turned into letters, and braces taken out."""
    if "\\" in value:
        escaped = _BARE.sub(r"\\\1", value)
        done = _LATEX.transform(Library([Entry("misc", "k", [Field("v", escaped)])]))
        if done.entries:
            value = str(done.entries[0].fields[0].value)
    return tidy(value.replace("{", "").replace("}", "").replace("~", " "))


def _people(value: str, draft: Draft) -> list[Name]:
    found: list[Name] = []
    for each in _apart(value):
        if each.strip().lower() == "others":
            draft.note("It has more authors than it names.")
            continue
        whole = each.strip().startswith("{") and each.strip().endswith("}") and each.count("{") == 1
        name: Name | None = {"literal": _words(each)} if whole and " " in each else _named(_words(each))
        found += [name] if name and name not in found else []
    return found


def _named(words: str) -> Name | None:
    return person(words) if "," in words else written_out(words)


def _apart(value: str) -> list[str]:
    """Names stand with `and` between them; one inside of braces belongs to the name."""
    found, depth, start = [], 0, 0
    for place in re.finditer(r"[{}]|\s+and\s+", value):
        if place[0] in "{}":
            depth += 1 if place[0] == "{" else -1
        elif depth <= 0:
            found.append(value[start : place.start()])
            start = place.end()
    return [*found, value[start:]]
