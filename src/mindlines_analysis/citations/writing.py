"""Giving records out again, as RIS and as CSL-JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import rispy

_KINDS = {
    "article": "GEN", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "dataset": "DATA", "document": "GEN", "figure": "FIGURE", "legal_case": "CASE",
    "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "VIDEO", "pamphlet": "PAMP",
    "paper-conference": "CPAPER", "patent": "PAT", "post-weblog": "BLOG", "report": "RPRT", "speech": "SLIDE",
    "thesis": "THES", "webpage": "ELEC", "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT",
}  # fmt: skip
_FIELDS = (
    ("primary_title", "title"), ("volume", "volume"), ("number", "issue"), ("publisher", "publisher"),
    ("place_published", "publisher-place"), ("edition", "edition"), ("language", "language"),
    ("tertiary_title", "collection-title"), ("alternate_title1", "container-title-short"), ("doi", "DOI"),
    ("type_of_work", "genre"),
)  # fmt: skip


class _Ris(rispy.RisWriter):  # type: ignore[misc, unused-ignore]
    """RIS without numbers above the records, and with a blank between two words where one address would be cut."""

    DEFAULT_DELIMITER_MAPPING: dict[str, str] = {}

    def set_header(self, count: int) -> str:
        return ""


def as_ris(records: Iterable[Mapping[str, Any]]) -> str:
    """Write records as RIS, which every reference program reads.

    Parameters
    ----------
    records
        Records in the words of CSL-JSON, with `abstract` where there is one.

    Returns
    -------
    str
        The text of the file.

    Examples
    --------
    >>> print(as_ris([{"type": "book", "title": "Hips", "issued": {"date-parts": [[2019, 5]]}}]).strip())
    TY  - BOOK
    T1  - Hips
    PY  - 2019
    DA  - 2019/05//
    ER  -
    """
    made = [_ris(csl) for csl in records]
    return (
        str(rispy.dumps(made, implementation=_Ris, enforce_list_tags=False)).replace("ER  - ", "ER  -") if made else ""
    )


def as_csl_json(records: Iterable[Mapping[str, Any]]) -> str:
    """Write records as CSL-JSON, with a number for each.

    Parameters
    ----------
    records
        Records in the words of CSL-JSON.

    Returns
    -------
    str
        The text of the file.

    Examples
    --------
    >>> as_csl_json([{"type": "book", "title": "Hips"}])
    '[\\n  {\\n    "id": "1",\\n    "type": "book",\\n    "title": "Hips"\\n  }\\n]'
    """
    numbered = [{"id": str(number), **csl} for number, csl in enumerate(records, start=1)]
    return json.dumps(numbered, ensure_ascii=False, indent=2)


def _ris(csl: Mapping[str, Any]) -> dict[str, Any]:
    kind = str(csl.get("type", "document"))
    found: dict[str, Any] = {"type_of_reference": _KINDS.get(kind, "GEN")}
    found |= {name: _line(csl[word]) for name, word in _FIELDS if csl.get(word)}
    found |= {"authors": _people(csl, "author"), "secondary_authors": _people(csl, "editor")}
    if csl.get("container-title"):
        found["secondary_title"] = _line(csl["container-title"])
    first, _, last = str(csl.get("page", "")).partition("-")
    found |= {"start_page": first, "end_page": last, "issn": _line(csl.get("ISBN") or csl.get("ISSN") or "")}
    found |= _dates(csl)
    found["abstract"] = _line(csl.get("abstract", ""))
    found["keywords"] = [word.strip() for word in str(csl.get("keyword", "")).split(",") if word.strip()]
    found["urls"] = [_line(csl["URL"])] if csl.get("URL") else []
    found["notes"] = [_line(note) for note in str(csl.get("note", "")).split("\n") if note.strip()]
    if csl.get("PMID"):
        found |= {"accession_number": str(csl["PMID"]), "name_of_database": "PubMed"}
    return {name: value for name, value in found.items() if value}


def _dates(csl: Mapping[str, Any]) -> dict[str, str]:
    issued = csl.get("issued") or {}
    parts = (issued.get("date-parts") or [[]])[0]
    if not parts:
        return {"year": str(issued["literal"])} if issued.get("literal") else {}
    if len(parts) == 1:
        return {"year": str(parts[0])}
    pieces = [str(parts[0]), *(f"{int(part):02d}" for part in parts[1:3])]
    return {"year": pieces[0], "date": "/".join(pieces) + "/" * (4 - len(pieces))}


def _people(csl: Mapping[str, Any], name: str) -> list[str]:
    return [_line(_name(person)) for person in csl.get(name) or []]


def _name(person: Mapping[str, str]) -> str:
    if person.get("literal"):
        return person["literal"]
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    return ", ".join(filter(None, (family, person.get("given"), person.get("suffix"))))


def _line(value: object) -> str:
    return " ".join(str(value).split())
