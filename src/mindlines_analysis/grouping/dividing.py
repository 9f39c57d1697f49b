"""Dividing people into groups."""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from mindlines_analysis.grouping._asked import ask, check_effort
from mindlines_analysis.grouping._describing import describe
from mindlines_analysis.grouping._search import Effort, search
from mindlines_analysis.grouping._shape import Wanted
from mindlines_analysis.grouping.division import Division
from mindlines_analysis.grouping.mixing import History, Mix
from mindlines_analysis.grouping.people import Participant, Room
from mindlines_analysis.grouping.wishes import Wish

__all__ = ["divide"]


def divide(  # noqa: PLR0913 -- each is an option of one deed, named by the caller
    people: Sequence[Participant],
    *,
    groups: int | None = None,
    size: int | Sequence[int | tuple[int, int]] | None = None,
    rounds: int = 1,
    mix: Sequence[Mix] = (),
    wishes: Sequence[Wish] = (),
    rooms: Sequence[Room] = (),
    history: History | None = None,
    start: Sequence[Sequence[Sequence[str]]] = (),
    seconds: float = 1.0,
    steps: int | None = None,
    seed: int = 0,
) -> Division:
    """Groups of `people` for each round, every hard wish kept, mixed as well as `seconds` allow."""
    begun = monotonic()
    asked = ask(
        people,
        shape=Wanted(groups=groups, size=size, rounds=rounds, start=start),
        mix=mix,
        wishes=wishes,
        rooms=rooms,
        history=history,
    )
    check_effort(seconds, steps)
    found = search(asked, Effort(seconds=seconds - (monotonic() - begun), steps=steps, seed=seed))
    division = describe(asked, found.places)
    return replace(division, seed=seed, steps=found.steps, cut_short=found.cut_short, seconds=monotonic() - begun)
