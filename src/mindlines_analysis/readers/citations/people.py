"""Names of authors, as the many programs write them."""

import re
from collections.abc import Iterable

from mindlines_analysis.readers.citations.cleaning import tidy

Name = dict[str, str]

_GROUP = re.compile(
    r"\b(association|agency|authority|board|bureau|cent(re|er)|college|collaborat\w+|commission|committee|communit\w+|"
    r"company|conference|consortium|contributors|council|department|federation|foundation|fund|group|hospital|"
    r"institut\w+|investigators|ltd|inc|members|ministry|nations|network|nhs|nice|office|organi[sz]ation|panel|"
    r"programme|project|service|society|study|task force|team|trial\w*|trust|union|universit\w+)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[- ]?){1,4}")
_DOTTED = re.compile(r"(?:[^\W\d_]\.[- ]?)+")
_SUFFIX = re.compile(r"(jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_PARTICLES = re.compile(r"((?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|el|al|bin|zu|zur)\s+)+)(\S.*)")


def person(text: str) -> Name | None:
    """Read one name.

    With a comma the family stands first. Without one, initials tell: ``Liu R.`` and ``A. Author``. What shows neither
    is kept whole, because it may be an organisation.

    Parameters
    ----------
    text
        The name as it is written.

    Returns
    -------
    dict or None
        `family` and `given`, or `literal`; nothing where there is no name.

    Examples
    --------
    >>> person("Smith, Ann B."), person("Liu R."), person("A. Author-One")
    ({'family': 'Smith', 'given': 'Ann B.'}, {'family': 'Liu', 'given': 'R.'}, {'family': 'Author-One', 'given': 'A.'})
    >>> person("World Health Organization")
    {'literal': 'World Health Organization'}
    """
    written = tidy(text).strip(" ,;")
    if not written or not re.search(r"\w", written):
        return None
    if "," in written:
        return _with_comma(written)
    words = written.split()
    if len(words) < 2 or (_GROUP.search(written) and not _DOTTED.fullmatch(words[-1])):
        return {"literal": written}
    if _is_initials(words[-1]):
        return {"family": " ".join(words[:-1]), "given": words[-1]}
    if _DOTTED.fullmatch(words[0]):
        cut = next((at for at, word in enumerate(words) if not _DOTTED.fullmatch(word)), len(words) - 1)
        return {"family": " ".join(words[cut:]), "given": " ".join(words[:cut])}
    return {"literal": written}


def people(texts: Iterable[str]) -> list[Name]:
    """Read names, each once, in their order.

    Examples
    --------
    >>> people(["Smith, Ann", "Smith, Ann", " "])
    [{'family': 'Smith', 'given': 'Ann'}]
    """
    found: list[Name] = []
    for text in texts:
        name = person(text)
        if name and name not in found:
            found.append(name)
    return found


def written_out(text: str) -> Name | None:
    """Read one name of a BibTeX record, where words without a comma are given names and then the family.

    Examples
    --------
    >>> written_out("Tom Cruise"), written_out("Ana van der Berg")
    ({'family': 'Cruise', 'given': 'Tom'}, {'family': 'van der Berg', 'given': 'Ana'})
    """
    found = person(text)
    words = str((found or {}).get("literal", "")).split()
    if len(words) < 2 or _GROUP.search(" ".join(words)):
        return found
    particle = next((at for at, word in enumerate(words[1:], start=1) if word.islower()), None)
    cut = particle if particle is not None and particle < len(words) - 1 else len(words) - 1
    return {"family": " ".join(words[cut:]), "given": " ".join(words[:cut])}


def _with_comma(written: str) -> Name:
    pieces = [piece.strip() for piece in written.split(",")]
    pieces = [piece for piece in pieces if piece]
    suffix = next((piece for piece in pieces[1:] if _SUFFIX.fullmatch(piece)), "")
    given = [piece for piece in pieces[1:] if piece != suffix]
    if len(given) > 1 and _GROUP.search(written):
        return {"literal": written}
    name = {"family": pieces[0]}
    if given:
        name["given"] = ", ".join(given)
    if suffix:
        name["suffix"] = suffix
    return name


def _is_initials(word: str) -> bool:
    return bool(_DOTTED.fullmatch(word)) or (word.isupper() and len(word) <= 3 and bool(_INITIALS.fullmatch(word)))
