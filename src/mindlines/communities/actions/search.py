"""What can be found by searching; each context keeps the entries of its own things current."""

from mindlines.communities.models import Community, SearchEntry
from mindlines.kernel.times import now


def put(ref: str, *, community: Community, kind: str, title: str, words: str, url: str) -> None:
    """Make `ref` (such as `meetings.meeting:12`) findable for members; kinds are in `choices.FoundKind`."""
    _put(ref, community=community, kind=kind, title=title, words=words, url=url, for_facilitators=False)


def put_for_facilitators(ref: str, *, community: Community, kind: str, title: str, words: str, url: str) -> None:
    """Make `ref` findable for facilitators only."""
    _put(ref, community=community, kind=kind, title=title, words=words, url=url, for_facilitators=True)


def drop(ref: str) -> None:
    """Forget `ref`; nothing happens when it was never put."""
    SearchEntry.objects.filter(ref=ref).delete()


def _put(ref: str, **values: object) -> None:
    values["title"] = str(values["title"])[:250]
    SearchEntry.objects.update_or_create(ref=ref, defaults={**values, "changed_at": now()})
