"""Words with simple marks (Markdown): how a text is kept for reading, and how it is written in the plain form."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .blocks import (
    BREAK,
    BULLETS,
    HEADING,
    ITEM,
    NUMBERS,
    PARAGRAPH,
    QUOTE,
    Block,
    Run,
    level_of,
    safe_address,
    tidy_runs,
)

_READER = MarkdownIt("commonmark", {"html": False}).disable(
    ["code", "fence", "html_block", "html_inline", "hr", "reference", "lheading", "image", "backticks"]
)
_KINDS = {
    "paragraph": PARAGRAPH,
    "heading": HEADING,
    "bullet_list": BULLETS,
    "ordered_list": NUMBERS,
    "list_item": ITEM,
    "blockquote": QUOTE,
}
_SPECIAL = re.compile(r"([\\`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;))")
_BEGINS = re.compile(r"^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|~{3}|-{2,}|[:|](?=[\s:|-]+$))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


@dataclass(frozen=True)
class Written:
    """A block as somebody wrote it."""

    source: str
    block: Block


def words_of(blocks: Iterable[Block]) -> str:
    """The text with marks: `**strong**`, `## heading`, `- point`, `> quote`."""
    return "\n\n".join(filter(None, map(block_words, blocks)))


def block_words(block: Block) -> str:
    if block.kind == PARAGRAPH:
        return _inline(block.runs)
    if block.kind == HEADING:
        return f"{'#' * block.level} {_inline(block.runs).replace(BREAK, ' ')}".strip()
    if block.kind == QUOTE:
        return _indented(words_of(block.inside), first="> ", rest="> ")
    if block.kind == ITEM:
        return words_of(block.inside)
    return "\n".join(_item(item, number if block.kind == NUMBERS else 0) for number, item in enumerate(block.inside, 1))


def unmarked(words: str) -> str:
    """The same words as people read them: points of a list begin with a dot, and there are no other marks."""
    return "\n\n".join(filter(None, (_read(block) for block in blocks_from(words))))


def _read(block: Block) -> str:
    if block.kind in (PARAGRAPH, HEADING):
        return block.text
    if block.kind in (BULLETS, NUMBERS):
        points = (f"{number}." if block.kind == NUMBERS else "•" for number in range(1, len(block.inside) + 1))
        return "\n".join(f"{point} {_read(item)}" for point, item in zip(points, block.inside, strict=True))
    return "\n".join(filter(None, map(_read, block.inside)))


def _item(item: Block, number: int) -> str:
    first = f"{number}. " if number else "- "
    is_simple = all(inner.kind in (BULLETS, NUMBERS) for inner in item.inside[1:])
    words = ("\n" if is_simple else "\n\n").join(filter(None, map(block_words, item.inside)))
    return _indented(words, first=first, rest=" " * len(first))


def _indented(words: str, *, first: str, rest: str) -> str:
    lines = words.split("\n")
    return "\n".join(f"{rest if number else first}{line}".rstrip() for number, line in enumerate(lines))


def _inline(runs: Sequence[Run]) -> str:
    lines = _linked(runs).split(BREAK)
    return "\\\n".join(filter(None, (_begun(line.strip()) for line in lines)))


def _begun(line: str) -> str:
    """The beginning of a line must not be taken for a mark."""
    line = _NUMBERED.sub(r"\1\\\2", line)
    return _BEGINS.sub(r"\\\1", line)


def _linked(runs: Sequence[Run]) -> str:
    parts = []
    for href, some in groupby(runs, key=lambda run: run.href):
        words = _strong(list(some))
        parts.append(_around(words, "[", f"]({_address(href)})") if href else words)
    return "".join(parts)


def _strong(runs: Sequence[Run]) -> str:
    parts = []
    for strong, some in groupby(runs, key=lambda run: run.strong):
        words = "".join(_around(_escaped(run.text), "*", "*") if run.em else _escaped(run.text) for run in some)
        parts.append(_around(words, "**", "**") if strong else words)
    return "".join(parts)


def _around(words: str, before: str, after: str) -> str:
    """Marks stand close to the words; spaces stay outside."""
    inner = words.strip()
    if not inner:
        return words
    start = words.index(inner)
    return f"{words[:start]}{before}{inner}{after}{words[start + len(inner) :]}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _address(href: str) -> str:
    return re.sub(r"[\s()<>\\]", lambda found: f"%{ord(found[0]):02X}", href)


def written(words: str) -> list[Written]:
    """The blocks of words with marks, in order; whatever marks we do not know are words."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tokens = _READER.parse("\n".join(lines))
    found = []
    for start, end in _spans(tokens):
        first, last = tokens[start].map or [0, 0]
        block = _block(tokens[start : end + 1])
        if block is not None:
            found.append(Written("\n".join(lines[first:last]).strip(), block))
    return found


def blocks_from(words: str) -> tuple[Block, ...]:
    return tuple(one.block for one in written(words))


def _spans(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where each outermost block begins and ends."""
    spans, depth, start = [], 0, 0
    for place, token in enumerate(tokens):
        if token.nesting == 1 and depth == 0:
            start = place
        depth += token.nesting
        if depth == 0 and token.nesting == -1:
            spans.append((start, place))
    return spans


def _block(tokens: Sequence[Token]) -> Block | None:
    kind = _KINDS[tokens[0].type.removesuffix("_open")]
    inner = tokens[1:-1]
    if kind == PARAGRAPH:
        return Block(kind, runs=_runs(inner))
    if kind == HEADING:
        return Block(kind, runs=_runs(inner), level=level_of(int(tokens[0].tag[1:])))
    inside = [_block(inner[start : end + 1]) for start, end in _spans(inner)]
    found = tuple(block for block in inside if block is not None)
    if kind == ITEM and not found:
        found = (Block(PARAGRAPH),)
    return Block(kind, inside=found) if found else None


def _runs(tokens: Sequence[Token]) -> tuple[Run, ...]:
    runs: list[Run] = []
    strong = em = 0
    hrefs: list[str] = []
    for token in tokens[0].children or [] if tokens else []:
        if token.type.startswith("strong_"):
            strong += token.nesting
        elif token.type.startswith("em_"):
            em += token.nesting
        elif token.type == "link_open":
            hrefs.append(safe_address(token.attrGet("href")))
        elif token.type == "link_close":
            hrefs.pop()
        elif token.type == "hardbreak":
            runs.append(Run(BREAK))
        else:
            text = " " if token.type == "softbreak" else token.content
            runs.append(Run(text, strong=strong > 0, em=em > 0, href=hrefs[-1] if hrefs else ""))
    return tidy_runs(runs)
