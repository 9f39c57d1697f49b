"""Why people could not be divided, in sentences, and what can be given up."""

from dataclasses import dataclass

from mindlines.meetings.models import Wish
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.obstacles import because
from mindlines.meetings.queries.wishes import listed, words


@dataclass(frozen=True)
class GiveUp:
    """A wish that stands in the way, and why."""

    wish: Wish
    words: str
    because: str


@dataclass(frozen=True)
class Trouble:
    """What to say when the wishes cannot all hold, or when the program failed."""

    groups: int
    give_up: tuple[GiveUp, ...]
    no_steps: str
    in_room: str
    online: str
    locked: str
    is_size: bool
    has_failed: bool
    division: int | None


def trouble(asked: Asked) -> Trouble | None:
    """What prevented the last attempt, or nothing. No query."""
    found = asked.work.trouble
    if not found:
        return None
    groups, named = int(found["groups"]), set(found["wishes"])
    people = {one.pk: one for one in asked.people}
    has_room = any(not room.is_online for room in asked.rooms if room.number <= groups)
    unroomed = [people[pk] for pk in found["rooms"] if pk in people]
    return Trouble(
        groups=groups,
        give_up=tuple(
            GiveUp(wish, words(wish), because=because(asked, wish=wish, groups=groups))
            for wish in asked.wishes
            if wish.pk in named
        ),
        no_steps=listed(one for one in unroomed if one.needs_step_free and not one.is_online and has_room),
        in_room=listed(one for one in unroomed if not one.is_online and not (one.needs_step_free and has_room)),
        online=listed(one for one in unroomed if one.is_online),
        locked=listed(people[pk] for pk in found["locked"] if pk in people),
        is_size=bool(found["is_size"]),
        has_failed=bool(found.get("has_failed")),
        division=found.get("division"),
    )
