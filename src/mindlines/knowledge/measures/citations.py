"""Records of published works: what is kept of one, which of ours is the same, and how one is printed."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.knowledge.models import Citation, Item
from mindlines.knowledge.queries.citations import KnownWork, known_works
from mindlines_analysis.citations import Reason, as_csl_json, as_ris, format_citation, likeness_key, same_work
from mindlines_analysis.readers.citations import CitationRecord

REASONS: dict[Reason, Promise] = {
    Reason.DOI: _("same DOI"),
    Reason.PUBMED: _("same PubMed number"),
    Reason.TITLE: _("same title, year and first author"),
    Reason.NEAR_TITLE: _("nearly the same title, year and first author"),
    Reason.OTHER_TITLE: _("same DOI, but another title"),
}
LONGEST_TITLE, LONGEST_WORDS = 300, 60_000
# A reference seldom changes, and printing one takes some milliseconds.
A_DAY = 24 * 60 * 60
Pair = tuple[int, int, bool, Reason]


@dataclass(frozen=True)
class Reference:
    """A published work as it is printed, and where it can be read."""

    words: str
    html: SafeString
    doi_url: str
    pubmed_url: str
    url: str
    came_from: str


def kept(record: CitationRecord) -> dict[str, Any]:
    """What is kept of a record, by the names of a citation."""
    return {
        "csl": record.csl,
        "doi": record.doi,
        "pubmed_id": record.pubmed_id,
        "likeness": likeness_key(record.csl),
    }


def about(record: CitationRecord) -> dict[str, Any]:
    """What its item says: title, abstract, year and, without a number, its address."""
    has_number = bool(record.doi or record.pubmed_id)
    return {
        "title": record.title[:LONGEST_TITLE],
        "words": record.abstract[:LONGEST_WORDS],
        "year": record.year,
        "language": str(record.csl.get("language", ""))[:10],
        "link": "" if has_number else str(record.csl.get("URL", ""))[:500],
    }


def completed(citation: Citation, *, by: CitationRecord) -> dict[str, Any]:
    """What a citation says when another record of the same work fills its gaps; nothing that is there changes."""
    csl = {**by.csl, **{name: value for name, value in citation.csl.items() if value}}
    return {
        "csl": csl,
        "doi": citation.doi or by.doi,
        "pubmed_id": citation.pubmed_id or by.pubmed_id,
        "likeness": likeness_key(csl),
    }


def pairs(records: Sequence[Mapping[str, Any]], *, known: Sequence[KnownWork]) -> list[Pair]:
    """Which records are the same work as one of ours, or as one before them; remembered for a while, as numbers alone."""
    ours = [work.csl for work in known]
    parts = [[_compared(csl) for csl in ours], [_compared(csl) for csl in records]]
    key = f"knowledge.citations.{hashlib.sha256(repr(parts).encode()).hexdigest()}"
    found: list[Pair] | None = cache.get(key)
    if found is None:
        found = [(pair.position, pair.other, pair.is_known, pair.reason) for pair in same_work(records, known=ours)]
        cache.set(key, found, A_DAY)
    return found


def ours_like(csl: Mapping[str, Any], *, community: Community, but: int | None = None) -> list[KnownWork]:
    """Those of ours that are probably the same work."""
    known = [work for work in known_works(community) if work.pk != but]
    return [known[other] for _position, other, is_known, _reason in pairs([csl], known=known) if is_known][:3]


def reference(item: Item) -> Reference | None:
    """How a published work is printed; nothing for what is no citation, or was withdrawn."""
    citation: Citation | None = getattr(item, "citation", None)
    if citation is None or item.is_withdrawn or not isinstance(citation.csl, dict):
        return None
    text, html = _printed(citation.csl)
    address = str(citation.csl.get("URL", ""))
    return Reference(
        words=text,
        html=mark_safe(html),  # noqa: S308 - the library escapes all but italics
        doi_url=f"https://doi.org/{citation.doi}" if citation.doi else "",
        pubmed_url=f"https://pubmed.ncbi.nlm.nih.gov/{citation.pubmed_id}/" if citation.pubmed_id else "",
        url=address if address.startswith(("http://", "https://")) else "",
        came_from=citation.came_from,
    )


def given_out(items: Iterable[Item], *, form: str) -> str:
    """References as a file: `ris`, or `csl` for CSL-JSON."""
    records = [{**item.citation.csl, **({"abstract": item.words} if item.words else {})} for item in items]
    return as_ris(records) if form == "ris" else as_csl_json(records)


def _printed(csl: Mapping[str, Any]) -> tuple[str, str]:
    key = f"knowledge.reference.{hashlib.sha256(repr(sorted(csl.items())).encode()).hexdigest()}"
    found: tuple[str, str] | None = cache.get(key)
    if found is None:
        made = format_citation(csl)
        found = (made.text, made.html)
        cache.set(key, found, A_DAY)
    return found


def _compared(csl: Mapping[str, Any]) -> list[Any]:
    names = ("title", "issued", "DOI", "PMID", "container-title", "volume", "page")
    return [*(csl.get(name) for name in names), (csl.get("author") or [None])[0]]
