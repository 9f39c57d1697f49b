"""CSL-JSON, the list that Zotero and other programs exchange, and that we give out."""

import json
from collections.abc import Mapping
from typing import Any

from mindlines_analysis.readers.citations.cleaning import clean_pubmed, tidy
from mindlines_analysis.readers.citations.found import CitationFile, Draft, RefusedRecord, begin
from mindlines_analysis.readers.citations.gathering import gathered
from mindlines_analysis.readers.citations.people import Name
from mindlines_analysis.readers.refusal import Unreadable

WORDS = (
    "type", "container-title", "container-title-short", "collection-title", "volume", "issue", "number", "page",
    "number-of-pages", "publisher", "publisher-place", "edition", "genre", "ISBN", "ISSN", "URL", "PMCID", "language",
    "keyword", "note", "event-title", "archive", "source", "medium", "section", "version", "title-short",
)  # fmt: skip
PEOPLE = ("author", "editor", "translator", "container-author", "collection-editor")
DATES = ("issued", "accessed")


def is_json_list(text: str) -> bool:
    """Whether a text begins as a list of things in JSON."""
    return text.lstrip(" \t\r\n\ufeff")[:1] in ("[", "{")


def read_json_list(text: str, *, name: str) -> CitationFile:
    """Read CSL-JSON; what CSL does not know is left out.

    Parameters
    ----------
    text
        The whole text of the file.
    name
        What the file is called.

    Returns
    -------
    CitationFile
        What was read and what was refused; a record has no line but stands in the file's order.

    Raises
    ------
    Unreadable
        It is no JSON, or no list of citations.

    Examples
    --------
    >>> read_json_list('[{"type": "book", "title": "Hips"}, {"type": "book"}]', name="x.json").refused[0].reason
    'it has no title.'
    """
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"“{name}” begins like JSON and cannot be read. Export your list again, or as RIS.") from error
    items = found if isinstance(found, list) else [found]
    if not any(isinstance(item, dict) and ("title" in item or "DOI" in item) for item in items):
        raise Unreadable(f"“{name}” is JSON, and no list of citations (CSL-JSON). Export your list as CSL-JSON or RIS.")
    return gathered(map(_draft, items), form="CSL-JSON", name=name)


def _draft(item: object) -> Draft | RefusedRecord:
    if not isinstance(item, dict):
        return RefusedRecord(None, begin(str(item)), "it is no record.")
    draft = Draft(None, json.dumps(item, ensure_ascii=False))
    for name in WORDS:
        draft.put(name, _word(item.get(name)))
    draft.put_title(_word(item.get("title")))
    for name in PEOPLE:
        draft.put(name, _people(item.get(name)))
    for name in DATES:
        draft.put(name, _date(item.get(name)))
    draft.put_doi(_word(item.get("DOI")))
    draft.pubmed_id = clean_pubmed(_word(item.get("PMID")))
    draft.abstract = _word(item.get("abstract"))
    return draft


def _word(value: object) -> str:
    return tidy(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _people(value: object) -> list[Name]:
    parts = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")
    names: list[Any] = value if isinstance(value, list) else []
    found = [{part: _word(name.get(part)) for part in parts} for name in names if isinstance(name, Mapping)]
    kept = [{part: word for part, word in name.items() if word} for name in found]
    return [name for name in kept if name.get("family") or name.get("literal")]


def _date(value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return {}
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first[:3] if str(part).isdecimal() and len(str(part)) <= 4]
    if numbers and all(1 <= part <= most for part, most in zip(numbers[1:], (12, 31), strict=False)):
        return {"date-parts": [numbers]}
    words = _word(value.get("literal") or value.get("raw"))
    return {"literal": words[:60]} if words else {}
