"""A search from what was typed to what was found: the typed words first, then their meaning, then some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mindlines.communities.choices import FoundKind, KnowledgeKind
from mindlines.communities.models import SearchEntry
from mindlines.people.models import Person

from . import index, meaning, spelling
from .asked import Unit, units
from .index import MOST, Level, Place
from .marking import Piece, marked
from .narrowing import Choices, Hit, Narrowed, Reach, choices, kept, reach

# With less than a page found, words are also taken for beginnings, and one may be lacking; with hardly anything, more may.
A_PAGE, HARDLY_ANYTHING = 20, 5


@dataclass(frozen=True)
class Found:
    """A row of the page: what it is, where it stands, and why it was found."""

    kind: str
    title: str
    url: str
    community: str
    snippet: tuple[Piece, ...]
    about: tuple[str, ...]
    why: tuple[str, ...]
    is_loose: bool


@dataclass(frozen=True)
class Results:
    """All that was found, best first. `instead` is what was looked for where the typed words were misspelled."""

    hits: tuple[Hit, ...]
    units: tuple[Unit, ...]
    choices: tuple[Choices, ...]
    instead: str = ""
    is_all: bool = True

    @property
    def strict(self) -> int:
        """How many hold all the words."""
        return sum(not hit.is_loose for hit in self.hits)


def look(person: Person, *, typed: str, narrowed: Narrowed | None = None, to_the_letter: bool = False) -> Results:
    """What `person` may see that holds the words or means them, at most 200; nothing else is ever looked at."""
    wish = narrowed or Narrowed()
    asked, within = units(typed), reach(person)
    if not asked or not within.present or wish.community not in (None, *within.present):
        return Results(hits=(), units=asked, choices=())
    asked = meaning.with_meaning(asked, communities=within.present)
    everywhere = within.place(Narrowed(community=wish.community))
    instead = ""
    strict = _strict(asked, place=everywhere)
    if not strict and not to_the_letter:
        asked, instead = _spelt(asked, within=within, place=everywhere)
        strict = _strict(asked, place=everywhere) if instead else strict
    hits = _hits(strict, _loose(asked, place=everywhere, known=strict))
    is_all = len(hits) < MOST
    shown = kept(hits, narrowed=wish)
    if wish and not is_all:
        # More than is looked at: the index itself then leaves out what is not wanted.
        place = within.place(wish)
        strict = _strict(asked, place=place)
        shown = _hits(strict, _loose(asked, place=place, known=strict))
    return Results(
        hits=tuple(shown),
        units=asked,
        choices=choices(hits, narrowed=wish, counted=is_all),
        instead=instead,
        is_all=len(shown) < MOST,
    )


def rows(hits: Sequence[Hit], *, units: Sequence[Unit]) -> list[Found]:
    """One page of what was found, ready to be shown."""
    entries = SearchEntry.objects.select_related("community", "constituency").in_bulk([hit.pk for hit in hits])
    return [_row(entry, hit, units) for hit in hits if (entry := entries.get(hit.pk))]


def found(person: Person, *, typed: str) -> list[Found]:
    """All that was found, ready to be shown."""
    results = look(person, typed=typed)
    return rows(results.hits, units=results.units)


def _row(entry: SearchEntry, hit: Hit, units: Sequence[Unit]) -> Found:
    found = marked(entry.title, words=entry.words, units=units)
    about = (
        KnowledgeKind(entry.knowledge_kind).label if entry.knowledge_kind in KnowledgeKind.values else "",
        entry.constituency.name if entry.constituency else "",
        str(entry.year or ""),
        entry.community.name,
    )
    return Found(
        kind=str(FoundKind(entry.kind).label) if entry.kind in FoundKind.values else entry.kind,
        title=entry.title,
        url=entry.url,
        community=entry.community.name,
        snippet=found.snippet,
        about=tuple(str(words) for words in about if words),
        why=found.why,
        is_loose=hit.is_loose,
    )


def _strict(units: Sequence[Unit], *, place: Place) -> list[int]:
    """What holds all the words: in the title, then anywhere, then in other words, then as beginnings of words."""
    every = len(units)
    levels = [
        Level("title", every, in_title=True),
        Level("typed", every),
        Level("meaning", every, by_meaning=True),
    ]
    found: dict[int, None] = {}
    for level in levels:
        _add(found, units, level, place)
    if len(found) < A_PAGE:
        _add(found, units, Level("beginning", every, by_meaning=True, by_beginning=True), place)
    return list(found)[:MOST]


def _loose(units: Sequence[Unit], *, place: Place, known: Sequence[int]) -> list[int]:
    """What holds some of the words, when little holds all."""
    found = dict.fromkeys(known)
    for least in _fewer(len(units)):
        if len(found) < (A_PAGE if least == len(units) - 1 > 1 else HARDLY_ANYTHING):
            _add(found, units, Level("some", least, by_meaning=True, by_beginning=least == 1), place)
    return [key for key in list(found)[:MOST] if key not in set(known)]


def _fewer(count: int) -> Iterator[int]:
    """All but one, then two, then any. Many words two by two would be too many pairs."""
    if count > 2:
        yield count - 1
    if 3 < count < 9:
        yield 2
    if count > 1:
        yield 1


def _add(found: dict[int, None], units: Sequence[Unit], level: Level, place: Place) -> None:
    if len(found) < MOST:
        found.update(dict.fromkeys(index.keys(units, level=level, place=place)))


def _spelt(units: tuple[Unit, ...], *, within: Reach, place: Place) -> tuple[tuple[Unit, ...], str]:
    """The units as they may have been meant, and in words what is looked for instead."""
    level = Level("known", 1, by_meaning=True, by_beginning=True)

    def is_known(word: str) -> bool:
        alone = meaning.with_meaning([Unit(word)], communities=())
        return bool(index.keys(alone, level=level, place=place, most=1))

    better = spelling.corrected(units, reach=within, is_known=is_known)
    if better == units:
        return units, ""
    meant = meaning.with_meaning(better, communities=within.present)
    return meant, " ".join(f'"{unit.typed}"' if unit.is_phrase else unit.typed for unit in meant)


def _hits(strict: Sequence[int], loose: Sequence[int]) -> list[Hit]:
    order = {pk: place for place, pk in enumerate((*strict, *loose))}
    columns = ("pk", "kind", "knowledge_kind", "constituency", "year", "priority", "community")
    found = SearchEntry.objects.filter(pk__in=order).order_by().values_list(*columns)
    hits = [
        Hit(pk, order[pk] >= len(strict), kind, knowledge, group, year, priority, community)
        for pk, kind, knowledge, group, year, priority, community in found
    ]
    return sorted(hits, key=lambda hit: order[hit.pk])
