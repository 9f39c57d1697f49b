"""The same answers by group, for groups that are large enough."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from mindlines.voice.measures.results.wording import band_size, band_words
from mindlines.voice.models import Ballot
from mindlines.voice.queries.apart import FEWEST

OTHERS = gettext_lazy("Everybody else")
_LAST = (1_000_000, 0)


@dataclass(frozen=True)
class Cell:
    """How many of a group gave an answer, roughly."""

    words: str
    size: int


@dataclass(frozen=True)
class GroupRow:
    group: str
    people: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class GroupTable:
    """`heads` are the answers, each row a group of at least five people."""

    heads: tuple[str, ...]
    rows: tuple[GroupRow, ...]


def names(ballots: Iterable[Ballot]) -> dict[int, str]:
    """The group of each ballot: its own, where at least five of it voted, or everybody else."""
    known = list(ballots)
    counts = Counter(ballot.constituency_id for ballot in known)
    known.sort(
        key=lambda ballot: (ballot.constituency.position, ballot.constituency.pk) if ballot.constituency else _LAST
    )
    return {
        ballot.pk: ballot.constituency.name
        if ballot.constituency and counts[ballot.constituency_id] >= FEWEST
        else str(OTHERS)
        for ballot in known
    }


def group_table(said: Sequence[tuple[Ballot, Any]], *, words: Mapping[Any, str]) -> GroupTable | None:
    """How the groups answered, in bands; None where no two groups are large enough to be compared."""
    group = names(ballot for ballot, _answer in said)
    given: dict[str, list[Any]] = {name: [] for name in group.values()}
    for ballot, answer in said:
        given[group[ballot.pk]].append(answer)
    rows = [_row(name, theirs, words=words) for name, theirs in given.items() if len(theirs) >= FEWEST]
    return GroupTable(tuple(words.values()), tuple(rows)) if len(rows) > 1 else None


def _row(name: str, answers: Sequence[Any], *, words: Mapping[Any, str]) -> GroupRow:
    counts: Counter[Hashable] = Counter()
    for answer in answers:
        counts.update(answer if isinstance(answer, list) else [answer])
    return GroupRow(name, len(answers), tuple(Cell(band_words(counts[key]), band_size(counts[key])) for key in words))
