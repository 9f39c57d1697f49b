"""What is negotiated on the item at hand, as everybody may see it."""

from dataclasses import dataclass

from mindlines.knowledge.choices import NegotiationStage
from mindlines.knowledge.measures import negotiations as measures
from mindlines.knowledge.measures.negotiations import Shown
from mindlines.knowledge.models import Negotiation
from mindlines.knowledge.queries import judgements
from mindlines.live.models import Room
from mindlines.live.queries import negotiations as queries
from mindlines.live.queries.negotiations import Written


@dataclass(frozen=True)
class AtHand:
    """A negotiation with its board. `people` says roughly how many judged; `shown` is nothing while everybody judges alone."""

    negotiation: Negotiation
    sides: list[Written]
    people: str
    shown: Shown | None


def of_room(room: Room) -> tuple[list[AtHand], list[Negotiation]]:
    """What is negotiated now, and what else in this meeting. Up to three queries for each that is negotiated now."""
    found = queries.of_meeting(room)
    now = [each for each in found if queries.is_at_hand(each, room=room)]
    return [_at_hand(each) for each in now], [each for each in found if each not in now]


def _at_hand(negotiation: Negotiation) -> AtHand:
    sides = queries.sides(negotiation)
    if negotiation.stage == NegotiationStage.PRIVATE:
        people = measures.people_words(judgements.people(negotiation))
        return AtHand(negotiation, sides, people=people, shown=None)
    shown = measures.shown(negotiation)
    return AtHand(negotiation, sides, people=shown.people, shown=shown)
