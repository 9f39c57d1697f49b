"""Which answers a poll takes, and how they are kept."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from mindlines.kernel.errors import Refused
from mindlines.voice.choices import PollKind, Showing
from mindlines.voice.models import Poll

NUMBERS = {PollKind.SCALE: range(1, 10), PollKind.GRADIENT: range(1, 6)}
PULSE_STATEMENTS, PULSE_NUMBERS = 6, range(1, 6)
LONGEST_WORD, MOST_WORDS = 40, 5
# What members add stands after what was asked, in an order that says nothing about who came first.
ADDED = 10_000
# A line that must not be shown is remembered behind all of them.
LINE = 20_000


def options_of(poll: Poll) -> list[str]:
    """Keys of what can be chosen, in the order of the list."""
    return [str(pk) for pk in poll.options.filter(showing=Showing.SHOWN).values_list("pk", flat=True)]


def checked(poll: Poll, *, value: Any) -> Any:
    """The answer as it is kept; refuses what this poll does not ask."""
    kept = _CHECKS[PollKind(poll.kind)](poll, value)
    if kept is None:
        raise Refused(_("This answer does not fit the question. Load the page again: the list may have changed."))
    return kept


def _choice(poll: Poll, value: Any) -> list[str] | None:
    chosen = list(dict.fromkeys(map(str, value))) if isinstance(value, (list, tuple)) else []
    return chosen if 0 < len(chosen) <= poll.most and set(chosen) <= set(options_of(poll)) else None


def _number(poll: Poll, value: Any) -> int | None:
    return value if isinstance(value, int) and value in NUMBERS[PollKind(poll.kind)] else None


def _words(poll: Poll, value: Any) -> list[str] | None:
    words = [" ".join(str(word).split())[:LONGEST_WORD] for word in value] if isinstance(value, (list, tuple)) else []
    return list(dict.fromkeys(word for word in words if word))[: max(1, min(poll.most, MOST_WORDS))] or None


def _ranking(poll: Poll, value: Any) -> list[str] | None:
    order = list(map(str, value)) if isinstance(value, (list, tuple)) else []
    return order if sorted(order) == sorted(options_of(poll)) else None


def _statements(poll: Poll, value: Any) -> dict[str, int] | None:
    said = {str(key): vote for key, vote in value.items()} if isinstance(value, dict) else {}
    fits = said and said.keys() <= set(options_of(poll)) and all(vote in (-1, 0, 1) for vote in said.values())
    return said if fits else None


def _pulse(poll: Poll, value: Any) -> list[int | None] | None:
    said = list(value) if isinstance(value, (list, tuple)) else []
    fits = len(said) == PULSE_STATEMENTS and all(each is None or each in PULSE_NUMBERS for each in said)
    return said if fits and any(each is not None for each in said) else None


_CHECKS: dict[PollKind, Callable[[Poll, Any], Any]] = {
    PollKind.CHOICE: _choice,
    PollKind.SCALE: _number,
    PollKind.GRADIENT: _number,
    PollKind.WORDS: _words,
    PollKind.RANKING: _ranking,
    PollKind.STATEMENTS: _statements,
    PollKind.PULSE: _pulse,
}
