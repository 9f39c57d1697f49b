"""How one name is written in many ways: the plain words inside what a file or a screen shows."""

import re
import unicodedata
from dataclasses import dataclass

_TITLES = frozenset(
    {
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "dame",
        "rev",
        "reverend",
        "lady",
        "lord",
        "cllr",
        "herr",
        "frau",
        "fr",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "sr",
        "sra",
        "srta",
        "dhr",
        "mevr",
        "mevrouw",
        "meneer",
        "ing",
        "dipl",
        "phd",
        "md",
        "mbbs",
        "msc",
        "bsc",
        "mbe",
        "obe",
        "cbe",
        "frcp",
        "frcgp",
        "rn",
        "rgn",
    }
)
_MARKS = re.compile(
    r"^(ext|extern|external|externe|externo|guest|gast|invit[eé]e?|invitado|contractor|unverified|nicht überprüft|"
    r"host|co-?host|me|you|organi[sz]er|presenter|"
    r"(she|he|they|sie|er|elle|il|ella)(\s*/\s*\w+)+)$",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"\b(ipad|iphone|android|galaxy|samsung|pixel|huawei|xiaomi|macbook|imac|laptop|notebook|chromebook|tablet|"
    r"surface|desktop|computer|phone|mobile|handy|telefon|t[eé]l[eé]phone|pc)\b(\s+(pro|air|mini|plus|max|\d+))*",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(von|de|di|van|of)\b", re.IGNORECASE)
_TAIL = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_APOSTROPHES = re.compile("['’‘ʼ`´′]")
_SPECIAL = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Spelling:
    """A shown name taken apart.

    `words` are its plain words in order, `umlauts` the same with ü written as ue, `organisation` what stood behind a
    bar or in brackets, `device` tells that a device stands for its owner.
    """

    words: tuple[str, ...]
    umlauts: tuple[str, ...]
    organisation: str = ""
    marks: tuple[str, ...] = ()
    device: bool = False


def plain(text: str) -> str:
    """Fold case, accents, apostrophes and blanks away, so that two spellings can be compared.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        Plain words with single blanks between them.

    Examples
    --------
    >>> plain("  García-Simón,  O’Neill ")
    'garcia simon oneill'
    """
    # Folding may bring back what was parted, and parting may bring back capitals: hence twice.
    bare = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", text)).casefold().translate(_SPECIAL)
    letters = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    return " ".join(_WORD.findall(letters))


def set_apart(name: str) -> tuple[str, str, tuple[str, ...]]:
    """Part a shown name from the organisation and the marks behind it.

    Parameters
    ----------
    name
        A name as shown: "Name | Org", "Name (Org)", "Surname, First (Contractor)".

    Returns
    -------
    tuple
        The name, the organisation or an empty text, and marks such as "EXT" or "she/her".

    Examples
    --------
    >>> set_apart("Paul McCartney (Wings)")
    ('Paul McCartney', 'Wings', ())
    >>> set_apart("JANSSENS JAN (EXT)")
    ('JANSSENS JAN', '', ('EXT',))
    """
    name, bar, organisation = (part.strip() for part in name.partition("|"))
    marks: list[str] = []
    while found := _TAIL.search(name):
        rest = name[: found.start()].strip()
        if not rest:
            break
        inside = found[1].strip()
        if _MARKS.match(inside):
            marks.insert(0, inside)
        elif inside:
            organisation = organisation or inside
        name = rest
    if bar and not name:
        return organisation, "", tuple(marks)
    return name, organisation, tuple(marks)


def spell(name: str) -> Spelling:
    """Take a shown name apart into plain words.

    Parameters
    ----------
    name
        A name as a list or a meeting program shows it.

    Returns
    -------
    Spelling
        What it consists of.

    Examples
    --------
    >>> spell("Dr. García Simón, Pedro").words
    ('pedro', 'garcia', 'simon')
    >>> spell("Eric's iPad (Clapton)")
    Spelling(words=('eric', 'clapton'), umlauts=('eric', 'clapton'), organisation='', marks=(), device=True)
    """
    shown, organisation, marks = set_apart(name)
    device = bool(_DEVICE.search(shown))
    if device:
        # What stands in brackets behind a device is its owner far more often than an organisation.
        shown, organisation = f"{_owner(shown)} {organisation}", ""
    first, comma, last = shown.partition(",")
    if comma and plain(last) and not _only_titles(last):
        shown = f"{last} {first}"
    umlauts = unicodedata.normalize("NFC", shown).casefold().translate(_UMLAUTS)
    return Spelling(_words(shown), _words(umlauts), organisation, marks, device)


def _owner(shown: str) -> str:
    bare = _OWNED.sub(" ", _DEVICE.sub(" ", shown))
    return re.sub(r"(\w)['’‘ʼ`´]s?(\s|$)", r"\1 ", bare).strip()


def _only_titles(text: str) -> bool:
    return all(word in _TITLES for word in plain(text.replace(".", "")).split())


def _words(text: str) -> tuple[str, ...]:
    words = tuple(plain(text).split())
    kept = tuple(word for word in words if word not in _TITLES)
    return kept or words
