"""Things that can be laid on a board or named as a ground: pieces of knowledge, statements, and what somebody said."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Community, Membership, SearchEntry
from mindlines.communities.queries import search
from mindlines.communities.queries.search import Narrowed
from mindlines.knowledge.models import Item, Statement
from mindlines.knowledge.queries import cards
from mindlines.voice.choices import Audience, Showing
from mindlines.voice.models import Contribution
from mindlines.voice.queries import rows

ITEM, STATEMENT, CONTRIBUTION = "item", "statement", "contribution"
# What the search of the house calls the three sorts.
SORTS = (FoundKind.KNOWLEDGE, FoundKind.STATEMENT, FoundKind.SAID)
MOST_WORDS = 8
MOST_TICKED = 50
LONGEST_NUMBER = 18


@dataclass(frozen=True)
class Thing:
    """One thing as every list of things shows it; of a withdrawn one `words` say just that.

    `within` is the piece of knowledge that a statement stands in. `who` is the only name that may be shown beside it.
    """

    key: str
    kind: str
    words: str
    who: str
    url: str
    is_withdrawn: bool
    within: str = ""

    @property
    def beside(self) -> str:
        """Kind, where it stands and whose it is, in one line."""
        return " · ".join(filter(None, (self.kind, self.within, self.who)))


@dataclass(frozen=True)
class Offered:
    """What a form for choosing offers: what was ticked before, then what was found. `gone` were ticked and can no longer be."""

    typed: str
    ticked: list[Thing]
    found: list[Thing]
    gone: int = 0

    @property
    def things(self) -> list[Thing]:
        return [*self.ticked, *self.found]

    @property
    def is_lost(self) -> bool:
        """Whether something was looked for and nothing was found."""
        return bool(self.typed) and not self.found


def offered(viewer: Membership, *, typed: str, keys: Iterable[str] = (), but: Collection[str] = ()) -> Offered:
    """What was ticked and what is found; `but` are the keys of what is there already and is not offered again."""
    wanted = [key for key in dict.fromkeys(keys) if _parted(key) and key not in but][:MOST_TICKED]
    there = known(viewer.community, keys=wanted)
    ticked = [one for key in wanted if (one := there.get(key)) and not one.is_withdrawn]
    left_out = {*but, *(one.key for one in ticked)}
    found_now = [one for one in found(viewer, typed=typed) if one.key not in left_out]
    return Offered(typed=typed.strip(), ticked=ticked, found=found_now, gone=len(wanted) - len(ticked))


def found(viewer: Membership, *, typed: str, most: int = 20) -> list[Thing]:
    """What holds the typed words, best first, as everybody here may read it; without words the newest of each sort."""
    words = typed.split()[:MOST_WORDS]
    if not words:
        return _newest(viewer.community, most=most)
    strict, loose = _searched(viewer, typed=typed)
    keys = list(dict.fromkeys([*strict, *_holding(viewer.community, words=words, most=most), *loose]))[: 3 * most]
    return _present(known(viewer.community, keys=keys), keys=keys)[:most]


def thing(community: Community, *, key: str) -> Thing | None:
    """One thing of this community; nothing where there is none."""
    return known(community, keys=[key]).get(key)


def known(community: Community, *, keys: Iterable[str]) -> dict[str, Thing]:
    """Things of this community by their keys. At most three queries."""
    numbers: dict[str, list[int]] = {ITEM: [], STATEMENT: [], CONTRIBUTION: []}
    for key in keys:
        if parted := _parted(key):
            numbers[parted[0]].append(parted[1])
    things = [
        *(of_item(one) for one in _fetched(_items(community), numbers[ITEM])),
        *(of_statement(one) for one in _fetched(_statements(community), numbers[STATEMENT])),
        *(of_contribution(one) for one in _fetched(_contributions(community), numbers[CONTRIBUTION])),
    ]
    return {one.key: one for one in things}


def key_of(row: Any) -> str:
    """The key of the one thing that a row names in `item`, `statement` or `contribution`. No query."""
    for sort in (ITEM, STATEMENT, CONTRIBUTION):
        if number := getattr(row, f"{sort}_id"):
            return f"{sort}:{number}"
    raise ValueError("row: names no thing")


def fields_of(key: str) -> dict[str, int | None]:
    """The same way back: `{"item_id": 12, "statement_id": None, "contribution_id": None}`."""
    parted = _parted(key)
    if parted is None:
        raise ValueError("key: names no thing")
    return {f"{sort}_id": parted[1] if sort == parted[0] else None for sort in (ITEM, STATEMENT, CONTRIBUTION)}


def of_item(item: Item) -> Thing:
    return Thing(
        key=f"{ITEM}:{item.pk}",
        kind=str(item.get_kind_display()),
        words=item.title,
        who=cards.who(item),
        url=item.get_absolute_url(),
        is_withdrawn=item.is_withdrawn,
    )


def of_statement(statement: Statement) -> Thing:
    item = statement.item
    is_withdrawn = statement.withdrawn_at is not None or item.is_withdrawn
    return Thing(
        key=f"{STATEMENT}:{statement.pk}",
        kind=_("Statement, %(kind)s") % {"kind": item.get_kind_display()},
        words=_gone() if is_withdrawn else statement.words,
        who="" if is_withdrawn else cards.who(item),
        url=statement.get_absolute_url(),
        is_withdrawn=is_withdrawn,
        within="" if is_withdrawn else item.title,
    )


def of_contribution(said: Contribution) -> Thing:
    """What no longer may be read by everybody has no words here, for facilitators either."""
    is_withdrawn = said.audience != Audience.EVERYONE or said.showing not in (Showing.SHOWN, Showing.MERGED)
    group = said.constituency.name if said.constituency else ""
    return Thing(
        key=f"{CONTRIBUTION}:{said.pk}",
        kind=str(said.get_kind_display()),
        words=_gone() if is_withdrawn else said.words,
        who="" if is_withdrawn else ", ".join(filter(None, (rows.who_words(said), group))),
        url=said.get_absolute_url(),
        is_withdrawn=is_withdrawn,
    )


def _items(community: Community) -> QuerySet[Item]:
    return Item.objects.filter(community=community).select_related(
        "community", "constituency", "brought_by__person", "teller__person", "citation"
    )


def _statements(community: Community) -> QuerySet[Statement]:
    return Statement.objects.filter(item__community=community).select_related(
        "item__community",
        "item__constituency",
        "item__brought_by__person",
        "item__teller__person",
        "item__citation",
    )


def _contributions(community: Community) -> QuerySet[Contribution]:
    return Contribution.objects.filter(community=community).select_related("membership__person", "constituency")


def _readable(community: Community) -> QuerySet[Contribution]:
    return _contributions(community).filter(audience=Audience.EVERYONE, showing=Showing.SHOWN)


def _fetched(rows_there: QuerySet[Any], numbers: Sequence[int]) -> Iterable[Any]:
    return rows_there.filter(pk__in=numbers) if numbers else ()


def _newest(community: Community, *, most: int) -> list[Thing]:
    share = -(-most // 3)
    things = [
        *(of_item(one) for one in _items(community).filter(withdrawn_at__isnull=True)[:share]),
        *(of_statement(one) for one in _alive(_statements(community)).order_by("-made_at", "-pk")[:share]),
        *(of_contribution(one) for one in _readable(community)[:share]),
    ]
    return things[:most]


def _searched(viewer: Membership, *, typed: str) -> tuple[list[str], list[str]]:
    """Keys of what the search of the house finds here, best first: what holds or means all the words, then some of them."""
    hits = search.look(viewer.person, typed=typed, narrowed=Narrowed(community=viewer.community_id)).hits
    of_a_sort = [hit for hit in hits if hit.kind in SORTS]
    refs = dict(SearchEntry.objects.filter(pk__in=[hit.pk for hit in of_a_sort]).values_list("pk", "ref"))
    strict = [_key_of_ref(refs.get(hit.pk, "")) for hit in of_a_sort if not hit.is_loose]
    return strict, [_key_of_ref(refs.get(hit.pk, "")) for hit in of_a_sort if hit.is_loose]


def _key_of_ref(ref: str) -> str:
    """`knowledge.item:12` is `item:12`."""
    return ref.rpartition(".")[2]


def _holding(community: Community, *, words: Sequence[str], most: int) -> list[str]:
    """Keys of what holds each of the words somewhere, also where the search has no entry yet."""
    items = _items(community).filter(withdrawn_at__isnull=True)
    statements = _alive(_statements(community))
    sorts: tuple[tuple[str, QuerySet[Any], Callable[[str], Q]], ...] = (
        (ITEM, items, lambda word: Q(title__icontains=word) | Q(words__icontains=word)),
        (STATEMENT, statements, lambda word: Q(words__icontains=word)),
        (CONTRIBUTION, _readable(community), lambda word: Q(words__icontains=word)),
    )
    keys = []
    for sort, rows_there, holds in sorts:
        numbers = rows_there.filter(*map(holds, words)).values_list("pk", flat=True)[:most]
        keys += [f"{sort}:{pk}" for pk in numbers]
    return keys


def _alive(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    return statements.filter(withdrawn_at__isnull=True, item__withdrawn_at__isnull=True)


def _present(things: dict[str, Thing], *, keys: Iterable[str]) -> list[Thing]:
    """In the order of the keys, without what was withdrawn."""
    return [one for key in keys if (one := things.get(key)) and not one.is_withdrawn]


def _parted(key: str) -> tuple[str, int] | None:
    sort, _colon, number = key.partition(":")
    is_number = number.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER
    return (sort, int(number)) if sort in (ITEM, STATEMENT, CONTRIBUTION) and is_number else None


def _gone() -> str:
    return _("Something was withdrawn here")
