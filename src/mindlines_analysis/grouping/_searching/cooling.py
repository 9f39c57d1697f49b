"""How the temperature falls."""

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["LAST", "QUICK", "QUICK_STEPS", "SLOW"]

QUICK_STEPS = 160
STAGES = 48


@dataclass(frozen=True)
class Leg:
    """A part of the search, cooling from `hot` to `cold` in units of what a swap changes, for `part` of all steps."""

    hot: float
    cold: float
    part: float

    def stages(self, steps: int, *, least: int) -> Iterator[tuple[int, float]]:
        """How many steps, at which temperature; if there are enough of them, at `least` so many each time."""
        many = max(2, min(int(STAGES * self.part), int(steps * self.part) // least))
        for stage in range(many):
            yield max(1, int(steps * self.part / many)), self.hot * (self.cold / self.hot) ** (stage / (many - 1))


# First all cools quickly, so that sizes and hard wishes find their places. What swaps change there is the unit of
# the second, slow leg; its two ends were tried on meetings of 24 to 2,000 people and on distances of 60 to 240.
QUICK = Leg(hot=1.0, cold=0.02, part=1.0)
SLOW = Leg(hot=0.22, cold=0.08, part=0.9)
LAST = Leg(hot=0.08, cold=0.005, part=0.1)
