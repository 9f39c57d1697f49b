"""How easy a text is to read, and what makes it hard."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mindlines_analysis.readability._everyday import EVERYDAY
from mindlines_analysis.readability.formulas import SAMPLE, flesch_kincaid_grade, flesch_reading_ease, smog_grade
from mindlines_analysis.readability.splitting import sentences, words
from mindlines_analysis.readability.spoken import is_short_form, syllables
from mindlines_analysis.voice.figures import Figure

# A sentence with more words is long; so says the guidance for writing on the pages of the NHS.
LONG_SENTENCE = 20
# Of fewer words the formulas say nothing that would hold for the next page.
FEWEST_WORDS = 100
HARD = 3
# British children begin school at five.
FIRST_SCHOOL_AGE = 5


@dataclass(frozen=True)
class HardWord:
    """A word that readers may stumble at, and how often it stands in the text."""

    word: str
    syllables: int
    times: int


@dataclass(frozen=True)
class LongSentence:
    """A sentence of more than twenty words."""

    text: str
    words: int


@dataclass(frozen=True)
class Readability:
    """What was counted in a text, and what the formulas make of it.

    `hard_words` and `short_forms` come with the most frequent first. `reading_age` is the Flesch-Kincaid grade and five
    years. `sentence_length` is words a sentence.
    """

    words: int
    sentences: int
    syllables: int
    polysyllables: int
    sentence_length: Figure
    flesch: Figure
    grade: Figure
    smog: Figure
    reading_age: Figure
    long_sentences: tuple[LongSentence, ...]
    hard_words: tuple[HardWord, ...]
    short_forms: tuple[HardWord, ...]


def measure(text: str) -> Readability:
    """How easy a text is to read: its long sentences, its hard words, and three formulas.

    Parameters
    ----------
    text
        Plain text; headings and points of lists count as sentences.

    Returns
    -------
    Readability
        Under 100 words the formulas say why they say nothing, and SMOG under 30 sentences. Hard words have three
        syllables or more, not counting an ending such as -ing; everyday words, names and numbers are none. Short forms
        are words made of first letters.

    Notes
    -----
    Counts differ between programs, most in syllables and in what ends a sentence, so compare figures of one program only.
    The limits are those of https://service-manual.nhs.uk/content; formulas: see `flesch_reading_ease`,
    `flesch_kincaid_grade` and `smog_grade`.

    Examples
    --------
    >>> found = measure("Osteoarthritis hurts. Exercise together helps, says the NHS. Osteoarthritis can get better.")
    >>> found.words, found.sentences, found.hard_words
    (12, 3, (HardWord(word='osteoarthritis', syllables=6, times=2),))
    >>> found.short_forms[0].word, found.flesch.reason
    ('NHS', 'fewer than 100 words')
    """
    told = [(sentence, words(sentence)) for sentence in sentences(text)]
    every = [word for _sentence, its in told for word in its]
    spoken = {word: syllables(word) for word in set(every)}
    names = _names(its for _sentence, its in told)
    total, many = sum(spoken[word] for word in every), sum(spoken[word] >= HARD for word in every)
    counts = {"words": len(every), "sentences": len(told)}
    grade = _figure(flesch_kincaid_grade(**counts, syllables=total) if every else None, words_=len(every))
    return Readability(
        **counts,
        syllables=total,
        polysyllables=many,
        sentence_length=Figure(len(every) / len(told)) if told else Figure(None, "no words"),
        flesch=_figure(flesch_reading_ease(**counts, syllables=total) if every else None, words_=len(every)),
        grade=grade,
        smog=_smog(many, sentences_=len(told), words_=len(every)),
        reading_age=Figure(None if grade.value is None else grade.value + FIRST_SCHOOL_AGE, grade.reason),
        long_sentences=tuple(LongSentence(each, len(its)) for each, its in told if len(its) > LONG_SENTENCE),
        hard_words=_tally(word.lower() for word in every if is_hard(word, names=names)),
        short_forms=_tally(word for word in every if is_short_form(word)),
    )


def is_hard(word: str, *, names: frozenset[str] = frozenset()) -> bool:
    """Whether readers may stumble at the word; of parts joined by a hyphen, at any of them."""
    if word in names or is_short_form(word) or any(sign.isdigit() for sign in word):
        return False
    parts = word.lower().replace("’", "'").removesuffix("'s").replace("‐", "-").replace("‑", "-").split("-")
    return any(syllables(part) >= HARD and not _is_everyday(part) for part in parts)


def _is_everyday(word: str) -> bool:
    """Also where an ending was added to a word that is everyday, or short."""
    if word in EVERYDAY:
        return True
    for ending in ("s", "es", "d", "ed", "ing", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and (stem in EVERYDAY or f"{stem}e" in EVERYDAY):
            return True
    return any(
        word.endswith(ending) and len(word) > len(ending) + 2 and syllables(word.removesuffix(ending)) < HARD
        for ending in ("es", "ed", "ing")
    )


def _names(told: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Words with a capital inside a sentence that is not all in capitals: names of people, places and things."""
    inside: set[str] = set()
    for _first, *rest in told:
        capitals = [word for word in rest if word[:1].isupper()]
        if len(capitals) * 2 < len(rest):
            inside.update(capitals)
    return frozenset(inside)


def _figure(value: float | None, *, words_: int) -> Figure:
    return Figure(None, f"fewer than {FEWEST_WORDS} words") if words_ < FEWEST_WORDS else Figure(value)


def _smog(polysyllables: int, *, sentences_: int, words_: int) -> Figure:
    if words_ < FEWEST_WORDS:
        return Figure(None, f"fewer than {FEWEST_WORDS} words")
    if sentences_ < SAMPLE:
        return Figure(None, f"fewer than {SAMPLE} sentences")
    return Figure(smog_grade(polysyllables=polysyllables, sentences=sentences_))


def _tally(found: Iterable[str]) -> tuple[HardWord, ...]:
    counted = Counter(found)
    return tuple(
        HardWord(word, syllables(word), times)
        for word, times in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    )
