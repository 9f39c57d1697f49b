"""Who is known already, and which member a shown name stands for."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from mindlines_analysis.names.likeness import Level, Likeness, Named, Reading, likeness, local_words, read

_SOFT = re.compile(r"[aeiouyhw]|(?<=(.))\1")


@dataclass(frozen=True)
class Duplicate:
    """The person at `position` may be `other`, who is known already or stood at `other_position` in the same list."""

    position: int
    person: Named
    other: Named
    other_position: int | None
    likeness: Likeness


@dataclass(frozen=True)
class Candidate:
    """A member whom a shown name may stand for."""

    member: Named
    likeness: Likeness


@dataclass(frozen=True)
class Match:
    """A shown name with the member it surely is, or else the members it may be, the likeliest first."""

    displayed: Named
    member: Named | None
    candidates: tuple[Candidate, ...]
    reason: str


def find_duplicates(people: Sequence[Named], *, known: Sequence[Named] = ()) -> tuple[Duplicate, ...]:
    """Find everyone in `people` who may be known already, or stands earlier in the same list.

    Parameters
    ----------
    people
        Those about to be added.
    known
        Those who are there already.

    Returns
    -------
    tuple of Duplicate
        In the order of `people`, and for each the nearest first.

    Examples
    --------
    >>> found = find_duplicates([Named("Bo Lee", "bo@x.org")], known=[Named("B. Lee", "BO@x.org")])
    >>> found[0].likeness.reason
    'the e-mail address is the same'
    """
    index = _Index()
    for person in known:
        index.add(read(person), position=None)
    found: list[Duplicate] = []
    for position, person in enumerate(people):
        reading = read(person)
        near = [(likeness(reading, other), other, at) for other, at in index.near(reading)]
        near = sorted((hit for hit in near if hit[0].level != Level.DIFFERENT), key=lambda hit: hit[0].rank)
        found += [Duplicate(position, person, other.named, at, how) for how, other, at in near]
        index.add(reading, position=position)
    return tuple(found)


def match_names(displayed: Sequence[Named], members: Sequence[Named]) -> tuple[Match, ...]:
    """Find for each shown name the member it surely is, or those it may be.

    Sure is one single member with the same e-mail address or else the same name. Two shown names are never given the
    same member: if both claim it equally, neither receives it and both are left for a person to decide.

    Parameters
    ----------
    displayed
        Names as an attendance report or a transcript shows them.
    members
        The members of the community.

    Returns
    -------
    tuple of Match
        One for each shown name, in the same order.

    Examples
    --------
    >>> members = [Named("Eric Clapton", key=1), Named("Yoko Ono", key=2)]
    >>> first, second = match_names([Named("Ono, Yoko"), Named("Eric's iPad (Clapton)")], members)
    >>> first.member.key
    2
    >>> second.member, second.candidates[0].likeness.reason
    (None, 'the name of a device with the same words in it')
    """
    index = _Index()
    for place, member in enumerate(members):
        index.add(read(member), position=place)
    ranked = [_ranked(read(person), index) for person in displayed]
    sure = [_surely(candidates) for candidates in ranked]
    claims: dict[int, list[int]] = defaultdict(list)
    for row, hit in enumerate(sure):
        if hit is not None:
            claims[hit[0]].append(row)
    matches = []
    for row, person in enumerate(displayed):
        hit = sure[row]
        winner = _winner([(other, sure[other]) for other in claims[hit[0]]]) if hit else None
        matches.append(_match(person, ranked[row], hit=hit, wins=winner == row, contested=winner is None))
    return tuple(matches)


_Hit = tuple[int, Candidate]


def _ranked(reading: Reading, index: "_Index") -> list[_Hit]:
    near = [(at or 0, Candidate(other.named, likeness(reading, other))) for other, at in index.near(reading)]
    return sorted(
        (hit for hit in near if hit[1].likeness.level != Level.DIFFERENT),
        key=lambda hit: (hit[1].likeness.rank, hit[0]),
    )


def _surely(ranked: Sequence[_Hit]) -> _Hit | None:
    if not ranked or ranked[0][1].likeness.level == Level.ALIKE:
        return None
    best = [hit for hit in ranked if hit[1].likeness.rank == ranked[0][1].likeness.rank]
    return best[0] if len(best) == 1 else None


def _winner(claims: Sequence[tuple[int, _Hit | None]]) -> int | None:
    """Name the row with the strongest claim on a member, if it is stronger than every other."""
    ordered = sorted((hit[1].likeness.rank[0], row) for row, hit in claims if hit)
    return ordered[0][1] if len(ordered) == 1 or ordered[0][0] < ordered[1][0] else None


def _match(person: Named, ranked: Sequence[_Hit], *, hit: _Hit | None, wins: bool, contested: bool) -> Match:
    candidates = tuple(candidate for _, candidate in ranked)
    if hit and wins:
        return Match(person, hit[1].member, candidates, hit[1].likeness.reason)
    if hit and contested:
        return Match(person, None, candidates, f"more than one row looks like {hit[1].member.name}")
    if hit:
        return Match(person, None, candidates, f"another row is {hit[1].member.name} already")
    if not candidates:
        return Match(person, None, (), "nobody of that name")
    best = candidates[0].likeness
    if best.level != Level.ALIKE:
        return Match(person, None, candidates, f"several members fit: {best.reason}")
    return Match(person, None, candidates, best.reason)


@dataclass
class _Index:
    """Finds those worth comparing, so that 4,000 by 4,000 names need no sixteen million comparisons."""

    _entries: list[tuple[Reading, int | None]] = field(default_factory=list)
    _places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, reading: Reading, *, position: int | None) -> None:
        for handle in self._handles(reading):
            self._places[handle].append(len(self._entries))
        self._entries.append((reading, position))

    def near(self, reading: Reading) -> list[tuple[Reading, int | None]]:
        places = {place for handle in self._handles(reading) for place in self._places.get(handle, ())}
        return [self._entries[place] for place in sorted(places)]

    @staticmethod
    def _handles(reading: Reading) -> set[str]:
        """Anything two readings of one person are bound to share: a word, its bare consonants, or the address."""
        words = {*reading.spelling.words, *reading.spelling.umlauts}
        words = {word for word in (*words, *local_words(reading.mail)) if len(word) > 1}
        bones = {f"~{bare}" for word in words if len(bare := _SOFT.sub("", word)) > 2}
        return words | bones | ({f"@{reading.mail}"} if reading.mail else set())
