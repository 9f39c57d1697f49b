"""The doors table: what each of four people receives at every address.

Each context keeps its rows in a file of its own name in this folder, as a list `DOORS`. When its rows need more than
the world of `tests/house/world.py` holds, the file also has a function `furnish(world)` that adds it.
"""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from types import SimpleNamespace

OPEN = 200
SENT_ON = "sent on"
SIGN_IN = "asked to sign in"
NOT_YOURS = 403
HIDDEN = 404

Answer = int | str
World = SimpleNamespace


def nothing(world: World) -> dict[str, object]:
    return {}


@dataclass(frozen=True)
class Door:
    """One address and one way of knocking. An address that takes GET and POST has a row for each."""

    route: str
    _: KW_ONLY
    stranger: Answer
    outsider: Answer
    member: Answer
    facilitator: Answer
    method: str = "get"
    keys: Callable[[World], dict[str, object]] = nothing
    body: Callable[[World], dict[str, object]] = nothing
    note: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.method.upper(), self.route, self.note]))

    @property
    def answers(self) -> dict[str, Answer]:
        return {
            "stranger": self.stranger,
            "outsider": self.outsider,
            "member": self.member,
            "facilitator": self.facilitator,
        }


def door(route: str, answers: tuple[Answer, Answer, Answer, Answer], **more: object) -> Door:
    """A row on one line: the answers stand in the order stranger, outsider, member, facilitator."""
    stranger, outsider, member, facilitator = answers
    return Door(route, stranger=stranger, outsider=outsider, member=member, facilitator=facilitator, **more)


EVERYONE = (OPEN, OPEN, OPEN, OPEN)
SIGNED_IN = (SIGN_IN, OPEN, OPEN, OPEN)
MEMBERS = (SIGN_IN, HIDDEN, OPEN, OPEN)
FACILITATORS = (SIGN_IN, HIDDEN, NOT_YOURS, OPEN)
MEMBERS_WRITE = (SIGN_IN, HIDDEN, SENT_ON, SENT_ON)
FACILITATORS_WRITE = (SIGN_IN, HIDDEN, NOT_YOURS, SENT_ON)
