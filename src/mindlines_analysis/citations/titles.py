"""Titles made plain, so that the same one is the same however it was typed."""

import html
import re
import unicodedata
from itertools import pairwise

_MARK_UP = re.compile(r"<[^<>]{1,60}>")
_NOT_WORDS = re.compile(r"[\W_]+")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_COUNTED = ("part", "volume", "vol", "chapter", "phase", "section", "study", "stage", "report", "no", "number")
_LETTERS = {"α": " alpha ", "β": " beta ", "γ": " gamma ", "µ": " micro ", "μ": " micro ", "&": " and "}
# Words that make another work of one with otherwise the same title.
ANOTHER = frozenset((
    "abstract", "abstracts", "addendum", "announcement", "author", "authors", "comment", "comments",
    "commentary", "correction", "corrected", "corrigendum", "editorial", "errata", "erratum", "expression",
    "interim", "letter", "preprint", "protocol", "rebuttal", "rejoinder", "reply", "republished", "response",
    "retracted", "retraction", "summary", "supplement", "supplementary", "update", "updated", "withdrawn",
))  # fmt: skip


def plain_title(text: str) -> str:
    """Write a title in small letters without accents, mark-up and punctuation.

    Parameters
    ----------
    text
        A title.

    Returns
    -------
    str
        Its words, one blank between them.

    Examples
    --------
    >>> plain_title("Élan & <i>Vital</i>: part II.")
    'elan and vital part 2'
    """
    words = _MARK_UP.sub(" ", html.unescape(text))
    words = "".join(_LETTERS.get(char, char) for char in words)
    flat = "".join(char for char in unicodedata.normalize("NFKD", words) if not unicodedata.combining(char))
    found = _NOT_WORDS.sub(" ", flat.casefold()).split()
    counted = [
        word if before not in _COUNTED else _ROMAN.get(word, word)
        for before, word in zip(["", *found], found, strict=False)
    ]
    return " ".join(counted)


def numbers_in(title: str) -> tuple[str, ...]:
    """What a plain title counts: parts, years and editions, in order.

    Examples
    --------
    >>> numbers_in("hips part 2 update 2019")
    ('2', '2019')
    """
    words = title.split()
    letters = [word for before, word in pairwise(words) if before in _COUNTED and len(word) == 1]
    return tuple(
        sorted([word for word in words if any(char.isdigit() for char in word)] + [c for c in letters if c.isalpha()])
    )
