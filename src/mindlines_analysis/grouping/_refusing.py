"""Sentences for input that cannot be used."""

import math
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from numbers import Integral

__all__ = ["known", "listed", "non_negative", "whole"]


def listed(names: Iterable[str], *, most: int = 5) -> str:
    """The names in one phrase, only the first few when there are many."""
    names = list(names)
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def known(word: str, *, among: Collection[str], argument: str, what: str = "is not among the people") -> None:
    """Refuse a `word` that is not `among` those there are, and suggest the nearest."""
    if word in among:
        return
    near = get_close_matches(word, list(among), n=1, cutoff=0.6)
    raise ValueError(f"{argument}: “{word}” {what}{f'; perhaps “{near[0]}”' if near else ''}")


def whole(number: object, *, argument: str, least: int = 1) -> None:
    """Refuse what is not a whole number of at least `least`."""
    if isinstance(number, bool) or not isinstance(number, Integral) or int(number) < least:
        raise ValueError(f"{argument}: {number} is not a whole number of at least {least}")


def non_negative(number: float, *, argument: str) -> None:
    """Refuse what is not a finite number of at least 0."""
    if not (math.isfinite(number) and number >= 0):
        raise ValueError(f"{argument}: {number} is not a finite number of at least 0")
