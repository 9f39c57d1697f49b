"""Which records tell of the same work: the same DOI, the same PubMed number, or a like title of the same time and author."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from mindlines_analysis.citations.titles import ANOTHER, numbers_in, plain_title

NEAR = 0.92
FEW_WORDS = 3
_RAREST = 3
_MOST_BESIDE = 60


class Reason(StrEnum):
    """Why two records are taken for the same work."""

    DOI = "doi"
    PUBMED = "pubmed"
    TITLE = "title"
    NEAR_TITLE = "near-title"
    OTHER_TITLE = "doi-with-another-title"


@dataclass(frozen=True)
class Alike:
    """Record `position` is the same work as record `other`, which stands before it, or among those known.

    `is_sure` where a number says so and the titles do not gainsay it.
    """

    position: int
    other: int
    is_known: bool
    reason: Reason

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look."""
        return self.reason in (Reason.DOI, Reason.PUBMED)


@dataclass(frozen=True, slots=True)
class _Work:
    title: str
    words: frozenset[str]
    is_short: bool
    counts: tuple[str, ...]
    year: int | None
    author: str
    doi: str
    pubmed_id: str
    place: tuple[str, str, str]


def likeness_key(csl: Mapping[str, Any]) -> str:
    """Put title and year into one short word by which the same work is found again.

    Parameters
    ----------
    csl
        A record in the words of CSL-JSON.

    Returns
    -------
    str
        At most 200 letters; empty without a title.

    Examples
    --------
    >>> likeness_key({"title": "The Hip: a Review.", "issued": {"date-parts": [[2019, 5]]}})
    'the hip a review|2019'
    """
    title = plain_title(str(csl.get("title", "")))
    return f"{title[:190]}|{_year(csl) or ''}" if title else ""


def same_work(records: Sequence[Mapping[str, Any]], *, known: Sequence[Mapping[str, Any]] = ()) -> tuple[Alike, ...]:
    """Find records that tell of a work which is there already, among `known` or earlier in the list.

    An erratum, a protocol, a reply, another part, or a record with another DOI or PubMed number is another work. A title
    of a few words, such as “Editorial”, needs the same author, year and pages besides.

    Parameters
    ----------
    records
        Records in the words of CSL-JSON.
    known
        Records that are there already.

    Returns
    -------
    tuple of Alike
        Pairs, by position; for each record those that are known first.

    References
    ----------
    The order of the tests, numbers first and then title, year and author, follows Bramer et al. 2016, J Med Libr Assoc
    104(3), 240-243, doi 10.3163/1536-5050.104.3.014; the threshold is ours.

    Examples
    --------
    >>> first = {"title": "Exercise for painful hips", "DOI": "10.1000/1"}
    >>> again = {"title": "Exercise for Painful Hips.", "DOI": "10.1000/1"}
    >>> part = {"title": "Exercise for painful hips, part 2"}
    >>> same_work([first, again, part])
    (Alike(position=1, other=0, is_known=False, reason=<Reason.DOI: 'doi'>),)
    """
    works = [_work(csl) for csl in [*known, *records]]
    found: dict[tuple[int, int], Reason] = {}
    for first, second in _beside(works, known=len(known)):
        if (first, second) not in found:
            reason = _compare(works[first], works[second])
            if reason:
                found[first, second] = reason
    pairs = [
        Alike(second - len(known), first if first < len(known) else first - len(known), first < len(known), reason)
        for (first, second), reason in found.items()
    ]
    return tuple(sorted(pairs, key=lambda pair: (pair.position, not pair.is_sure, not pair.is_known, pair.other)))


def _work(csl: Mapping[str, Any]) -> _Work:
    first = (csl.get("author") or [{}])[0]
    name = plain_title(str(first.get("family") or first.get("literal") or ""))
    place = tuple(plain_title(str(csl.get(word, ""))) for word in ("container-title", "volume", "page"))
    title = plain_title(str(csl.get("title", "")))
    words = title.split()
    return _Work(
        title,
        frozenset(words),
        len(words) <= FEW_WORDS,
        (*numbers_in(title), *sorted(ANOTHER.intersection(words))),
        _year(csl),
        name.split()[-1] if name else "",
        str(csl.get("DOI", "")).lower(),
        str(csl.get("PMID", "")),
        (place[0], place[1], place[2]),
    )


def _year(csl: Mapping[str, Any]) -> int | None:
    parts = (csl.get("issued") or {}).get("date-parts") or []
    return int(parts[0][0]) if parts and parts[0] else None


def _beside(works: list[_Work], *, known: int) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: those that share a number, a title, or one of their rarest words; the second is never known."""
    times = Counter(word for work in works for word in work.words)
    shelves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, work in enumerate(works):
        for shelf in _shelves(work, times):
            beside = shelves[shelf]
            if place >= known:
                yield from ((other, place) for other in beside[-_MOST_BESIDE:])
            beside.append(place)


def _shelves(work: _Work, times: Counter[str]) -> Iterator[tuple[str, str]]:
    if work.doi:
        yield "doi", work.doi
    if work.pubmed_id:
        yield "pubmed", work.pubmed_id
    if not work.title:
        return
    if work.is_short:
        yield "short", f"{work.title}|{work.author}|{work.year}"
        return
    yield "title", work.title
    shared = sorted((word for word in work.words if times[word] > 1), key=lambda word: (times[word], word))
    yield from (("word", word) for word in shared[:_RAREST])


def _compare(one: _Work, other: _Work) -> Reason | None:
    if one.doi and one.doi == other.doi:
        return Reason.DOI if _titles_agree(one, other) else Reason.OTHER_TITLE
    if one.pubmed_id and one.pubmed_id == other.pubmed_id and _titles_agree(one, other):
        return Reason.PUBMED
    if _numbers_differ(one, other) or not _fits(one, other):
        return None
    if one.title == other.title:
        return Reason.TITLE
    return Reason.NEAR_TITLE if _is_near(one, other) else None


def _numbers_differ(one: _Work, other: _Work) -> bool:
    """Two works with a number each are two, unless the numbers are of different kinds."""
    return bool((one.doi and other.doi) or (one.pubmed_id and other.pubmed_id))


def _fits(one: _Work, other: _Work) -> bool:
    """Whether time, author, kind and place leave room for one work."""
    has_titles = bool(one.title) and bool(other.title)
    has_one_author = not one.author or not other.author or one.author == other.author
    return (
        has_titles and has_one_author and _same_time(one, other) and _same_kind(one, other) and _same_place(one, other)
    )


def _titles_agree(one: _Work, other: _Work) -> bool:
    """Whether nothing speaks against a number that both share: publishers print one number under many abstracts."""
    if not one.title or not other.title or one.title in other.title or other.title in one.title:
        return True
    return _same_kind(one, other) and SequenceMatcher(None, one.title, other.title).ratio() >= 0.6


def _same_time(one: _Work, other: _Work) -> bool:
    """First online and then in print is often the year after."""
    return one.year is None or other.year is None or abs(one.year - other.year) <= 1


def _same_kind(one: _Work, other: _Work) -> bool:
    """Whether both count the same, and both or neither are an erratum, a reply or the like."""
    return one.counts == other.counts


def _same_place(one: _Work, other: _Work) -> bool:
    """A short title says little, so all else must agree; otherwise only volume and page together gainsay."""
    if one.is_short or other.is_short:
        return one.place == other.place and bool(one.author) and one.year is not None
    pairs = list(zip(one.place[1:], other.place[1:], strict=True))
    return not all(mine and theirs and mine != theirs for mine, theirs in pairs)


def _is_near(one: _Work, other: _Work) -> bool:
    short, long = sorted((one.title, other.title), key=len)
    has_author = bool(one.author) and one.author == other.author
    if has_author and len(short.split()) >= 5 and long.startswith(f"{short} "):
        return one.year == other.year
    matcher = SequenceMatcher(None, one.title, other.title)
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR
