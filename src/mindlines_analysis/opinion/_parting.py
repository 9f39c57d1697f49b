"""Points on a plane, parted into groups."""

import numpy as np
import numpy.typing as npt

from mindlines_analysis.opinion._plane import Floats

__all__ = ["Labels", "part", "silhouette"]

Labels = npt.NDArray[np.intp]

TRIES = 24
TINY = 1e-12
ROWS = 512


def part(places: Floats, *, many: int, seed: int) -> Labels | None:
    """The best of many k-means from different beginnings; None where there are fewer different points than groups.

    Points are taken from left to right, so that their order makes no difference.
    """
    if len(np.unique(places.round(9), axis=0)) < many:
        return None
    order = np.lexsort((places[:, 1].round(9), places[:, 0].round(9)))
    chance = np.random.default_rng(seed)
    tried = [_settle(places[order], _begin(places[order], many=many, chance=chance)) for _ in range(TRIES)]
    # Spreads that differ by the rounding of the machine are one spread, of which the first is taken.
    labels, _ = min(tried, key=lambda attempt: round(attempt[1], 9))
    return labels[np.argsort(order)]


def _begin(places: Floats, *, many: int, chance: np.random.Generator) -> Floats:
    """Centres drawn from the points, each further one likelier the farther it is from those drawn (k-means++)."""
    centres = places[[chance.integers(len(places))]]
    while len(centres) < many:
        far = _squares(places, centres).min(axis=1)
        centres = np.vstack([centres, places[chance.choice(len(places), p=far / far.sum())]])
    return centres


def _settle(places: Floats, centres: Floats) -> tuple[Labels, float]:
    """Who belongs to which centre once moving the centres gains nothing, and the squares left; a centre may stay alone."""
    least = np.inf
    while True:
        squares = _squares(places, centres)
        labels = squares.argmin(axis=1)
        spread = float(squares.min(axis=1).sum())
        if spread >= least - TINY:
            return labels, spread
        least = spread
        one_of = np.eye(len(centres))[labels]
        sizes = one_of.sum(axis=0)[:, None]
        centres = np.where(sizes > 0, one_of.T @ places / np.maximum(1, sizes), centres)


def _squares(places: Floats, centres: Floats) -> Floats:
    return np.asarray(np.square(places[:, None] - centres[None]).sum(axis=2))


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
