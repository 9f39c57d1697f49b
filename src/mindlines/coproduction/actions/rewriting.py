"""Changing a shared document on the server, by as little as will do, so that what others write meanwhile stays."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from pycrdt import XmlElement, XmlText

from mindlines.coproduction.queries.text.blocks import BREAK, HEADING, ITEM, TEXTS, Block, Run
from mindlines.coproduction.queries.text.marks import Written, block_words
from mindlines.coproduction.queries.text.merging import tokens
from mindlines.coproduction.queries.text.reading import HARD_BREAK, opened, read, root, top

# A character with its look.
Letter = tuple[str, tuple[bool, bool, str]]
Thing = TypeVar("Thing")


def rewritten(content: bytes, *, to: Sequence[Written]) -> bytes:
    """The update that makes a document say what is written; empty bytes where it says so already."""
    doc = opened(content)
    before = doc.get_state()
    now = top(doc)
    sources = [block_words(block) for _node, block in now]
    nodes = [node for node, _block in now]
    _drop_strangers(root(doc), keep=nodes)
    _align(root(doc), [block for _node, block in now], to, keys=(sources, [one.source for one in to]))
    update = doc.get_update(before)
    return update if update != opened(content).get_update(before) else b""


def replaced(content: bytes, *, passage: str, by: str) -> bytes:
    """The update that puts other words in the place of a passage which stands once in one paragraph; else nothing."""
    doc = opened(content)
    before = doc.get_state()
    found = [node for node, text in _texts(root(doc).children) for _time in range(text.count(passage))]
    if len(found) != 1:
        return b""
    _put_words(found[0], passage=passage, by=by)
    return doc.get_update(before)


def _texts(nodes: Iterable[object]) -> list[tuple[XmlElement, str]]:
    found: list[tuple[XmlElement, str]] = []
    for node in nodes:
        if isinstance(node, XmlElement):
            block = read(node)
            if block is not None and block.kind in TEXTS:
                found.append((node, block.text))
            else:
                found += _texts(node.children)
    return found


def _put_words(node: XmlElement, *, passage: str, by: str) -> None:
    block = read(node)
    if block is None:
        return
    letters = _letters(block.runs)
    text = block.text
    start = text.index(passage)
    look = letters[start][1]
    new = [*letters[:start], *((letter, look) for letter in by), *letters[start + len(passage) :]]
    _rewrite_text(node, old=block.runs, new=_runs(new))


def _drop_strangers(holder: Any, *, keep: Sequence[XmlElement]) -> None:
    """What is no text takes no place, so that places in the document and in the list of blocks are the same."""
    for place in reversed(range(len(holder.children))):
        if holder.children[place] not in keep:
            del holder.children[place]


def _align(
    holder: Any,
    now: Sequence[Block],
    wanted: Sequence[Written] | Sequence[Block],
    *,
    keys: tuple[Sequence[object], Sequence[object]],
) -> None:
    """Make the children of a node say what is wanted, from the last to the first so that places stay true."""
    blocks = [one.block if isinstance(one, Written) else one for one in wanted]
    matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    for kind, a1, a2, b1, b2 in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        pairs = min(a2 - a1, b2 - b1)
        for place in reversed(range(a1 + pairs, a2)):
            del holder.children[place]
        for block in reversed(blocks[b1 + pairs : b2]):
            _insert(holder, a1 + pairs, block)
        for step in reversed(range(pairs)):
            _change(holder, a1 + step, old=now[a1 + step], new=blocks[b1 + step])


def _change(holder: Any, place: int, *, old: Block, new: Block) -> None:
    """Change one child; where it becomes another kind of thing, the new stands in the place of the old."""
    if old == new:
        return
    node = holder.children[place]
    if old.kind != new.kind or old.level != new.level:
        del holder.children[place]
        _insert(holder, place, new)
    elif old.kind in TEXTS:
        _rewrite_text(node, old=old.runs, new=new.runs)
    else:
        inside = [child for child in node.children if isinstance(child, XmlElement) and read(child) is not None]
        _drop_strangers(node, keep=inside)
        _align(node, old.inside, new.inside, keys=(old.inside, new.inside))


def _insert(holder: Any, place: int, block: Block) -> None:
    attributes: dict[str, Any] = {"level": block.level} if block.kind == HEADING else {}
    node = XmlElement(block.kind, attributes)
    holder.children.insert(place, node)
    if block.kind in TEXTS:
        _fill(node, block.runs)
        return
    inside = block.inside or ((Block(TEXTS[0]),) if block.kind == ITEM else ())
    for number, inner in enumerate(inside):
        _insert(node, number, inner)


def _fill(node: XmlElement, runs: Sequence[Run]) -> None:
    text: XmlText | None = None
    for run in runs:
        if run.text == BREAK:
            node.children.append(XmlElement(HARD_BREAK))
            text = None
            continue
        if text is None:
            text = XmlText("")
            node.children.append(text)
        text.insert(len(text), run.text, _marks(run.look))


def _rewrite_text(node: XmlElement, *, old: Sequence[Run], new: Sequence[Run]) -> None:
    """Letter by letter where the paragraph is one piece; a paragraph with line breaks inside is written anew."""
    children = list(node.children)
    text = children[0] if len(children) == 1 else None
    if not isinstance(text, XmlText) or BREAK in [run.text for run in (*old, *new)]:
        for place in reversed(range(len(children))):
            del node.children[place]
        _fill(node, new)
        return
    before, after = _words(old), _words(new)
    starts = _starts(before)
    for kind, a1, a2, b1, b2 in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        if kind == "equal":
            continue
        if a2 > a1:
            del text[starts[a1] : starts[a2]]
        at = starts[a1]
        for run in _runs([letter for word in after[b1:b2] for letter in word]):
            text.insert(at, run.text, _marks(run.look))
            at += len(run.text.encode())


def _words(runs: Sequence[Run]) -> list[tuple[Letter, ...]]:
    """Words and what stands between them, each letter with its look."""
    letters = _letters(runs)
    found, at = [], 0
    for word in tokens("".join(letter for letter, _look in letters)):
        found.append(tuple(letters[at : at + len(word)]))
        at += len(word)
    return found


def _starts(words: Sequence[Sequence[Letter]]) -> list[int]:
    """Where each word begins, in the bytes in which shared texts are counted; and where the last one ends."""
    places = [0]
    for word in words:
        places.append(places[-1] + sum(len(letter.encode()) for letter, _look in word))
    return places


def _letters(runs: Sequence[Run]) -> list[Letter]:
    return [(letter, run.look) for run in runs for letter in run.text]


def _runs(letters: Sequence[Letter]) -> list[Run]:
    runs: list[Run] = []
    for letter, look in letters:
        if runs and runs[-1].look == look and BREAK not in (letter, runs[-1].text):
            runs[-1] = Run(runs[-1].text + letter, *look)
        else:
            runs.append(Run(letter, *look))
    return runs


def _marks(look: tuple[bool, bool, str]) -> dict[str, Any]:
    strong, em, href = look
    marks: dict[str, Any] = {}
    if strong:
        marks["strong"] = {}
    if em:
        marks["em"] = {}
    if href:
        marks["link"] = {"href": href}
    return marks
