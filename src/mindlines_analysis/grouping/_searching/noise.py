"""The noise that makes a choice of the largest a draw by odds."""

from functools import cache

import numpy as np

from mindlines_analysis.grouping._searching.problem import Floats

__all__ = ["NOISE", "REFUSED", "noise"]

NOISE = 1 << 18
REFUSED = np.float32(1e18)


@cache
def noise() -> Floats:
    """Gumbel noise, drawn once; each step reads it from a place drawn by lot."""
    uniform = np.random.default_rng(0).random(NOISE)
    return (-np.log(-np.log(uniform + 1e-12) + 1e-12)).astype(np.float32)
