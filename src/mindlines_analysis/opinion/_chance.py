"""Whether votes go together more than chance would have it."""

import numpy as np

from mindlines_analysis.opinion._plane import Floats

__all__ = ["chance"]

SHUFFLES = 39


def chance(cells: Floats, *, seed: int) -> float:
    """How often the strongest direction is as strong after shuffles, the votes as they are counted as one of them.

    Each statement's votes are dealt out anew among those who saw it: every statement keeps its result and every voter
    the statements seen, and what is lost is who voted alike.
    """
    seen = ~np.isnan(cells)
    apart = np.where(seen, cells - np.where(seen, cells, 0.0).sum(axis=0) / np.maximum(1, seen.sum(axis=0)), 0.0)
    rows = [np.flatnonzero(column) for column in seen.T]
    strongest = _strongest(apart) * (1 - 1e-9)
    dealer = np.random.default_rng(seed)
    as_strong = 1
    for _ in range(SHUFFLES):
        shuffled = np.zeros_like(apart)
        for column, who in enumerate(rows):
            shuffled[who, column] = apart[dealer.permutation(who), column]
        as_strong += _strongest(shuffled) >= strongest
    return as_strong / (SHUFFLES + 1)


def _strongest(apart: Floats) -> float:
    square = apart @ apart.T if len(apart) < apart.shape[1] else apart.T @ apart
    return float(np.linalg.eigvalsh(square)[-1])
