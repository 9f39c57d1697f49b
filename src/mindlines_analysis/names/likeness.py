"""Whether two written names mean one person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from mindlines_analysis.names.spelling import Spelling, plain, spell


class Level(StrEnum):
    """How near two names are, from the nearest to the farthest."""

    SAME_MAIL = "same mail"
    SAME_NAME_AND_ORGANISATION = "same name and organisation"
    SAME_NAME = "same name"
    ALIKE = "alike"
    DIFFERENT = "different"


_ORDER = list(Level)
_CLOSE = 0.86


@dataclass(frozen=True)
class Named:
    """Somebody as written somewhere. `key` is the caller's own, to find the person again."""

    name: str
    email: str = ""
    organisation: str = ""
    key: int | str = ""


@dataclass(frozen=True)
class Likeness:
    """A level, the reason in words, and how strong it is within its level (0 to 1)."""

    level: Level
    reason: str
    strength: float = 1.0

    @property
    def rank(self) -> tuple[int, float]:
        """Smaller is nearer."""
        return _ORDER.index(self.level), -self.strength


@dataclass(frozen=True)
class Reading:
    """Somebody with the name taken apart once, for many comparisons."""

    named: Named
    spelling: Spelling
    mail: str
    organisation: str


def same_person(a: Named, b: Named) -> Likeness:
    """Say how likely it is that two written names mean one person.

    Case, accents, apostrophes, titles, "Surname, First", "(EXT)" and "| Organisation" make no difference; what is
    merely alike is never the same.

    Parameters
    ----------
    a, b
        The two as written; their order does not matter.

    Returns
    -------
    Likeness
        The level with its reason.

    Examples
    --------
    >>> same_person(Named("Müller, Hans (EXT)"), Named("Dr Hans Mueller")).level.value
    'same name'
    >>> same_person(Named("Pablo D"), Named("Pablo Diaz")).reason
    'one of the names is shortened to an initial'
    """
    return likeness(read(a), read(b))


def read(named: Named) -> Reading:
    spelling = spell(named.name)
    return Reading(named, spelling, named.email.strip().casefold(), plain(named.organisation or spelling.organisation))


def likeness(a: Reading, b: Reading) -> Likeness:
    if a.mail and a.mail == b.mail:
        return Likeness(Level.SAME_MAIL, "the e-mail address is the same")
    strength = _same_words(a.spelling, b.spelling)
    if strength and not (a.spelling.device or b.spelling.device):
        return _same_name(a, b, strength)
    return _alike(a, b)


def _same_words(a: Spelling, b: Spelling) -> float:
    """1 for the same words in the same order, a little less in another order, 0 for other words."""
    if not a.words or not b.words:
        return 0.0
    pairs = [(one, other) for one in (a.words, a.umlauts) for other in (b.words, b.umlauts)]
    if any(one == other for one, other in pairs):
        return 1.0
    return 0.9 if any(sorted(one) == sorted(other) for one, other in pairs) else 0.0


def _same_name(a: Reading, b: Reading, strength: float) -> Likeness:
    order = "" if strength == 1 else ", in another order"
    if a.organisation and a.organisation == b.organisation:
        return Likeness(Level.SAME_NAME_AND_ORGANISATION, f"name and organisation are the same{order}", strength)
    differs = [
        word
        for word, one, other in (("e-mail address", a.mail, b.mail), ("organisation", a.organisation, b.organisation))
        if one and other and one != other
    ]
    other = f", with another {' and another '.join(differs)}" if differs else ""
    return Likeness(Level.SAME_NAME, f"the name is the same{order}{other}", strength)


def _alike(a: Reading, b: Reading) -> Likeness:
    ours, theirs = a.spelling.words, b.spelling.words
    shorter, longer = sorted((ours, theirs), key=len)
    device = a.spelling.device or b.spelling.device
    if shorter and set(shorter) <= set(longer):
        return _contained(shorter, longer, device=device)
    if len(shorter) > 1 and _initials_fit(shorter, longer):
        return Likeness(Level.ALIKE, "one of the names is shortened to an initial", 0.8)
    if _mail_spells(a.mail, theirs) or _mail_spells(b.mail, ours):
        return Likeness(Level.ALIKE, "the e-mail address contains the name", 0.75)
    if len(shorter) > 1 and (ratio := _ratio(ours, theirs)) >= _CLOSE:
        return Likeness(Level.ALIKE, "the names differ by a letter or two", ratio * 0.8)
    return Likeness(Level.DIFFERENT, "the names differ", 0.0)


def _ratio(ours: Sequence[str], theirs: Sequence[str]) -> float:
    first, second = " ".join(sorted(ours)), " ".join(sorted(theirs))
    # What the lengths alone rule out needs no matcher, whose making is the dear part.
    if 2 * min(len(first), len(second)) < _CLOSE * (len(first) + len(second)):
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < _CLOSE or matcher.quick_ratio() < _CLOSE:
        return 0.0
    return matcher.ratio()


def _contained(shorter: Sequence[str], longer: Sequence[str], *, device: bool) -> Likeness:
    if device and len(shorter) == len(longer):
        return Likeness(Level.ALIKE, "the name of a device with the same words in it", 0.9)
    if len(shorter) == 1:
        return Likeness(Level.ALIKE, "only one word of the name is given, and it fits", 0.5)
    return Likeness(Level.ALIKE, "one of the names has a word more", 0.85)


def _initials_fit(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether each word has its partner, whole or as an initial, and at least one whole."""
    left, whole = list(longer), 0
    for word in sorted(shorter, key=len, reverse=True):
        fits = [other for other in left if other == word] or [
            other for other in left if 1 in (len(word), len(other)) and other[0] == word[0]
        ]
        if not fits:
            return False
        whole += fits[0] == word
        left.remove(fits[0])
    return whole > 0


def _mail_spells(mail: str, words: Sequence[str]) -> bool:
    local = local_words(mail)
    if len(words) < 2 or not local:
        return False
    return set(words) <= set(local) or "".join(local) in {"".join(words), "".join(reversed(words))}


@lru_cache(maxsize=16_384)
def local_words(mail: str) -> tuple[str, ...]:
    """Words before the @ of an address. Remembered, because in a long list each address is compared many times."""
    return tuple(plain(re.sub(r"[._-]", " ", mail.partition("@")[0])).split())
