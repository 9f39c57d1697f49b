"""What is negotiated in a meeting."""

from dataclasses import dataclass

from django.db.models import Count, Q

from mindlines.knowledge.choices import Side
from mindlines.knowledge.models import Negotiation
from mindlines.live.models import Room


@dataclass(frozen=True)
class Written:
    """One of the three sides of a board, and how many things lie on it."""

    label: str
    words: str
    things: int


def of_meeting(room: Room) -> list[Negotiation]:
    """Those of statements that were not withdrawn, in the order in which they were begun. One query."""
    laid = {f"laid_{side}": Count("attached", filter=Q(attached__side=side)) for side in Side}
    known = Negotiation.objects.filter(
        meeting=room.meeting_id, statement__withdrawn_at=None, statement__item__withdrawn_at=None
    )
    return list(known.annotate(**laid).select_related("statement__item__community").order_by("opened_at", "pk"))


def is_at_hand(negotiation: Negotiation, *, room: Room) -> bool:
    """Whether it is talked about now: with its item, or at any time where it has none."""
    return negotiation.agenda_item_id in (None, room.item_id)


def sides(negotiation: Negotiation) -> list[Written]:
    """The board without what lies on it: a big screen stands where anybody reads it."""
    return [
        Written(str(side.label), getattr(negotiation, side.value), getattr(negotiation, f"laid_{side.value}"))
        for side in Side
    ]
