"""A division with everything that explains it, made from the places that people have."""

from collections.abc import Sequence

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._explaining import encounters, reasons
from mindlines_analysis.grouping._holding import broken
from mindlines_analysis.grouping._pricing import content, prices
from mindlines_analysis.grouping._scoring import parts
from mindlines_analysis.grouping._seats import Indexes, seated
from mindlines_analysis.grouping._swapping import swaps
from mindlines_analysis.grouping.division import Division

__all__ = ["describe"]

MANY = 600


def describe(asked: Asked, places: Sequence[Indexes]) -> Division:
    """The division in which person i sits in group `places[r][i]` of round r, from 0; -1 is nowhere.

    Swaps are looked at only for up to MANY people in a round: for more there are no prices and no reason `best`.
    """
    rounds = seated(asked, places)
    met = encounters(asked, rounds)
    found = parts(asked, rounds, encounters=met)
    is_small = all(len(seats.who) <= MANY for seats in rounds)
    looked = [swaps(asked, seats=seats, rounds=rounds) for seats in rounds] if is_small else []
    whys = []
    for place, seats in enumerate(rounds):
        here = [meeting for meeting in met if meeting.round == seats.number]
        best = content(looked[place]) if is_small else None
        whys.append(reasons(asked, seats=seats, meetings=here, content=best))
    names = [person.name for person in asked.people]
    return Division(
        rounds=tuple(
            tuple(tuple(names[person] for person in members) for members in seats.members()) for seats in rounds
        ),
        cost=sum(part.cost for part in found),
        parts=found,
        prices=prices(asked, looked) if is_small else (),
        broken=broken(asked, rounds),
        reasons=tuple(whys),
        encounters=met,
        notes=asked.notes,
    )
