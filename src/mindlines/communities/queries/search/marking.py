"""Which words of a text were found, why, and a stretch of the text that shows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from .asked import Unit, folded, root, words_of

READ = 20_000
SHOWN = 28


@dataclass(frozen=True)
class Piece:
    """A stretch of a snippet; `is_hit` when it is one of the words looked for."""

    words: str
    is_hit: bool


@dataclass(frozen=True)
class Marked:
    snippet: tuple[Piece, ...]
    why: tuple[str, ...]


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    root: str


def marked(title: str, *, words: str, units: Sequence[Unit]) -> Marked:
    """A stretch of `words` with the hits in it, and in words why this was found."""
    # Text is kept in Markdown; its marks would only disturb here.
    words = re.sub(r"[*#`|]+", "", words)
    in_title, in_words = _tokens(title), _tokens(words[:READ])
    hits: set[int] = set()
    why, lacking = [], []
    for unit in units:
        as_typed = [_places(way, in_words, begins=True) for way in unit.as_typed]
        hits.update(*as_typed)
        if any(as_typed) or any(_places(way, in_title, begins=True) for way in unit.as_typed):
            continue
        others = [(other, _places(other.words, in_words, begins=False)) for other in unit.others]
        met = [other for other, places in others if places or _places(other.words, in_title, begins=False)]
        hits.update(*(places for _other, places in others))
        why += [_("%(typed)s, also known as: %(other)s") % {"typed": met[0].of, "other": met[0].words}] if met else []
        lacking += [] if met else [unit.typed]
    if lacking and len(lacking) < len(units):
        why.append(_("without: %(words)s") % {"words": ", ".join(lacking)})
    return Marked(snippet=_snippet(words, tokens=in_words, hits=hits), why=tuple(dict.fromkeys(why)))


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in re.finditer(r"[^\W_]+", text):
        word = folded(match.group())
        found.append(_Token(match.start(), match.end(), word, root(word)))
    return found


def _places(words: str, tokens: Sequence[_Token], *, begins: bool) -> list[int]:
    """Where `words` stand next to each other in the text."""
    wanted = words_of(words)
    if len(wanted) == 1:
        stem, long = root(wanted[0]), begins and len(wanted[0]) > 2
        return [
            place
            for place, token in enumerate(tokens)
            if token.root == stem or (long and token.word.startswith(wanted[0]))
        ]
    roots = [root(word) for word in wanted]
    count = len(roots)
    starts = [place for place, token in enumerate(tokens) if token.root == roots[0]]
    return [
        place + step
        for place in starts
        if [token.root for token in tokens[place : place + count]] == roots
        for step in range(count)
    ]


def _snippet(text: str, *, tokens: Sequence[_Token], hits: set[int]) -> tuple[Piece, ...]:
    if not tokens:
        return ()
    first = _densest(sorted(hits))
    last = min(first + SHOWN, len(tokens)) - 1
    start = tokens[first].start if first else 0
    end = tokens[last].end if last + 1 < len(tokens) else min(len(text), READ)
    pieces, at = [], start
    if first:
        pieces.append(Piece("… ", is_hit=False))
    for place in range(first, last + 1):
        if place in hits:
            token = tokens[place]
            pieces.append(Piece(text[at : token.start], is_hit=False))
            pieces.append(Piece(text[token.start : token.end], is_hit=True))
            at = token.end
    pieces.append(Piece(text[at:end], is_hit=False))
    if end < len(text):
        pieces.append(Piece(" …", is_hit=False))
    return tuple(piece for piece in pieces if piece.words)


def _densest(hits: Sequence[int]) -> int:
    """The word with which a stretch begins that holds as many hits as can be, with some words before them."""
    best, most = 0, 0
    for place, start in enumerate(hits):
        inside = sum(1 for hit in hits[place : place + SHOWN] if hit < start + SHOWN - 6)
        if inside > most:
            best, most = start, inside
    return max(0, best - 6) if best > 6 else 0
