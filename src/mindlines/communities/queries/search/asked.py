"""What somebody typed, as words and phrases to look for."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

MOST_WORDS = 12
LONGEST_WORD = 60
# Words that stand in nearly every text; a search for them alone finds nothing.
STOP_WORDS = (
    "a about above after again against all am an and any are as at be because been before being below between both but by"
    " can cannot could did do does doing don down during each few for from further get got had has have having he her here"
    " hers herself him himself his how i if in into is it its itself just ll m me more most my myself no nor not now of off on"
    " once only or other our ours ourselves out over own re s same she should so some such t than that the their theirs them"
    " themselves then there these they this those through to too under until up ve very was we were what when where which"
    " while who whom why will with would you your yours yourself yourselves"
)
STOP = frozenset(STOP_WORDS.split())

ENDINGS = re.compile(
    r"(?:isations?|izations?|ations?|ators?|ated?|ating|ates|ingly|edly|ings?|ied|ies|ed|es|ers?|ly|al|[sey])$"
)


@dataclass(frozen=True)
class Other:
    """Another way to say what was typed; `of` is the stretch of typed words that it stands for."""

    words: str
    of: str


@dataclass(frozen=True)
class Unit:
    """One word that was typed, or several between quotation marks. `spellings` count as much as what was typed, `others` less."""

    typed: str
    is_phrase: bool = False
    spellings: tuple[str, ...] = field(default=())
    others: tuple[Other, ...] = field(default=())

    @property
    def as_typed(self) -> tuple[str, ...]:
        return (self.typed, *self.spellings)

    @property
    def in_other_words(self) -> tuple[str, ...]:
        return tuple(other.words for other in self.others)


def folded(text: str) -> str:
    """Small letters without accents, as both databases compare them."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text, folded; a stroke, a hyphen or an apostrophe parts words."""
    return re.findall(r"[^\W_]+", folded(text))


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """A word without its ending: near enough to what the databases do, to compare words beside them."""
    if len(word) < 4 or word.endswith("ss"):
        return word
    short = ENDINGS.sub("", word)
    return short if len(short) > 2 else word


def units(typed: str) -> tuple[Unit, ...]:
    """What to look for; stop words are left out, except between quotation marks."""
    found: dict[str, Unit] = {}
    for phrase, loose in re.findall(r'["“”]([^"“”]*)["“”]|([^"“”]+)', typed[:2000].replace("\x00", " ")):
        words = [word[:LONGEST_WORD] for word in words_of(phrase or loose)]
        if phrase and not set(words) <= STOP:
            joined = " ".join(words[:MOST_WORDS])
            found.setdefault(joined, Unit(joined, is_phrase=True))
            continue
        for word in words:
            if word not in STOP:
                found.setdefault(word, Unit(word))
    return tuple(found.values())[:MOST_WORDS]
