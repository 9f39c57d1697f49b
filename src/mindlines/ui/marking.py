"""Words of a glossary, explained where they stand in a text: by a button and a popover, without any script."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from zlib import crc32

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

_TOKEN = re.compile(r"\w+")
_EDGES = re.compile(r"^\W+|\W+$")
_LAST = re.compile(r"(?<![^\W_])[A-Za-z]{3,}$")
_RUN = re.compile(r"\S+")
_TAG = re.compile(r"""(<!--.*?-->|</?[a-zA-Z!](?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z0-9-]+)")
_MARKED = re.compile(r'<button[^>]* data-word="(\d+)"')
# What looks like more than one of a word, and means something else.
_SOMETHING_ELSE = {
    "arms", "customs", "does", "glasses", "goods", "looks", "manners", "means", "news", "spirits", "works",
}  # fmt: skip
# What joins two words into one: “post-acute” is another word than “acute”, and an address is no text at all.
_JOINTS = "-\u2010\u2011.@"
# Where a button cannot stand, or where it would change what is pressed, typed or announced.
_LEFT_ALONE = {
    "a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "legend", "option", "pre", "samp",
    "script", "select", "style", "summary", "svg", "textarea", "title",
}  # fmt: skip


@dataclass(frozen=True)
class Explained:
    """A word, its other spellings, and what it means."""

    key: int
    word: str
    meaning: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """Where in a text a word stands."""

    start: int
    end: int
    word: Explained


@dataclass(frozen=True)
class _Spelling:
    words: str
    of: Explained

    @property
    def firsts(self) -> set[str]:
        """What the first word of a place may be, in small letters."""
        first = _TOKEN.match(self.words)
        if first is None:
            return set()
        stands_alone = first[0] == self.words
        more = f"{first[0]}s" if _is_acronym(self.words) else plural(self.words) if stands_alone else ""
        return {each.casefold() for each in (first[0], more) if each}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Whole words, in any case, or more than one of it; an acronym stands as it is written, or with an s."""
        exact = _is_acronym(self.words)
        ways = [self.words, f"{self.words}s" if exact else plural(self.words)]
        wanted = "|".join(r"\s+".join(map(re.escape, way.split(" "))) for way in ways if way)
        return re.compile(f"(?:{wanted})(?!\\w|[{_JOINTS}]\\w)", 0 if exact else re.IGNORECASE)


class Matcher:
    """Finds words in a text. Where two could stand the longer one wins, and a word's own name before another's other name."""

    def __init__(self, words: Iterable[Explained]) -> None:
        self._by_first: dict[str, list[_Spelling]] = {}
        known = list(words)
        own = [_Spelling(_tidy(word.word), word) for word in known]
        others = [_Spelling(_tidy(other), word) for word in known for other in word.also]
        for spelling in sorted((*own, *others), key=lambda each: -len(each.words)):
            for first in spelling.firsts:
                self._by_first.setdefault(first, []).append(spelling)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def found(self, text: str) -> Iterator[Hit]:
        """All places where words stand, in order; no two of them overlap."""
        if not self:
            return
        plain = _without_addresses(text.replace("\u2019", "'"))
        passed = 0
        for token in _TOKEN.finditer(plain):
            start = token.start()
            if start < passed or _is_joined(plain, start):
                continue
            for spelling in self._by_first.get(token[0].casefold(), ()):
                match = spelling.pattern.match(plain, start)
                if match:
                    passed = match.end()
                    yield Hit(start, passed, spelling.of)
                    break


class Marks:
    """The words that one page can explain. They are fetched when the first text asks, and only then."""

    def __init__(self, matcher: Callable[[], Matcher], *, address: Callable[[Explained], str]) -> None:
        self._fetch = matcher
        self._address = address
        self._ids: Counter[str] = Counter()

    @cached_property
    def matcher(self) -> Matcher:
        return self._fetch()

    def mark(self, html: str) -> SafeString:
        """HTML that was made safe before, with the first occurrence of each word explained; marking it again changes nothing."""
        if not self.matcher or not html.strip():
            return mark_safe(html)  # noqa: S308 - it was safe before
        known = {int(key) for key in _MARKED.findall(html)}
        text_number, skipped = f"{crc32(html.encode()):x}", _Skipped()
        shown = []
        for place, piece in enumerate(_TAG.split(html)):
            if place % 2:
                skipped.meet(piece)
            shown.append(piece if place % 2 or skipped else self._marked(piece, known=known, number=text_number))
        return mark_safe("".join(shown))  # noqa: S308 - what was safe, and what is escaped below

    def _marked(self, piece: str, *, known: set[int], number: str) -> str:
        text, shown, last = unescape(piece), [], 0
        for hit in self.matcher.found(text):
            if hit.word.key not in known:
                known.add(hit.word.key)
                shown += [
                    escape(text[last : hit.start]),
                    self._explanation(text[hit.start : hit.end], hit.word, number),
                ]
                last = hit.end
        return "".join((*shown, escape(text[last:]))) if shown else piece

    def _explanation(self, written: str, word: Explained, number: str) -> SafeString:
        name = f"word-{word.key}-{number}"
        self._ids[name] += 1
        return format_html(
            '<button type="button" class="ml-word" popovertarget="{id}" data-word="{key}">{written}</button>'
            '<span popover class="ml-word__meaning" id="{id}" role="note"> <strong>{word}</strong>: {meaning}'
            ' <a href="{url}">{more}</a></span>',
            id=f"{name}-{self._ids[name]}",
            key=word.key,
            written=written,
            word=word.word,
            meaning=" ".join(word.meaning.split()),
            url=self._address(word),
            more=_("About this word"),
        )


class _Skipped:
    """Whether a reader of tags stands inside something that is left alone."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def meet(self, tag: str) -> None:
        match = _NAME.match(tag)
        if match is None:
            return
        closes, name = match[1], match[2].lower()
        if closes:
            if self._open and self._open[-1] == name:
                self._open.pop()
        elif (self._open and self._open[0] == name) or (not self._open and (name in _LEFT_ALONE or " popover" in tag)):
            self._open.append(name)


def plural(words: str) -> str:
    """More than one of it, by the plain rules of English; nothing where more would be something else, or only a guess."""
    last = _LAST.search(words)
    if last is None:
        return ""
    word = last[0].lower()
    if word.endswith(("ss", "x", "ch", "sh")):
        many, ending = words, "es"
    elif re.search(r"[^aeiou]y$", word):
        many, ending = words[:-1], "ies"
    else:
        many, ending = words, "" if word.endswith(("s", "z")) else "s"
    is_other = f"{word}{ending}" in _SOMETHING_ELSE
    return f"{many}{ending}" if ending and not is_other else ""


def _tidy(spelling: str) -> str:
    return " ".join(_EDGES.sub("", spelling.replace("\u2019", "'")).split())


def _is_acronym(words: str) -> bool:
    return len(words) == 1 or sum(letter.isupper() for letter in words) > 1


def _is_joined(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in _JOINTS and text[start - 2].isalnum()


def _without_addresses(text: str) -> str:
    """The same text, as long as before, with blanks in place of addresses of pages and mailboxes."""
    if not any(sign in text for sign in ("://", "@", "www.")):
        return text
    return _RUN.sub(lambda run: " " * len(run[0]) if re.search(r"://|@|www\.", run[0]) else run[0], text)
