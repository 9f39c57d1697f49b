"""What two people changed in the same words, put together; and what changed between two versions.

Nothing that somebody wrote is ever left out. Where two changed the same words, both readings stand side by side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\n+|[^\S\n]+|[\w'’-]+|[^\w\s]")
SAME, ADDED, REMOVED = "same", "added", "removed"


@dataclass(frozen=True)
class Edit:
    """From `start` to `end` of the old words, `new` stands instead."""

    start: int
    end: int
    new: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """Words that are in both versions, or in one of them only."""

    words: str
    state: str


def merged(before: str, *, mine: str, theirs: str) -> str:
    """Both changes of `before`."""
    if theirs in (before, mine):
        return mine
    if mine == before:
        return theirs
    old = tokens(before)
    edits = sorted([*_marked(old, theirs, 0), *_marked(old, mine, 1)], key=lambda edit: (edit[0].start, edit[1]))
    gone: set[int] = set()
    added: dict[int, list[tuple[str, ...]]] = {}
    for edit, _whose in edits:
        gone.update(range(edit.start, edit.end))
        here = added.setdefault(edit.start, [])
        if edit.new and edit.new not in here:
            here.append(edit.new)
    words: list[str] = []
    for place in range(len(old) + 1):
        words += _side_by_side(added.get(place, []))
        if place < len(old) and place not in gone:
            words.append(old[place])
    return "".join(words)


def _side_by_side(readings: list[tuple[str, ...]]) -> list[str]:
    words: list[str] = []
    for reading in readings:
        if words and words[-1].strip() and reading[0].strip():
            words.append(" ")
        words += reading
    return words


def _marked(old: Sequence[str], new: str, whose: int) -> list[tuple[Edit, int]]:
    return [(edit, whose) for edit in changes(old, new=tokens(new))]


def tokens(words: str) -> list[str]:
    return _TOKEN.findall(words)


def changes(old: Sequence[str], *, new: Sequence[str]) -> list[Edit]:
    """What turns `old` into `new`: first by lines, then by words inside lines that changed."""
    edits = []
    old_lines, new_lines = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, [line[2] for line in old_lines], [line[2] for line in new_lines], autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        start = old_lines[a1][0] if a1 < len(old_lines) else len(old)
        end = old_lines[a2 - 1][1] if a2 > a1 else start
        first = new_lines[b1][0] if b1 < len(new_lines) else len(new)
        last = new_lines[b2 - 1][1] if b2 > b1 else first
        edits += _within(old[start:end], new[first:last], offset=start)
    return edits


def _within(old: Sequence[str], new: Sequence[str], *, offset: int) -> list[Edit]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Edit(offset + a1, offset + a2, tuple(new[b1:b2]))
        for kind, a1, a2, b1, b2 in matcher.get_opcodes()
        if kind != "equal"
    ]


def _lines(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where each line begins and ends, with its words; the break belongs to the line before it."""
    lines, start = [], 0
    for place, word in enumerate(words, start=1):
        if word.startswith("\n"):
            lines.append((start, place, "".join(words[start:place])))
            start = place
    if start < len(words):
        lines.append((start, len(words), "".join(words[start:])))
    return lines


def compared(old: str, *, new: str) -> list[list[Piece]]:
    """The two versions as one text, paragraph by paragraph, with what was added and removed marked."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in _pieces(old, new):
        first, *rest = re.split(r"\n{2,}", piece.words)
        paragraphs[-1].append(Piece(first, piece.state))
        paragraphs += [[Piece(words, piece.state)] for words in rest]
    kept = [[piece for piece in paragraph if piece.words] for paragraph in paragraphs]
    return [paragraph for paragraph in kept if paragraph]


def _pieces(old: str, new: str) -> Iterator[Piece]:
    words = tokens(old)
    at = 0
    for edit in changes(words, new=tokens(new)):
        if edit.start > at:
            yield Piece("".join(words[at : edit.start]), SAME)
        if edit.end > edit.start:
            yield Piece("".join(words[edit.start : edit.end]), REMOVED)
        if edit.new:
            yield Piece("".join(edit.new), ADDED)
        at = edit.end
    if at < len(words):
        yield Piece("".join(words[at:]), SAME)
