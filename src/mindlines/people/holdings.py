"""What the house holds about a person: one list for showing, taking away and erasing.

People stand below every other context and know none of them. So each context says here, when the program starts, what
it holds about a person (`register`), how it forgets a person (`register_erasure`), what must happen first
(`register_veto`) and where a person can step out (`register_links`). The page, the file and the erasing all read this list.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from mindlines.people.models import Person

Words = str | Promise
# A heading for each value, in the reader's words; values are text, numbers, yes or no, days and times, or lists of them.
Row = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """One kind of thing that is held about people."""

    title: Words
    kept: Words
    collect: Callable[[Person], Iterable[Row]]


@dataclass(frozen=True)
class Holding:
    """What one source holds about one person."""

    title: str
    kept: str
    rows: list[Row]


@dataclass(frozen=True)
class Erasure:
    """How one context forgets a person, and what that means for the person."""

    erase: Callable[[Person], object]
    says: Words


@dataclass(frozen=True)
class Link:
    """A place where a person can step out of something."""

    words: Words
    url: str


_sources: list[Source] = []
_erasures: list[Erasure] = []
_vetoes: list[Callable[[Person], Words | None]] = []
_links: list[Callable[[Person], Iterable[Link]]] = []


def register(title: Words, *, kept: Words, collect: Callable[[Person], Iterable[Row]]) -> None:
    """Show what `collect` returns under `title`; `kept` says what it is kept for and until when."""
    _sources.append(Source(title=title, kept=kept, collect=collect))


def register_erasure(erase: Callable[[Person], object], *, says: Words) -> None:
    """Call `erase` when a person is erased, in the same transaction; `says` tells the person beforehand."""
    _erasures.append(Erasure(erase=erase, says=says))


def register_veto(veto: Callable[[Person], Words | None]) -> None:
    """Ask `veto` before a person is erased; a sentence means not yet, and says what to do first."""
    _vetoes.append(veto)


def register_links(links: Callable[[Person], Iterable[Link]]) -> None:
    """Offer `links` on the person's own page, such as the page for leaving a community."""
    _links.append(links)


def held_about(person: Person) -> list[Holding]:
    """Everything that is held about the person, by source; a source that holds nothing says so with no rows."""
    return [
        Holding(title=str(source.title), kept=str(source.kept), rows=list(source.collect(person)))
        for source in _sources
    ]


def consequences() -> list[Words]:
    """What erasing means, one sentence a context."""
    return [erasure.says for erasure in _erasures]


def erasures() -> list[Callable[[Person], object]]:
    """Highest floor first, because it may need to look at what lower floors hold."""
    return [erasure.erase for erasure in reversed(_erasures)]


def vetoes(person: Person) -> list[Words]:
    """The sentences of all who say: not yet."""
    return [sentence for veto in _vetoes if (sentence := veto(person))]


def links(person: Person) -> list[Link]:
    """Where the person can step out of something."""
    return [link for source in _links for link in source(person)]
