"""Other words for the same thing: from our thesaurus, from the communities' own glossaries, and by the ways of spelling."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from mindlines.communities.models import Term

from .asked import STOP, Other, Unit, root, words_of

FOLDER = Path(__file__).resolve().parents[2] / "thesaurus"
MOST_OTHERS = 16
LONGEST_ENTRY = 5

Key = tuple[str, ...]
# The words of an entry, with all other ways to say it.
Thesaurus = dict[Key, dict[str, None]]

# American letters for British ones, and the other way round.
SPELLINGS = (
    (r"isation", "ization"),
    (r"ization", "isation"),
    (r"is(e|ed|es|ing|er)$", r"iz\1"),
    (r"iz(e|ed|es|ing|er)$", r"is\1"),
    (r"ys(e|ed|es|ing)$", r"yz\1"),
    (r"yz(e|ed|es|ing)$", r"ys\1"),
    (r"(?<=[a-z]{3})our", "or"),
    (r"(?<=[a-z]{2})or(?=s?$|ed$|ing$|al$|ful$)", "our"),
    (r"^e(?=dema|strogen|sophag)", "oe"),
    (r"ae", "e"),
    (r"oe", "e"),
    (r"^(p|orthop|enceph|h)e(d|m|matol)", r"\1ae\2"),
    (r"(?<=t)re(?=s?$)", "er"),
    (r"(?<=(?:nt|et|it))er(?=s?$)", "re"),
    (r"ll(?=ed$|ing$|er$|or$)", "l"),
    (r"(?<=[aeo]l)l?(?=ed$|ing$)", "l"),
    (r"gramme", "gram"),
    (r"program(?=s?$)", "programme"),
    (r"ence(?=s?$)", "ense"),
    (r"ogue(?=s?$)", "og"),
    (r"sulph", "sulf"),
    (r"sulf", "sulph"),
)


def with_meaning(units: Sequence[Unit], *, communities: Iterable[int]) -> tuple[Unit, ...]:
    """The same units, each with its other spellings and the other words for it."""
    glossary = _glossary(communities)
    others: dict[int, dict[str, Other]] = defaultdict(dict)
    for start, stop in _stretches(units):
        of = " ".join(unit.typed for unit in units[start:stop])
        key = tuple(root(unit.typed) for unit in units[start:stop])
        for words in (*glossary.get(key, ()), *thesaurus().get(key, ())):
            for place in range(start, stop):
                others[place].setdefault(words, Other(words, of=of))
    return tuple(
        unit
        if unit.is_phrase
        else replace(unit, spellings=spellings(unit.typed), others=tuple(others[place].values())[:MOST_OTHERS])
        for place, unit in enumerate(units)
    )


def spellings(word: str) -> tuple[str, ...]:
    """The same word as it is written on the other side of the ocean, if that may differ."""
    if len(word) < 5:
        return ()
    other = {re.sub(pattern, instead, word) for pattern, instead in SPELLINGS}
    return tuple(sorted(other - {word}))


@cache
def thesaurus() -> Thesaurus:
    lines = (line for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    return _read(line for line in lines if line.strip() and not line.startswith("#"))


def thesaurus_words() -> frozenset[str]:
    """Every word of the thesaurus, for the spelling."""
    return frozenset(word for others in thesaurus().values() for words in others for word in words.split())


def _read(lines: Iterable[str]) -> Thesaurus:
    """`a, b, c`: each stands for the others. `a > b, c`: who looks for a also finds b and c, but not the other way round."""
    known: Thesaurus = defaultdict(dict)
    for line in lines:
        wide, _, narrow = line.partition(">")
        same = _entries(wide)
        for entry in same:
            _add(known, entry, [other for other in (*same, *_entries(narrow)) if other != entry])
    return dict(known)


def _entries(listed: str) -> list[str]:
    return [" ".join(words) for part in listed.split(",") if (words := words_of(part))]


def _add(known: Thesaurus, entry: str, others: Iterable[str]) -> None:
    # Stop words are not looked for, so that “range of motion” is found by its other two words.
    key = tuple(root(word) for word in entry.split() if word not in STOP)[:LONGEST_ENTRY]
    if key:
        known[key].update(dict.fromkeys(others))


def _glossary(communities: Iterable[int]) -> Thesaurus:
    known: Thesaurus = defaultdict(dict)
    for word, also in Term.objects.shown().filter(community__in=communities).values_list("word", "also"):
        same = [" ".join(words) for way in (word, *also) if (words := words_of(str(way)))]
        for entry in same:
            _add(known, entry, [other for other in same if other != entry])
    return known


def _stretches(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring single words, the longest first."""
    for length in range(min(LONGEST_ENTRY, len(units)), 0, -1):
        for start in range(len(units) - length + 1):
            if not any(unit.is_phrase for unit in units[start : start + length]):
                yield start, start + length
