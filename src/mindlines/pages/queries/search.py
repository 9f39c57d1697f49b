"""The choices of a search as links, so that they work without a script."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.queries.search import Choice, Choices

TITLES: dict[str, Promise] = {
    "kind": _("What it is"),
    "knowledge": _("Kind of knowledge"),
    "group": _("Whose it is"),
    "year": _("Year"),
    "priority": _("Priority"),
    "community": _("Community"),
}


@dataclass(frozen=True)
class Chip:
    words: str
    count: int | None
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Row:
    title: Promise
    chips: tuple[Chip, ...]
    is_chosen: bool


def rows(choices: Iterable[Choices], *, asked: QueryDict) -> list[Row]:
    """A row of chips for each way to narrow; a chip that is chosen leads back to the search without it."""
    return [
        Row(
            title=TITLES[each.name],
            chips=tuple(
                Chip(choice.words, choice.count, _url(asked, each.name, choice), choice.is_chosen)
                for choice in each.choices
            ),
            is_chosen=any(choice.is_chosen for choice in each.choices),
        )
        for each in choices
    ]


def without_choices(asked: QueryDict) -> str:
    query = asked.copy()
    for name in (*TITLES, "page"):
        query.pop(name, None)
    return f"?{query.urlencode()}"


def _url(asked: QueryDict, name: str, choice: Choice) -> str:
    query = asked.copy()
    query.pop("page", None)
    if choice.is_chosen:
        query.pop(name, None)
    else:
        query[name] = choice.value
    return f"?{query.urlencode()}"
