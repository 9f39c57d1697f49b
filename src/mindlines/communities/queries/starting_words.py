"""Words that a new glossary may begin with: an extract of the A to Z of NHS health writing, kept beside its licence."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mindlines.communities.models import Community, Term

FILE = Path(__file__).parents[1] / "words" / "health_writing.toml"


@dataclass(frozen=True)
class StartingWord:
    """A word with its meaning, as the file has it."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    example: str = ""

    @property
    def spellings(self) -> set[str]:
        return {spelling.casefold() for spelling in (self.word, *self.also)}


@dataclass(frozen=True)
class StartingWords:
    """The file: where its words come from, under which licence, what was changed, and the words."""

    name: str
    source: str
    source_url: str
    dated: str
    licence: str
    licence_url: str
    attribution: str
    changed: str
    words: tuple[StartingWord, ...]


@cache
def starting_words() -> StartingWords:
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    words = tuple(StartingWord(**{**entry, "also": tuple(entry.get("also", ()))}) for entry in read.pop("words"))
    return StartingWords(**read, words=words)


def is_untouched(term: Term) -> bool:
    """Whether the word still stands as it was taken in."""
    listed = starting_words()
    as_taken = {word.word: (word.meaning, list(word.also), word.example) for word in listed.words}
    is_taken = term.written_by_id is None and term.source == listed.name
    return is_taken and as_taken.get(term.word) == (term.meaning, term.also, term.example)


def untouched(community: Community) -> list[Term]:
    """Words that stand as they were taken in."""
    return [term for term in community.terms.filter(source=starting_words().name) if is_untouched(term)]


def missing(community: Community) -> list[StartingWord]:
    """What would be taken in: a word that the community explains already, under any spelling, is its own."""
    own = {
        spelling.casefold() for word, also in community.terms.values_list("word", "also") for spelling in (word, *also)
    }
    return [word for word in starting_words().words if not word.spellings & own]
