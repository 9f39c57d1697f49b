"""A reference as it is printed. The formatter is loaded when the first reference is asked for."""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock
from types import SimpleNamespace
from typing import Any

STYLES = {"harvard": "harvard-cite-them-right"}
_OPEN, _CLOSE = "\ue000", "\ue001"
_TWICE = re.compile(r"^(?P<title>.+?) \((?P<year>[^()]*)\) (?P=title)(?P<rest>[.,].*|$)", re.DOTALL)
# The style says so of every article whose pages are not known, and most of those have long been in print.
_NOT_YET = " [Preprint]"
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORDS = (
    "title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue", "page",
    "edition", "genre", "number", "number-of-pages", "DOI", "URL", "ISBN", "medium", "version",
)  # fmt: skip
_ALONE = Lock()


@dataclass(frozen=True)
class Formatted:
    """One reference: as plain text, and as HTML in which only `<i>` stands."""

    text: str
    html: str


def format_citation(csl: Mapping[str, Any], *, style: str = "harvard") -> Formatted:
    """Write a reference as it is printed.

    Parameters
    ----------
    csl
        A record in the words of CSL-JSON. What it lacks is left out.
    style
        The style; ``"harvard"`` is Cite Them Right.

    Returns
    -------
    Formatted
        Plain text and safe HTML; both empty where nothing can be printed.

    Raises
    ------
    ValueError
        No such style.

    References
    ----------
    Citation Style Language 1.0, citationstyles.org; the style is that of Zotero's repository.

    Examples
    --------
    >>> made = format_citation(
    ...     {
    ...         "type": "article-journal",
    ...         "title": "Hips & knees",
    ...         "author": [{"family": "Smith", "given": "Ann"}],
    ...         "issued": {"date-parts": [[2019]]},
    ...         "container-title": "BMJ",
    ...     }
    ... )
    >>> made.text
    'Smith, A. (2019) ‘Hips & knees’, BMJ.'
    >>> made.html
    'Smith, A. (2019) ‘Hips &amp; knees’, <i>BMJ</i>.'
    """
    return format_many([csl], style=style)[0]


def format_many(records: Iterable[Mapping[str, Any]], *, style: str = "harvard") -> list[Formatted]:
    """Write many references, in their order.

    Parameters
    ----------
    records
        Records in the words of CSL-JSON.
    style
        The style.

    Returns
    -------
    list of Formatted
        One for each record.

    Raises
    ------
    ValueError
        No such style.

    Examples
    --------
    >>> [made.text for made in format_many([{"type": "book", "title": "Hips"}, {}])]
    ['Hips (no date).', '']
    """
    if style not in STYLES:
        raise ValueError(f"style: there is none called “{style}”; choose of {', '.join(STYLES)}")
    return [_formatted(csl, style=style) for csl in records]


def _formatted(csl: Mapping[str, Any], *, style: str) -> Formatted:
    if not csl.get("title"):
        return Formatted("", "")
    with _ALONE:
        printed = _once(" ".join(_printed(_tamed(csl), style=style).split()))
    if csl.get("type") == "article-journal":
        printed = printed.replace(_NOT_YET, "")
    plain = printed.replace(_OPEN, "").replace(_CLOSE, "")
    safe = html.escape(printed, quote=False).replace(_OPEN, "<i>").replace(_CLOSE, "</i>")
    return Formatted(plain, safe)


def _printed(csl: dict[str, Any], *, style: str) -> str:
    from citeproc import Citation, CitationItem, CitationStylesBibliography  # noqa: PLC0415 - slow, and seldom asked
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    sheet = CitationStylesBibliography(_style(style), CiteProcJSON([csl]), _marks())
    sheet.register(Citation([CitationItem("one")]))
    return "".join(str(line) for line in sheet.bibliography())


@cache
def _style(style: str) -> Any:
    from citeproc import CitationStylesStyle  # noqa: PLC0415

    return CitationStylesStyle(STYLES[style], locale="en-GB", validate=False)


@cache
def _marks() -> Any:
    """A way of marking italics that survives escaping; nothing else is marked."""

    def italic(text: object) -> str:
        return f"{_OPEN}{text}{_CLOSE}"

    others = ("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps", "preformat")
    return SimpleNamespace(Italic=italic, Oblique=italic, **dict.fromkeys(others, str))


def _tamed(csl: Mapping[str, Any]) -> dict[str, Any]:
    """Only what the formatter knows and can read."""
    found: dict[str, Any] = {"id": "one", "type": str(csl.get("type") or "document")}
    for name in _WORDS:
        words = _clean(csl.get(name))
        if words:
            found[name] = words
    for name in ("author", "editor", "translator"):
        people = [person for person in map(_person, csl.get(name) or []) if person]
        if people:
            found[name] = people
    for name in ("issued", "accessed"):
        date = _date(csl.get(name))
        if date:
            found[name] = date
    return found


def _clean(value: object) -> str:
    if not isinstance(value, str | int):
        return ""
    return str(value).replace(_OPEN, "").replace(_CLOSE, "").replace('"', "”")


def _person(name: object) -> dict[str, str] | None:
    if not isinstance(name, Mapping):
        return None
    family, given = _clean(name.get("family")), _clean(name.get("given"))
    literal = _clean(name.get("literal"))
    if literal or not family:
        return {"literal": literal or given} if literal or given else None
    if not given or _HAN.search(family + given):
        return {"literal": f"{family}{given}"}
    parts = {"non-dropping-particle": _clean(name.get("non-dropping-particle")), "suffix": _clean(name.get("suffix"))}
    return {"family": family, "given": given} | {part: word for part, word in parts.items() if word}


def _date(value: object) -> dict[str, Any] | None:
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    if parts and parts[0] and str(parts[0][0]).isdecimal() and int(parts[0][0]) >= 1000:
        return {"date-parts": [[int(part) for part in parts[0] if str(part).isdecimal()]]}
    words = _clean(value.get("literal") or (parts[0][0] if parts and parts[0] else ""))
    return {"literal": words} if words else None


def _once(printed: str) -> str:
    """Where nobody is named the title stands first; the formatter then prints it twice."""
    twice = _TWICE.match(printed)
    return f"{twice['title']} ({twice['year']}){twice['rest'] or '.'}" if twice else printed
