"""Reading shared texts and what became of them, for the hub and for pages."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc, get_state, merge_updates

from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.coproduction.choices import OutputState
from mindlines.coproduction.models import Output, Update
from mindlines.kernel.errors import Refused

EMPTY = b"\x00\x00"


class TooLong(Refused):
    """A text that has come to its end."""


@dataclass(frozen=True)
class Sent:
    """What one member's page sent."""

    membership: int
    content: bytes


@dataclass(frozen=True)
class Stored:
    """One row of a text, and those who may no longer write in it."""

    row: int
    content: bytes
    turned_away: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Look:
    """How far a text is, and who may write in it."""

    is_open: bool
    last: int
    writers: frozenset[int]
    new: tuple[tuple[int, bytes], ...] = ()


def is_update(content: bytes) -> bool:
    """Whether these bytes are a change of a shared document."""
    try:
        get_state(content)
        merge_updates(content, EMPTY)
    except ValueError:
        return False
    return True


def content_of(output: int) -> bytes:
    """The whole document, in one update."""
    return joined(Update.objects.filter(output=output).order_by("pk").values_list("content", flat=True))


def joined(updates: Iterable[bytes | memoryview]) -> bytes:
    """Many updates as one."""
    contents = [bytes(update) for update in updates]
    if len(contents) < 2:
        return contents[0] if contents else EMPTY
    return merge_updates(*contents)


def packed(content: bytes) -> bytes:
    """The same document without the words that were taken out; unless something it stands on is still missing."""
    doc: Doc[Any] = Doc()
    doc.apply_update(content)
    short = doc.get_update()
    return short if get_state(short) == get_state(content) else content


def look(output: int, *, seen: int, had: Collection[int], writing: Collection[int]) -> Look:
    """What happened since row `seen`, without the rows in `had`; and who of those `writing` still may."""
    found = Output.objects.filter(pk=output).values_list("state", "last_update").first()
    if found is None:
        return Look(is_open=False, last=0, writers=frozenset())
    state, last = found
    may = Membership.objects.filter(pk__in=writing, standing=Standing.ACTIVE).values_list("pk", flat=True)
    new: list[tuple[int, bytes]] = []
    if last > seen:
        rows = Update.objects.filter(output=output, pk__gt=seen).exclude(pk__in=had)
        new = [(pk, bytes(content)) for pk, content in rows.order_by("pk").values_list("pk", "content")]
    return Look(is_open=state == OutputState.WRITING, last=last, writers=frozenset(may), new=tuple(new))
