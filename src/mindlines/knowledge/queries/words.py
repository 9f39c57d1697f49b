"""All words of a piece of knowledge, for whoever looks for them."""

from collections.abc import Iterator

from mindlines.knowledge.models import AuditTable, Item, Statement
from mindlines.knowledge.queries.cards import authors


def of_item(item: Item) -> str:
    """Its own words, its kind, its year, its numbers, and its plain versions."""
    return "\n".join(part for part in _parts(item) if part)


def of_published(item: Item) -> str:
    """The words of something published that is new, of which there are no plain versions and no files yet."""
    return "\n".join(
        filter(None, (item.title, item.words, str(item.get_kind_display()), str(item.year or ""), authors(item)))
    )


def of_statement(statement: Statement) -> str:
    """The statement, and what it stands in."""
    item = statement.item
    return "\n".join(filter(None, (statement.words, item.title, str(item.get_kind_display()))))


def of_table(table: AuditTable) -> str:
    """The table as lines of text, its cells divided by tabs."""
    lines = [table.columns, *table.rows]
    return "\n".join("\t".join(str(cell) for cell in line) for line in lines)


def _parts(item: Item) -> Iterator[str]:
    yield from (item.title, item.words, str(item.get_kind_display()), str(item.year or ""), item.quality)
    yield authors(item)
    table: AuditTable | None = getattr(item, "table", None)
    if table is not None:
        yield of_table(table)
    for plain in item.plain_versions.prefetch_related("lines"):
        yield from (plain.title, plain.words)
        yield from (line.words for line in plain.lines.all())
    yield from item.files.values_list("name", flat=True)
