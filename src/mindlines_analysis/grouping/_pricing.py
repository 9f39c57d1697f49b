"""What each hard wish costs: how much the best swap could save that it alone forbids."""

from collections.abc import Sequence

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._seats import Flags, Floats
from mindlines_analysis.grouping._swapping import Barrier, Swaps
from mindlines_analysis.grouping.division import Price

__all__ = ["content", "prices"]

CLOSE = 1e-9


def prices(asked: Asked, rounds: Sequence[Swaps]) -> tuple[Price, ...]:
    """The price of each wish in the order of the wishes; in several rounds, that of the round where it saves most."""
    saving = dict.fromkeys(asked.wishes, 0.0)
    for swaps in rounds:
        kept = swaps.change[swaps.fits & (swaps.forbidden == 0)]
        without = min(0.0, float(kept.min(initial=0.0)))
        for barrier in swaps.barriers:
            gained = without - _best(swaps, barrier)
            if gained > CLOSE:
                saving[barrier.wish] = max(saving[barrier.wish], gained)
    return tuple(Price(wish=wish, saving=saved) for wish, saved in saving.items())


def content(swaps: Swaps) -> Flags:
    """For each of those seated, whether no swap that keeps every hard wish would be better."""
    can = swaps.fits & (swaps.forbidden == 0)
    best: Floats = np.where(can, swaps.change, 0.0).min(axis=1, initial=0.0)
    return best >= -CLOSE


def _best(swaps: Swaps, barrier: Barrier) -> float:
    """The change of the best swap that only this wish forbids."""
    only = barrier.forbids & (swaps.forbidden[barrier.rows] == 1) & swaps.fits[barrier.rows]
    return float(swaps.change[barrier.rows][only].min(initial=0.0))
