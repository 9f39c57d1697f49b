"""What an item said before, and what was changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from mindlines.communities.models import Membership
from mindlines.knowledge.models import AuditTable, Item
from mindlines.knowledge.queries import words as all_words

MOST_TO_COMPARE = 4_000_000
_TOKENS = re.compile(r"\s+|\S+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text: `state` is "same", "new" or "gone"."""

    state: str
    words: str


@dataclass(frozen=True)
class Version:
    """One version as it was, and what the next one changed."""

    number: int
    title: str
    words: str
    changed_at: datetime
    who: str
    changes: list[Piece]
    title_changed: bool


def of(item: Item, *, viewer: Membership) -> list[Version]:
    """Earlier versions, newest first. Who changed a story is not said. Two queries."""
    table: AuditTable | None = getattr(item, "table", None)
    numbers = all_words.of_table(table) if table is not None else ""
    title, words = item.title, "\n\n".join(filter(None, (item.words, numbers)))
    names = _names(item, viewer=viewer)
    found = []
    for version in item.versions.all():
        found.append(
            Version(
                number=version.number,
                title=version.title,
                words=version.words,
                changed_at=version.changed_at,
                who="" if item.naming else names.get(version.changed_by_id or 0, ""),
                changes=list(changes(version.words, to=words)),
                title_changed=version.title != title,
            )
        )
        title, words = version.title, version.words
    return found


def changes(before: str, *, to: str) -> Iterator[Piece]:
    """The words that are the same, new and gone, in the order in which they are read."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(to)
    if len(old) * len(new) > MOST_TO_COMPARE:
        yield from (Piece("gone", before), Piece("new", to))
        return
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(old[start:end]))
            continue
        if start < end:
            yield Piece("gone", "".join(old[start:end]))
        if begin < stop:
            yield Piece("new", "".join(new[begin:stop]))


def _names(item: Item, *, viewer: Membership) -> dict[int, str]:
    people = item.versions.values("changed_by")
    members = Membership.objects.filter(community=viewer.community, person__in=people).select_related("person")
    return {member.person_id: member.name for member in members if not member.person.is_erased}
