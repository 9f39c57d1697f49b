"""The ballots of one poll as plain values."""

from dataclasses import dataclass
from typing import Any

from mindlines.voice.choices import PollKind, Showing
from mindlines.voice.models import Ballot, Poll


@dataclass(frozen=True)
class Cast:
    """Answers by ballot, and the group of those ballots of which it may be known. Of a second vote only those answers count."""

    numbers: dict[str, int]
    orders: dict[str, list[str]]
    groups: dict[str, str]
    is_second: bool
    labels: dict[str, str]

    @property
    def people(self) -> int:
        return len(self.numbers) or len(self.orders)


NOBODY = Cast({}, {}, {}, is_second=False, labels={})


def cast(poll: Poll, *, is_reworded: bool = False) -> Cast:
    """What was answered in a poll that is closed; of one that was reworded after the first vote, in the second alone.

    Of a choice a number is the place of the answer in the list; `labels` are what could be chosen. Two queries.
    """
    found = list(poll.ballots.select_related("constituency").order_by("pk"))
    is_second = any(ballot.after is not None for ballot in found)
    counts = is_second or is_reworded
    said = {str(each.pk): answer for each in found if (answer := _answer(each, is_second=counts)) is not None}
    known = {str(each.pk): each.constituency.name for each in found if each.constituency and str(each.pk) in said}
    labels = {str(option.pk): option.words for option in poll.options.filter(showing=Showing.SHOWN)}
    if poll.kind == PollKind.RANKING:
        return Cast({}, said, known, is_second, labels)
    return Cast(_numbers(poll, said=said, labels=labels), {}, known, is_second, labels)


def _answer(ballot: Ballot, *, is_second: bool) -> Any:
    return ballot.after if is_second else ballot.before


def _numbers(poll: Poll, *, said: dict[str, Any], labels: dict[str, str]) -> dict[str, int]:
    if poll.kind != PollKind.CHOICE:
        return said
    places = {key: place for place, key in enumerate(labels)}
    return {voter: places[chosen[0]] for voter, chosen in said.items()}
