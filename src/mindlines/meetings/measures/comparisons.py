"""Two divisions of the same people side by side."""

from dataclasses import dataclass
from itertools import combinations

from mindlines.meetings.measures.boards import Board, board
from mindlines.meetings.models import Division, Participant
from mindlines.meetings.queries.groups import Asked


@dataclass(frozen=True)
class Compared:
    """Both, whether they are the same groups, and how many pairs sit together in only one of them."""

    one: Board
    other: Board
    pairs_in_both: int
    pairs_in_one: int
    moves: tuple[tuple[Participant, str, str], ...]
    better: str

    @property
    def is_same(self) -> bool:
        return self.pairs_in_one == 0


def compared(asked: Asked, *, one: Division, other: Division) -> Compared:
    """What is kept, how well it is mixed, and how much the two differ."""
    boards = board(one, asked=asked), board(other, asked=asked)
    first, second = (_pairs(drawn) for drawn in boards)
    costs = [(len(drawn.warned) + len(drawn.unplaced), drawn.weighing.cost) for drawn in boards]
    better = "" if costs[0] == costs[1] else (str(one) if costs[0] < costs[1] else str(other))
    return Compared(
        one=boards[0],
        other=boards[1],
        pairs_in_both=len(first & second),
        pairs_in_one=len(first ^ second),
        moves=_moves(*boards),
        better=better,
    )


def _moves(one: Board, other: Board) -> tuple[tuple[Participant, str, str], ...]:
    """Everybody whose group has another number in the other division."""
    there = {place.person.pk: card.group for card in other.cards for place in card.places}
    return tuple(
        (place.person, str(card.group), str(there[place.person.pk]))
        for card in one.cards
        for place in card.places
        if place.person.pk in there and there[place.person.pk].number != card.group.number
    )


def _pairs(drawn: Board) -> set[tuple[int, int]]:
    return {pair for card in drawn.cards for pair in combinations(sorted(place.person.pk for place in card.places), 2)}
