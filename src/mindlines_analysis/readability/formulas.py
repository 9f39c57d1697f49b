"""The three formulas, bare: counts in, a number out. `measure` does the counting."""

from math import sqrt

# SMOG was fitted on samples of thirty sentences.
SAMPLE = 30


def flesch_reading_ease(*, words: int, sentences: int, syllables: int) -> float:
    """How easy a text reads: about 100 is very easy, 60 plain, 30 and less very hard.

    Parameters
    ----------
    words, sentences, syllables
        How many there are; at least one each.

    Returns
    -------
    float
        206.835 - 1.015 words a sentence - 84.6 syllables a word. It can be above 100 and below 0.

    Raises
    ------
    ValueError
        If one of the counts is less than one.

    Notes
    -----
    Flesch 1948, A new readability yardstick, https://doi.org/10.1037/h0057532.

    Examples
    --------
    >>> round(flesch_reading_ease(words=100, sentences=5, syllables=150), 3)
    59.635
    """
    _check(words=words, sentences=sentences, syllables=syllables)
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def flesch_kincaid_grade(*, words: int, sentences: int, syllables: int) -> float:
    """The year of an American school in which most can read it. Five more is about the age of the reader.

    Parameters
    ----------
    words, sentences, syllables
        How many there are; at least one each.

    Returns
    -------
    float
        0.39 words a sentence + 11.8 syllables a word - 15.59. It can be below 0.

    Raises
    ------
    ValueError
        If one of the counts is less than one.

    Notes
    -----
    Kincaid et al. 1975, Derivation of new readability formulas, Naval Technical Training Command report 8-75.

    Examples
    --------
    >>> round(flesch_kincaid_grade(words=100, sentences=5, syllables=150), 2)
    9.91
    """
    _check(words=words, sentences=sentences, syllables=syllables)
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def smog_grade(*, polysyllables: int, sentences: int) -> float:
    """The years of school that somebody needs to understand it fully; so it lies above other formulas.

    Parameters
    ----------
    polysyllables
        How many words have three syllables or more; each time counts.
    sentences
        How many sentences they stand in. The formula was made for thirty; `measure` gives no figure for fewer.

    Returns
    -------
    float
        1.0430 times the root of polysyllables in thirty sentences, + 3.1291.

    Raises
    ------
    ValueError
        If `polysyllables` is below zero or `sentences` below one.

    Notes
    -----
    McLaughlin 1969, SMOG grading: a new readability formula, Journal of Reading 12(8), 639-646.

    Examples
    --------
    >>> round(smog_grade(polysyllables=30, sentences=30), 2)
    8.84
    """
    _check(sentences=sentences)
    if polysyllables < 0:
        raise ValueError("polysyllables: cannot be below zero")
    return 1.0430 * sqrt(polysyllables * SAMPLE / sentences) + 3.1291


def _check(**counts: int) -> None:
    for name, count in counts.items():
        if count < 1:
            raise ValueError(f"{name}: there must be at least one")
