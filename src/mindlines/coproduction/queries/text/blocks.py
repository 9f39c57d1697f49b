"""A text as blocks; what the shared document and the words with marks are both turned into."""

from dataclasses import dataclass
from urllib.parse import urlsplit

PARAGRAPH, HEADING, QUOTE = "paragraph", "heading", "blockquote"
BULLETS, NUMBERS, ITEM = "bullet_list", "ordered_list", "list_item"
BREAK = "\n"
TEXTS = (PARAGRAPH, HEADING)
HOLDERS = (BULLETS, NUMBERS, ITEM, QUOTE)
LEVELS = (2, 3)
SAFE = ("http", "https", "mailto", "tel")


@dataclass(frozen=True)
class Run:
    """Words that look alike. A line that ends inside a paragraph is a run of its own, `BREAK`."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""

    @property
    def look(self) -> tuple[bool, bool, str]:
        return self.strong, self.em, self.href


@dataclass(frozen=True)
class Block:
    """A paragraph or heading with runs, or a list, item or quote with blocks inside."""

    kind: str
    runs: tuple[Run, ...] = ()
    inside: tuple["Block", ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def tidy_runs(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours that look alike are one, and nothing is empty."""
    joined: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = joined[-1] if joined else None
        if last and last.look == run.look and BREAK not in (last.text, run.text):
            joined[-1] = Run(last.text + run.text, *run.look)
        else:
            joined.append(run)
    return tuple(joined)


def safe_address(href: object) -> str:
    """The address, if it is one that a link may have."""
    address = href.strip() if isinstance(href, str) else ""
    try:
        return address if urlsplit(address).scheme in SAFE else ""
    except ValueError:
        return ""


def level_of(number: object) -> int:
    """The nearest level that headings of a text have."""
    return LEVELS[0] if isinstance(number, (int, float)) and number <= LEVELS[0] else LEVELS[-1]
