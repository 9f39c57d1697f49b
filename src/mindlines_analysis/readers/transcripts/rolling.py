"""Rolling captions: each one repeats the last line of the one before, as YouTube writes them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mindlines_analysis.readers.transcripts.cues import Cue
from mindlines_analysis.readers.transcripts.markup import plain

_FEWEST = 3
_PART = 3


def unroll(cues: Sequence[Cue]) -> tuple[list[Cue], bool]:
    """Take out lines that a cue only repeats, if at least a third of all cues repeat lines and go on.

    Parameters
    ----------
    cues
        In the order of the file.

    Returns
    -------
    tuple
        Cues with what is new in each, and whether the captions roll. Cues without anything new are gone.

    Examples
    --------
    >>> said = [("we need",), ("we need", "to talk"), ("to talk", "about it")]
    >>> cues = [Cue((9, ""), at, at + 1.0, text) for at, text in enumerate(said)]
    >>> [cue.text for cue in unroll(cues)[0]]
    [('we need',), ('to talk',), ('about it',)]
    """
    texts = [[words for words in map(plain, cue.text) if words] for cue in cues]
    carried = [0, *(_carried(before, after) for before, after in pairwise(texts))]
    rolled = sum(0 < count < len(text) for count, text in zip(carried, texts, strict=False))
    if len(cues) < _FEWEST or _PART * rolled < len(cues) - 1:
        return list(cues), False
    news = [
        replace(cue, text=tuple(text[count:]))
        for cue, text, count in zip(cues, texts, carried[: len(cues)], strict=True)
    ]
    return [cue for cue in news if cue.text], True


def _carried(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines at the beginning of `after` are the last ones of `before`."""
    longest = min(len(before), len(after))
    return next((count for count in range(longest, 0, -1) if before[-count:] == after[:count]), 0)
