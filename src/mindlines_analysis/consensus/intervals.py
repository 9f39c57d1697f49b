"""How far a share of few people can be trusted."""

import math
from dataclasses import dataclass

__all__ = ["Wilson", "wilson"]

# The normal quantile of a two-sided interval of 95 in 100.
Z = 1.959963984540054


@dataclass(frozen=True)
class Wilson:
    """Between which shares the true one lies, in 95 of 100 such samples; or the reason why nothing can be said."""

    low: float | None
    high: float | None
    reason: str = ""


def wilson(part: int, whole: int) -> Wilson:
    """The interval of a share after Wilson, which holds for few people too.

    Parameters
    ----------
    part, whole
        How many of how many.

    Returns
    -------
    Wilson
        Both ends within 0 and 1; none where there is no whole.

    Raises
    ------
    ValueError
        If `part` is not between 0 and `whole`.

    Notes
    -----
    Wilson (1927), J Am Stat Assoc 22(158), 209-212, without correction for continuity. It takes people as drawn by chance
    from many like them; members of a community are not, so it is a warning and no proof.

    Examples
    --------
    >>> found = wilson(9, 12)
    >>> round(found.low, 2), round(found.high, 2)
    (0.47, 0.91)
    """
    if not 0 <= part <= whole:
        raise ValueError("part: between 0 and the whole")
    if not whole:
        return Wilson(None, None, "nobody")
    p, extra = part / whole, Z * Z / whole
    middle = (p + extra / 2) / (1 + extra)
    half = Z * math.sqrt((p * (1 - p) + extra / 4) / whole) / (1 + extra)
    return Wilson(max(0.0, middle - half), min(1.0, middle + half))
