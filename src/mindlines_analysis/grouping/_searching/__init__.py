"""From what was asked to groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._searching.cooling import LAST, QUICK_STEPS, SLOW
from mindlines_analysis.grouping._searching.rounds import Rounds
from mindlines_analysis.grouping._seats import Indexes

__all__ = ["Effort", "Found", "improve", "search"]

TRIES = 6
# So many steps are planned, in parts of what the pace at the end of the quick leg allows. A little too many, so that no
# time is left over: what does not fit is shortened evenly.
HOPE = 1.1
LEAST_STEPS = 200


@dataclass(frozen=True)
class Effort:
    """How long to search: until `seconds` have passed, or for `steps` steps if they come first."""

    seconds: float
    steps: int | None
    seed: int


@dataclass(frozen=True)
class Found:
    """`places[r]` is the group of everybody in round r, -1 for nowhere."""

    places: list[Indexes]
    steps: int
    cut_short: bool


def search(asked: Asked, effort: Effort) -> Found:
    """The best groups found; whether every hard wish holds in them is for the caller to see."""
    came = monotonic()
    rounds = Rounds(asked, np.random.default_rng(effort.seed))
    rounds.place()
    begun = monotonic()
    for _ in range(TRIES):
        pace = rounds.cool()
        if not rounds.breaks() or monotonic() > came + effort.seconds / 2:
            break
    rounds.firm()
    # What settling and explaining will need grows like what placing needed.
    ends = came + 0.97 * effort.seconds - 0.8 * (begun - came)
    steps = effort.steps or QUICK_STEPS + max(1, int(HOPE * (ends - monotonic()) / pace))
    stages = [(leg, *stage) for leg in (SLOW, LAST) for stage in leg.stages(steps - QUICK_STEPS, least=rounds.visit)]
    cut_short, before = False, 0.0
    for place, (leg, planned, temperature) in enumerate(stages):
        if rounds.are_perfect():
            break
        now = monotonic()
        # When time runs out, what is left is cooled faster rather than not at all.
        todo = min(planned, int((ends - now) / (len(stages) - place) / pace))
        cut_short |= todo < planned
        if leg is SLOW and before:
            rounds.breed(before, temperature)
        before = temperature
        if todo > 0:
            rounds.run(todo, temperature)
            pace = (monotonic() - now) / todo
    return Found(places=rounds.settled(), steps=steps, cut_short=cut_short)


def improve(asked: Asked, places: Sequence[Indexes], *, seed: int) -> list[Indexes]:
    """`places`, that keep every hard wish, after swaps that keep them."""
    rounds = Rounds(asked, np.random.default_rng(seed))
    rounds.place(places)
    rounds.firm()
    for todo, temperature in LAST.stages(LEAST_STEPS, least=rounds.visit):
        rounds.run(todo, temperature)
    return rounds.settled()
