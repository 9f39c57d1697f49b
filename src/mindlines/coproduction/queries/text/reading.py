"""Reading a shared document, which any member's browser may have filled with anything."""

from collections.abc import Iterable
from typing import Any

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from .blocks import BREAK, HEADING, HOLDERS, ITEM, TEXTS, Block, Run, level_of, safe_address, tidy_runs

# The name of the text inside a shared document.
ROOT = "text"
HARD_BREAK = "hard_break"
DEEPEST = 50


def opened(content: bytes) -> Doc[Any]:
    """The document that these updates make."""
    doc: Doc[Any] = Doc()
    if content:
        doc.apply_update(content)
    return doc


def root(doc: Doc[Any]) -> XmlFragment:
    found: XmlFragment = doc.get(ROOT, type=XmlFragment)
    return found


def blocks_of(content: bytes) -> tuple[Block, ...]:
    """The text of a document; what is not part of a text is left out."""
    return tuple(block for _node, block in top(opened(content)))


def top(doc: Doc[Any]) -> list[tuple[XmlElement, Block]]:
    """The outermost nodes of a document, each with what it says."""
    found = []
    for node in root(doc).children:
        if isinstance(node, XmlElement):
            block = read(node)
            if block is not None:
                found.append((node, block))
    return found


def read(node: XmlElement, *, depth: int = 0) -> Block | None:
    """What a node says; nothing, if it is none of ours."""
    kind = node.tag or ""
    if kind in TEXTS:
        level = level_of(node.attributes.get("level")) if kind == HEADING else 0
        return Block(kind, runs=_runs(node.children), level=level)
    if kind not in HOLDERS or depth > DEEPEST:
        return None
    inside = [read(child, depth=depth + 1) for child in node.children if isinstance(child, XmlElement)]
    wanted = [block for block in inside if block is not None and (kind == ITEM or _fits(kind, block))]
    return Block(kind, inside=tuple(wanted)) if wanted else None


def _fits(kind: str, block: Block) -> bool:
    return (block.kind == ITEM) == kind.endswith("_list")


def _runs(children: Iterable[object]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for child in children:
        if isinstance(child, XmlText):
            runs += [_run(text, marks or {}) for text, marks in child.diff() if isinstance(text, str)]
        elif isinstance(child, XmlElement) and child.tag == HARD_BREAK:
            runs.append(Run(BREAK))
    return tidy_runs(runs)


def _run(text: str, marks: dict[str, Any]) -> Run:
    link = marks.get("link")
    href = safe_address(link.get("href")) if isinstance(link, dict) else ""
    words = text.replace("\r", " ").replace("\n", " ")
    return Run(words, strong=marks.get("strong") is not None, em=marks.get("em") is not None, href=href)


def plain(blocks: Iterable[Block]) -> list[str]:
    """The text of each paragraph and heading, without marks."""
    found: list[str] = []
    for block in blocks:
        found += [block.text] if block.kind in TEXTS else plain(block.inside)
    return found
