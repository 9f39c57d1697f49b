"""What can be found by searching; each context keeps the entries of its own things current."""

from collections.abc import Iterable
from typing import Any, TypedDict, Unpack

from mindlines.communities.models import Community, Constituency, Priority, SearchEntry
from mindlines.kernel.times import now

AT_ONCE = 500


class Filed(TypedDict, total=False):
    """By what else a finding can be narrowed. `constituency` is never that of something told without a name or a group."""

    year: int | None
    knowledge_kind: str
    constituency: Constituency | None
    priority: Priority | None


def put(ref: str, *, community: Community, kind: str, title: str, words: str, url: str, **filed: Unpack[Filed]) -> None:
    """Make `ref` (such as `meetings.meeting:12`) findable for members; kinds are in `choices.FoundKind`."""
    _put(ref, community=community, kind=kind, title=title, words=words, url=url, for_facilitators=False, **filed)


def put_for_facilitators(
    ref: str, *, community: Community, kind: str, title: str, words: str, url: str, **filed: Unpack[Filed]
) -> None:
    """Make `ref` findable for facilitators only."""
    _put(ref, community=community, kind=kind, title=title, words=words, url=url, for_facilitators=True, **filed)


def put_new(entries: Iterable[dict[str, Any]]) -> None:
    """Make many things findable at once that were never put before; each entry holds what `put` takes, and its `ref`."""
    made = [SearchEntry(**{**entry, "title": str(entry["title"])[:250]}, changed_at=now()) for entry in entries]
    SearchEntry.objects.bulk_create(made, batch_size=AT_ONCE)


def drop(ref: str) -> None:
    """Forget `ref`; nothing happens when it was never put."""
    SearchEntry.objects.filter(ref=ref).delete()


def drop_many(refs: Iterable[str]) -> None:
    """Forget many at once."""
    SearchEntry.objects.filter(ref__in=list(refs)).delete()


def _put(ref: str, **values: object) -> None:
    values["title"] = str(values["title"])[:250]
    # What is not said anew is forgotten: an entry never keeps the group of what was once told otherwise.
    values = {"year": None, "knowledge_kind": "", "constituency": None, "priority": None, **values}
    SearchEntry.objects.update_or_create(ref=ref, defaults={**values, "changed_at": now()})
