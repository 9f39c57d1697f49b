"""Points on a plane, parted into groups."""

import numpy as np
import numpy.typing as npt

from mindlines_analysis.opinion._plane import Floats

__all__ = ["Labels", "part", "silhouette"]

Labels = npt.NDArray[np.intp]

TRIES = 24
STEPS = 60
ROWS = 512


def part(places: Floats, *, many: int, seed: int) -> Labels | None:
    """The best of many k-means from different beginnings; None where there are fewer different points than groups.

    Points are taken from left to right, so that their order makes no difference.
    """
    from scipy.cluster.vq import ClusterError, kmeans2  # noqa: PLC0415 - slow to load, and only a map needs it

    if len(np.unique(places.round(9), axis=0)) < many:
        return None
    order = np.lexsort((places[:, 1].round(9), places[:, 0].round(9)))
    chance = np.random.default_rng(seed)
    best, least = None, np.inf
    for _ in range(TRIES):
        try:
            centres, labels = kmeans2(places[order], many, iter=STEPS, minit="++", missing="raise", rng=chance)
        except ClusterError:
            continue
        spread = float(np.square(places[order] - centres[labels]).sum())
        if spread < least - 1e-9:
            best, least = labels, spread
    if best is None:
        return None
    found = np.empty(len(places), dtype=np.intp)
    found[order] = best
    return found


def silhouette(places: Floats, *, labels: Labels) -> float:
    """How much nearer people stand to their own group than to the next one: 1 is clearly apart, 0 is no border."""
    one_of = np.eye(int(labels.max()) + 1)[labels]
    sizes = one_of.sum(axis=0)
    total = 0.0
    for start in range(0, len(places), ROWS):
        here = places[start : start + ROWS]
        own = labels[start : start + ROWS]
        row = np.arange(len(here))
        sums = np.linalg.norm(here[:, None] - places[None], axis=2) @ one_of
        within = sums[row, own] / np.maximum(1, sizes[own] - 1)
        means = sums / sizes
        means[row, own] = np.inf
        next_one = means.min(axis=1)
        wider = np.maximum(within, next_one)
        apart = np.divide(next_one - within, wider, out=np.zeros(len(here)), where=wider > 0)
        total += float(apart[sizes[own] > 1].sum())
    return total / len(places)
