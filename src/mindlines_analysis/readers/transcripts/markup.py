"""Marks inside the text of a cue: who speaks, colours, times of single words, entities."""

import re
from collections.abc import Sequence
from html import unescape

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>|</v>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:c|i|b|u|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<\d{1,4}:[\d:.]+>|\{\\[^{}]*\}", re.IGNORECASE)
_BREAK = re.compile(r"\[br\]|<br\s*/?>", re.IGNORECASE)


def plain(text: str) -> str:
    """Take the marks out of a text. What only looks like a mark, such as "a < b", stays.

    Parameters
    ----------
    text
        As the file has it.

    Returns
    -------
    str
        Words with single spaces.

    Examples
    --------
    >>> plain("Like a <00:19.000>big-a <c.blue>pizza</c>,  3 &lt; 4 < 5 &amp; so on")
    'Like a big-a pizza, 3 < 4 < 5 & so on'
    """
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", text))).split())


def voices(lines: Sequence[str]) -> list[tuple[str, str]] | None:
    """Who says what in a cue with voice tags; nothing where it has none.

    Parameters
    ----------
    lines
        The lines of the cue.

    Returns
    -------
    list of tuple or None
        Speaker and words, in order. Words outside of any voice have the speaker "".

    Examples
    --------
    >>> voices(["<v Bo &amp; Co>Hello,", "all.</v> <v.loud Ana>Hello!"])
    [('Bo & Co', 'Hello, all.'), ('Ana', 'Hello!')]
    >>> voices(["no tag at all"]) is None
    True
    """
    text = "\n".join(lines)
    if not _VOICE.search(text):
        return None
    pieces = []
    speaker, last = "", 0
    for tag in _VOICE.finditer(text):
        pieces.append((speaker, plain(text[last : tag.start()])))
        speaker, last = plain(tag[1] or ""), tag.end()
    pieces.append((speaker, plain(text[last:])))
    return [(who, words) for who, words in pieces if words or who]
