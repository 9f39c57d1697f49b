"""Looking for pieces of knowledge by words and by meaning, with the search of the whole site."""

from collections.abc import Iterable

from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Membership, SearchEntry
from mindlines.communities.queries import search
from mindlines.communities.queries.search.narrowing import Hit
from mindlines.knowledge.models import Statement


def items(viewer: Membership, *, typed: str) -> list[int]:
    """Keys of the items that hold the words, themselves or in a statement; best first, and near misses only if nothing else is there."""
    hits = [hit for kind in (FoundKind.KNOWLEDGE, FoundKind.STATEMENT) for hit in _hits(viewer, kind=kind, typed=typed)]
    close = [hit for hit in hits if not hit.is_loose] or hits
    refs = dict(SearchEntry.objects.filter(pk__in=[hit.pk for hit in close]).values_list("pk", "ref"))
    found = [refs[hit.pk].partition(":") for hit in close if hit.pk in refs]
    numbers = [(name, int(key)) for name, _colon, key in found]
    within = _items_of(key for name, key in numbers if name == "knowledge.statement")
    keys = [key if name == "knowledge.item" else within.get(key, 0) for name, key in numbers]
    return list(dict.fromkeys(key for key in keys if key))


def _hits(viewer: Membership, *, kind: str, typed: str) -> tuple[Hit, ...]:
    narrowed = search.Narrowed(kind=kind, community=viewer.community_id)
    return search.look(viewer.person, typed=typed, narrowed=narrowed).hits


def _items_of(statements: Iterable[int]) -> dict[int, int]:
    return dict(Statement.objects.filter(pk__in=list(statements)).values_list("pk", "item"))
