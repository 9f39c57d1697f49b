"""Did you mean …? Words are compared with those of our thesaurus, of the glossary and of what this person may read, and no other."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from django.db.models import Q
from django.db.models.functions import Substr

from mindlines.communities.models import SearchEntry, Term

from .asked import Unit, words_of
from .meaning import thesaurus_words
from .narrowing import Reach

READ_ENTRIES = 2000
READ_LETTERS = 300
TRIED = 3


def corrected(units: Sequence[Unit], *, reach: Reach, is_known: Callable[[str], bool]) -> tuple[Unit, ...]:
    """The same units; a word that stands nowhere is replaced by the likeliest one that does."""
    strange = [unit for unit in units if _may_be_wrong(unit) and not is_known(unit.typed)]
    if not strange:
        return tuple(units)
    known = _vocabulary(reach)
    instead = {unit.typed: _first_known(unit.typed, known, is_known) for unit in strange}
    return tuple(
        replace(unit, typed=word, spellings=(), others=()) if (word := instead.get(unit.typed)) else unit
        for unit in units
    )


def distance(one: str, *, other: str, most: int) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour; more than `most` is not told exactly."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        last, before, row = before, row, [place]
        for at, against in enumerate(other, start=1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != against))
            if last and at > 1 and letter == other[at - 2] and one[place - 2] == against:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _may_be_wrong(unit: Unit) -> bool:
    return not unit.is_phrase and len(unit.typed) > 3 and not any(letter.isdigit() for letter in unit.typed)


def _first_known(word: str, known: Counter[str], is_known: Callable[[str], bool]) -> str | None:
    """The nearest of the vocabulary that this person would find something with."""
    most = 1 if len(word) < 6 else 2
    near = []
    for other, times in known.items():
        # The first letter is seldom wrong; or the first two are swapped.
        if abs(len(other) - len(word)) <= most and other[:1] in word[:2]:
            away = distance(word, other=other, most=most)
            if away <= most:
                near.append((away, -times, other))
    return next((other for _away, _times, other in sorted(near)[:TRIED] if is_known(other)), None)


def _vocabulary(reach: Reach) -> Counter[str]:
    words = Counter(thesaurus_words())
    glossary = Term.objects.shown().filter(community__in=reach.present)
    for term, also in glossary.values_list("word", "also"):
        words.update(words_of(" ".join((term, *map(str, also)))))
    seen = SearchEntry.objects.filter(
        Q(community__in=reach.present, for_facilitators=False) | Q(community__in=reach.facilitated)
    )
    newest = seen.order_by("-pk").annotate(begins=Substr("words", 1, READ_LETTERS)).values_list("title", "begins")
    for title, begins in newest[:READ_ENTRIES]:
        words.update(set(words_of(f"{title} {begins}")))
    return words
