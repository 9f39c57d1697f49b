"""How large each group may be."""

from collections import Counter
from collections.abc import Mapping, Sequence

from mindlines.meetings.queries.groups import Asked


def of_groups(asked: Asked, *, groups: int, locked: Mapping[int, int] | None = None) -> tuple[tuple[int, int], ...]:
    """Groups in the room equal within one, and groups online likewise, as far as those allow who are locked."""
    there = Counter((locked or {}).values())
    online = [number for number in range(1, groups + 1) if is_online(asked, number=number)]
    in_room = [number for number in range(1, groups + 1) if number not in online]
    if not online or not in_room:
        found = _even(range(1, groups + 1), people=len(asked.people), there=there)
    else:
        far = sum(one.is_online for one in asked.people)
        found = {
            **_even(online, people=far, there=there),
            **_even(in_room, people=len(asked.people) - far, there=there),
        }
    return tuple(found[number] for number in range(1, groups + 1))


def is_online(asked: Asked, *, number: int) -> bool:
    """Whether this group meets online, beside others that sit in a room."""
    return asked.is_mixed and any(room.number == number and room.is_online for room in asked.rooms)


def _even(numbers: Sequence[int], *, people: int, there: Counter[int]) -> dict[int, tuple[int, int]]:
    """A group that is larger by hand stays so, and the others share the rest evenly."""
    fixed: dict[int, int] = {}
    rest = list(numbers)
    low = high = 0
    while rest:
        low, high = divmod(people - sum(fixed.values()), len(rest))
        high = max(1, low + bool(high))
        over = {number: there[number] for number in rest if there[number] > high}
        if not over:
            break
        fixed |= over
        rest = [number for number in rest if number not in over]
    is_short = sum(max(low, there[number]) for number in rest) > people - sum(fixed.values())
    return {number: (many, many) for number, many in fixed.items()} | {
        number: (min(low, there[number]) if is_short else low, high) for number in rest
    }
