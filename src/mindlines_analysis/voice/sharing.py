"""How evenly something is shared among the people who were there."""

import math
from collections.abc import Sequence

from mindlines_analysis.voice.figures import Figure, check_amounts

TOO_FEW = "fewer than two people were there"
NOBODY = "nobody contributed"


def gini(amounts: Sequence[float], *, small_sample: bool = True) -> Figure:
    """How unevenly something is shared: 0 if everybody has the same, 1 if one person has it all.

    Parameters
    ----------
    amounts
        One number for everybody who was there, zeros included. Without the zeros of the silent, the result is far too small.
    small_sample
        Whether to multiply by n / (n - 1), so that one speaker among few people gives 1 too. Without it the most that is
        possible is 1 - 1/n, and meetings of different sizes cannot be compared.

    Returns
    -------
    Figure
        The index, or the reason why there is none.

    Raises
    ------
    ValueError
        If `amounts` holds a negative number.

    Notes
    -----
    Sum of (2i - n - 1) x_i over n times the sum of x, with x in rising order; the small-sample form is that of Deltas
    2003, https://doi.org/10.1162/rest.2003.85.1.226.

    Examples
    --------
    >>> gini([10, 10, 10]).value
    0.0
    >>> gini([30, 0, 0]).value
    1.0
    >>> gini([7]).reason
    'fewer than two people were there'
    """
    if reason := _reason(amounts):
        return Figure(None, reason)
    n = len(amounts)
    weighed = math.fsum((2 * place - n - 1) * amount for place, amount in enumerate(sorted(amounts), start=1))
    return Figure(_between(weighed / (math.fsum(amounts) * (n - 1 if small_sample else n))))


def entropy(amounts: Sequence[float]) -> Figure:
    """How evenly something is shared: 1 if everybody has the same, 0 if one person has it all.

    Parameters
    ----------
    amounts
        One number for everybody who was there, zeros included.

    Returns
    -------
    Figure
        The entropy of the shares over the most it could be, or the reason why there is none.

    Raises
    ------
    ValueError
        If `amounts` holds a negative number.

    Notes
    -----
    -Sum of p ln p over ln n: the evenness of Pielou 1966, https://doi.org/10.1016/0022-5193(66)90013-0, on the entropy
    of Shannon 1948.

    Examples
    --------
    >>> entropy([10, 10, 10]).value
    1.0
    >>> round(entropy([30, 10, 0]).value, 3)
    0.512
    """
    if reason := _reason(amounts):
        return Figure(None, reason)
    total = math.fsum(amounts)
    parts = [amount / total for amount in amounts]
    return Figure(_between(-math.fsum(part * math.log(part) for part in parts if part) / math.log(len(amounts))))


def dominance(amounts: Sequence[float]) -> Figure:
    """How far a few have more than others: 0 if everybody has the same, 1 if one person has it all.

    Parameters
    ----------
    amounts
        One number for everybody who was there, zeros included.

    Returns
    -------
    Figure
        The distance of the shares from equal shares over the most it could be, or the reason why there is none. It rises
        more than the Gini index when one person speaks much, and less when many are silent.

    Raises
    ------
    ValueError
        If `amounts` holds a negative number.

    Notes
    -----
    The square root of the sum of (p - 1/n)² over 1 - 1/n. The formula is ours; its range and meaning are
    those of Paletz and Schunn 2009, "A new metric for assessing group level participation in fluid teams".

    Examples
    --------
    >>> dominance([5, 5]).value, dominance([5, 0]).value
    (0.0, 1.0)
    """
    if reason := _reason(amounts):
        return Figure(None, reason)
    total, n = math.fsum(amounts), len(amounts)
    return Figure(_between(math.sqrt(math.fsum((amount / total - 1 / n) ** 2 for amount in amounts) / (1 - 1 / n))))


def _reason(amounts: Sequence[float]) -> str:
    check_amounts(amounts, named="amounts")
    if len(amounts) < 2:
        return TOO_FEW
    return "" if any(amounts) else NOBODY


def _between(value: float) -> float:
    """A rounding error never makes less than nothing, or more than everything."""
    return min(1.0, max(0.0, round(value, 12)))
