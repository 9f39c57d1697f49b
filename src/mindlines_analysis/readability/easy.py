"""Where one line of an easy-read text could be easier."""

from dataclasses import dataclass
from typing import Literal

from mindlines_analysis.readability.measuring import is_hard
from mindlines_analysis.readability.splitting import sentences, words
from mindlines_analysis.readability.spoken import is_short_form

# An easy-read sentence has ten to fifteen words; a short one is never wrong.
LONGEST = 15

Kind = Literal["long", "ideas", "short form", "hard word"]


@dataclass(frozen=True)
class Hint:
    """Something to look at again: what kind of thing, and the words that it is about."""

    kind: Kind
    about: str


def easy_hints(line: str) -> tuple[Hint, ...]:
    """What could be easier in one line of an easy-read text. Each is a hint, never a gate.

    Parameters
    ----------
    line
        The words beside one picture.

    Returns
    -------
    tuple of Hint
        `long`: a sentence of more than fifteen words. `ideas`: more than two sentences, so more than one idea and its
        explanation. `short form`: a word of first letters. `hard word`: as in `measure`. Nothing for an empty line.

    Notes
    -----
    The limits are those of guidance for easy read: short sentences, one idea each, no short forms, a hard word explained in
    the next sentence (Department of Health 2009, Basic guidelines for people who commission Easy Read information).

    Examples
    --------
    >>> easy_hints("The physiotherapist will help you.")
    (Hint(kind='hard word', about='physiotherapist'),)
    >>> easy_hints("You can bring a friend.")
    ()
    """
    told = sentences(line)
    every = dict.fromkeys(words(line))
    long = [Hint("long", each) for each in told if len(words(each)) > LONGEST]
    ideas = [Hint("ideas", str(len(told)))] if len(told) > 2 else []
    short = [Hint("short form", word) for word in every if is_short_form(word)]
    hard = [Hint("hard word", word) for word in dict.fromkeys(word.lower() for word in every) if is_hard(word)]
    return (*long, *ideas, *short, *hard)
