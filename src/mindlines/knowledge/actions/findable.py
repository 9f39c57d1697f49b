"""Finding what we know by searching. An entry names nobody: who told a story is not found by a name."""

from collections.abc import Iterable

from mindlines.communities.actions import search
from mindlines.communities.choices import FoundKind
from mindlines.knowledge.models import Item, Statement
from mindlines.knowledge.queries import words


def put_item(item: Item) -> None:
    """Enter an item with all its words, also the plain ones; a withdrawn one is forgotten."""
    if item.is_withdrawn:
        search.drop(_ref_of_item(item.pk))
        return
    search.put(
        _ref_of_item(item.pk),
        community=item.community,
        kind=FoundKind.KNOWLEDGE,
        title=item.title,
        words=words.of_item(item),
        url=item.get_absolute_url(),
        **_filed(item),
    )


def put_published(items: Iterable[Item]) -> None:
    """Enter many published works that were made just now."""
    search.put_new(
        {
            "ref": _ref_of_item(item.pk),
            "community": item.community,
            "kind": FoundKind.KNOWLEDGE,
            "title": item.title,
            "words": words.of_published(item),
            "url": item.get_absolute_url(),
            **_filed(item),
        }
        for item in items
    )


def drop_items(keys: Iterable[int]) -> None:
    """Forget items whose rows are gone."""
    search.drop_many(_ref_of_item(key) for key in keys)


def put_statement(statement: Statement) -> None:
    """Enter a statement; one that was withdrawn, itself or with its item, is forgotten."""
    if statement.withdrawn_at is not None or statement.item.is_withdrawn:
        search.drop(_ref_of_statement(statement.pk))
        return
    search.put(
        _ref_of_statement(statement.pk),
        community=statement.item.community,
        kind=FoundKind.STATEMENT,
        title=statement.words,
        words=words.of_statement(statement),
        url=statement.get_absolute_url(),
        **_filed(statement.item),
    )


def _filed(item: Item) -> search.Filed:
    """By what it can be narrowed. A story told without a group has none."""
    return {
        "year": item.year,
        "knowledge_kind": item.kind,
        "constituency": item.constituency,
        "priority": item.priority,
    }


def _ref_of_item(key: int) -> str:
    return f"knowledge.item:{key}"


def _ref_of_statement(key: int) -> str:
    return f"knowledge.statement:{key}"
