"""The gates of items and their statements."""

from django.http import Http404

from mindlines.kernel.rules import Rule
from mindlines.knowledge import rules
from mindlines.knowledge.access.seeing import viewer
from mindlines.knowledge.models import Item, ItemFile, Statement
from mindlines.people.models import Person


def item(person: Person, pk: int, *, may: Rule[[Item]] = rules.read_item) -> Item:
    """The item with its community, citation and table, seen through `item.viewer`; outsiders meet a 404."""
    rows = Item.objects.select_related(
        "community", "constituency", "priority", "brought_by__person", "teller__person", "citation", "table"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found


def statement(person: Person, pk: int, *, may: Rule[[Statement]] = rules.read_statement) -> Statement:
    """The statement with its item and community, seen through `statement.viewer`; outsiders meet a 404."""
    rows = Statement.objects.select_related("item__community", "item__constituency", "item__citation")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = found.item.viewer = viewer(person, found.item.community)
    may.require(found)
    return found


def file(person: Person, pk: int) -> ItemFile:
    """A file of an item that `person` may read, and that is still on the disk."""
    found = ItemFile.objects.select_related("item__community").filter(pk=pk).first()
    if found is None or found.item.is_withdrawn or not found.file.storage.exists(str(found.file.name)):
        raise Http404
    found.item.viewer = viewer(person, found.item.community)
    rules.read_item.require(found.item)
    return found
