"""What every measure of voice gives: a number, or the reason why there is none."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A number, or no number and the reason why. What cannot be known is never zero.

    Examples
    --------
    >>> Figure(None, "the transcript has no times").is_known
    False
    """

    value: float | None
    reason: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a number."""
        return self.value is not None


def ratio(part: float, whole: float, *, otherwise: str) -> Figure:
    """`part` of `whole`, or the reason `otherwise` where there is no whole."""
    return Figure(part / whole) if whole else Figure(None, otherwise)


def check_amounts(amounts: Collection[float], *, named: str) -> None:
    if any(not amount >= 0 or amount == float("inf") for amount in amounts):
        raise ValueError(f"{named}: an amount is zero or more, and finite")
