"""The statements of an item, as its page lists them."""

from mindlines.knowledge.models import Item, Statement


def of(item: Item) -> list[Statement]:
    """Those that are there, in their order. One query."""
    return list(Statement.objects.present().filter(item=item))


def rows(statements: list[Statement]) -> list[dict[str, object]]:
    """As the list that can be put in order takes them."""
    return [{"id": one.pk, "title": one.words, "url": one.get_absolute_url()} for one in statements]
