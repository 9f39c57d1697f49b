"""In which order people who want to speak might be heard, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mindlines_analysis.voice.figures import check_amounts

_BELOW = 0.8
_FAR_BELOW = 0.5


@dataclass(frozen=True)
class Hand:
    """Somebody who wants to speak.

    `key` is the caller's own. `person` is empty for somebody without a name. `waiting` is in seconds, and `has_spoken` says
    how many turns the person has had so far.
    """

    key: str
    group: str
    person: str
    waiting: float
    has_spoken: int = 0


@dataclass(frozen=True)
class Reason:
    """Why somebody stands where they stand.

    `group_unheard`: nobody of their group has spoken. `group_below`: their group has less than its share, and `number` is
    its parity ratio. `person_unheard`: they have not spoken. `waiting`: for `number` seconds.
    """

    kind: Literal["group_unheard", "group_below", "person_unheard", "waiting"]
    number: float = 0.0


@dataclass(frozen=True)
class Suggested:
    """A place in the suggested order, from 1, with the reasons for it."""

    key: str
    place: int
    reasons: tuple[Reason, ...]


def suggest_order(
    hands: Sequence[Hand], *, turns: Mapping[str, float], people: Mapping[str, int]
) -> tuple[Suggested, ...]:
    """In which order people who want to speak might be heard.

    Groups that nobody has heard come first, then groups far below and below their share; within these, people who have not
    spoken; and then whoever has waited longest. The order is made one by one, as if each spoke in turn, so that ten hands of
    one quiet group do not all come before everybody else's.

    Parameters
    ----------
    hands
        Those who want to speak.
    turns
        How many turns each group has had so far. A group that is missing has had none.
    people
        How many people of each group are there.

    Returns
    -------
    tuple of Suggested
        All hands in the suggested order. It is a suggestion: whoever facilitates decides, and sees the reasons, which hold at
        the moment when the hand's turn would come.

    Raises
    ------
    ValueError
        If a number is negative, or two hands have the same key.

    Notes
    -----
    The speakers' list that puts those first who have not spoken is a custom of assemblies ("progressive stack"); the formula
    is ours and not validated.

    Examples
    --------
    >>> hands = [Hand("a", "clinicians", "Ana", 90, 3), Hand("b", "lay", "Bo", 20), Hand("d", "lay", "Di", 60, 1)]
    >>> found = suggest_order(hands, turns={"clinicians": 6, "lay": 1}, people={"clinicians": 5, "lay": 5})
    >>> [(each.key, each.reasons[0].kind) for each in found]
    [('b', 'group_below'), ('d', 'group_below'), ('a', 'waiting')]
    """
    check_amounts(turns.values(), named="turns")
    check_amounts(people.values(), named="people")
    check_amounts([hand.waiting for hand in hands], named="hands")
    if len({hand.key for hand in hands}) < len(hands):
        raise ValueError("hands: two have the same key")
    heard = _Heard(hands, turns, people)
    left = list(hands)
    order: list[Suggested] = []
    while left:
        following = min(left, key=heard.urgency)
        left.remove(following)
        order.append(Suggested(following.key, len(order) + 1, heard.reasons(following)))
        heard.add(following)
    return tuple(order)


class _Heard:
    """What has been said by whom, were the hands before this one heard already."""

    def __init__(self, hands: Sequence[Hand], turns: Mapping[str, float], people: Mapping[str, int]) -> None:
        groups = dict.fromkeys([*people, *(hand.group for hand in hands)])
        counts = {group: people.get(group, 0) for group in groups}
        # Whoever raises a hand is there, even if nobody has counted them.
        self._people = {**counts, **{hand.group: max(1, counts[hand.group]) for hand in hands}}
        self._turns = {group: float(turns.get(group, 0)) for group in groups}
        self._spoken: dict[str, int] = {}

    def urgency(self, hand: Hand) -> tuple[int, bool, float, str]:
        """Smaller is sooner."""
        parity = self._parity(hand.group)
        group = 3 if parity >= _BELOW else 2 if parity >= _FAR_BELOW else 1 if parity else 0
        return group, self._has_spoken(hand), -hand.waiting, hand.key

    def reasons(self, hand: Hand) -> tuple[Reason, ...]:
        parity = self._parity(hand.group)
        found = []
        if not parity:
            found.append(Reason("group_unheard"))
        elif parity < _BELOW:
            found.append(Reason("group_below", parity))
        if not self._has_spoken(hand):
            found.append(Reason("person_unheard"))
        return (*found, Reason("waiting", hand.waiting))

    def add(self, hand: Hand) -> None:
        self._turns[hand.group] += 1
        if hand.person:
            self._spoken[hand.person] = self._spoken.get(hand.person, 0) + 1

    def _has_spoken(self, hand: Hand) -> bool:
        return hand.has_spoken + self._spoken.get(hand.person, 0) > 0

    def _parity(self, group: str) -> float:
        """Before anybody has spoken, no group is behind."""
        total = sum(self._turns.values())
        if not total:
            return 1.0
        return (self._turns[group] / total) / (self._people[group] / sum(self._people.values()))
