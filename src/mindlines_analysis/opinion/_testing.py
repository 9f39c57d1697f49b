"""Exact tests of paired answers."""

from collections.abc import Sequence

import numpy as np

__all__ = ["mcnemar", "wilcoxon"]

EXACT_UP_TO = 50


def mcnemar(higher: int, *, lower: int) -> float:
    """Two-sided p of so many moving one way and so many the other, if each way were as likely."""
    from scipy.stats import binomtest  # noqa: PLC0415 - slow to load, and seldom asked for

    return float(binomtest(higher, higher + lower).pvalue)


def wilcoxon(shifts: Sequence[float]) -> float:
    """Two-sided p of the signed ranks of `shifts`, none of which is nought.

    scipy's exact test holds only where no two shifts are equally large. On a scale of nine most are, so the
    distribution of the sum of positive ranks is counted out here, ranks doubled to keep halves whole.
    """
    from scipy.stats import rankdata, wilcoxon  # noqa: PLC0415 - slow to load, and seldom asked for

    if len(shifts) > EXACT_UP_TO:
        return float(wilcoxon(shifts, method="asymptotic").pvalue)
    sizes = np.asarray(shifts, dtype=float)
    ranks = np.rint(2 * rankdata(np.abs(sizes))).astype(int)
    ways = np.zeros(int(ranks.sum()) + 1)
    ways[0] = 1.0
    for rank in ranks:
        ways[rank:] = ways[rank:] + ways[: len(ways) - rank]
    positive = int(ranks[sizes > 0].sum())
    tail = min(ways[: positive + 1].sum(), ways[positive:].sum()) / ways.sum()
    return float(min(1.0, 2 * tail))
