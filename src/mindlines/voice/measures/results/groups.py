"""The same answers by group, for groups that are large enough."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mindlines.communities.models import Constituency
from mindlines.voice.measures.results.wording import band_size, band_words
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries.apart import FEWEST


@dataclass(frozen=True)
class Cell:
    """How many of a group gave an answer, roughly."""

    words: str
    size: int


@dataclass(frozen=True)
class GroupRow:
    group: Constituency
    people: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class GroupTable:
    """`heads` are the answers, each row a group of at least five people."""

    heads: tuple[str, ...]
    rows: tuple[GroupRow, ...]


def by_constituency(poll: Poll, *, ballots: Sequence[Ballot]) -> dict[Constituency, list[Ballot]]:
    """Ballots of each group of which at least five people voted, in the order of the community."""
    found: dict[Constituency, list[Ballot]] = {}
    for ballot in ballots:
        if ballot.constituency is not None:
            found.setdefault(ballot.constituency, []).append(ballot)
    large = {group: theirs for group, theirs in found.items() if len(theirs) >= FEWEST}
    return dict(sorted(large.items(), key=lambda pair: (pair[0].position, pair[0].pk)))


def group_table(poll: Poll, *, said: Sequence[tuple[Ballot, Any]], words: Mapping[Any, str]) -> GroupTable | None:
    """How the groups answered, in bands; None where no two groups are large enough to be compared."""
    answers = {ballot.pk: answer for ballot, answer in said}
    groups = by_constituency(poll, ballots=[ballot for ballot, _answer in said])
    if len(groups) < 2:
        return None
    rows = []
    for group, theirs in groups.items():
        counts: Counter[Hashable] = Counter()
        for ballot in theirs:
            answer = answers[ballot.pk]
            counts.update(answer if isinstance(answer, list) else [answer])
        cells = tuple(Cell(band_words(counts[key]), band_size(counts[key])) for key in words)
        rows.append(GroupRow(group, len(theirs), cells))
    return GroupTable(tuple(words.values()), tuple(rows))
