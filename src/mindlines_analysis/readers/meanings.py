"""What somebody means by a word or a part of a name, among what there is to choose from."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from mindlines_analysis.names import plain

MOST_CHOICES = 12


def meant(asked: str, choices: Iterable[str]) -> list[str]:
    """Choices that hold each asked word whole, or, if there are none, as the beginning of a word.

    Parameters
    ----------
    asked
        A word or several.
    choices
        What there is to choose from.

    Returns
    -------
    list
        None, one or several of the choices.

    Examples
    --------
    >>> meant("lay", ["Lay members", "GPs", "Layouts"])
    ['Lay members']
    >>> meant("gp", ["Lay members", "GPs"]), meant("clin", ["Clinicians"])
    (['GPs'], ['Clinicians'])
    """
    words, held = _words(asked), list(dict.fromkeys(choices))
    if not words:
        return []
    ways: tuple[Callable[[str, str], bool], ...] = (
        lambda a, b: a.removesuffix("s") == b.removesuffix("s"),
        lambda a, b: b.startswith(a),
    )
    for way in ways:
        found = [each for each in held if all(any(way(word, other) for other in _words(each)) for word in words)]
        if found:
            return found
    return []


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(plain(text).split())


def in_order(name: str) -> tuple[str, ...]:
    """The same for "Lee, Bo" and "Bo Lee"."""
    return tuple(sorted(_words(name)))


def singular(text: str) -> str:
    """Plain words, without the last s."""
    return plain(text).removesuffix("s")


def enumerated(words: Iterable[str]) -> str:
    """The words with commas, the first dozen of them."""
    held = list(words)
    return (
        f"{', '.join(held[:MOST_CHOICES])} and {len(held) - MOST_CHOICES} more"
        if len(held) > MOST_CHOICES
        else ", ".join(held)
    )


def alternatives(words: Sequence[str]) -> str:
    """The words in quotation marks, with an or before the last."""
    held = [f"“{word}”" for word in words[:MOST_CHOICES]]
    return " or ".join([", ".join(held[:-1]), held[-1]] if len(held) > 1 else held)
