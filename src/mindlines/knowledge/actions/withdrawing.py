"""Emptying a piece of knowledge whose teller, or whoever brought it in, took it back: gone everywhere, and said to be gone."""

from collections.abc import Callable

from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from mindlines.kernel.times import now
from mindlines.knowledge.actions import findable, negotiation_findable
from mindlines.knowledge.models import AuditTable, Citation, EasyLine, Item, Statement

_others: list[Callable[[Item], object]] = []


def also(forget: Callable[[Item], object]) -> None:
    """Call `forget` with each withdrawn item, in the same transaction, once its own words are gone.

    For whoever keeps its words somewhere else, such as in what can be found by searching.
    """
    _others.append(forget)


def empty(item: Item) -> None:
    """Take every word, file and name out of an item and all that belongs to it; the caller holds its row."""
    gone = _("Something was withdrawn here")
    item.title, item.words, item.link, item.quality, item.language, item.shown_name = gone, "", "", "", "", ""
    item.year = item.priority = item.brought_by = item.constituency = item.teller = item.said = None
    item.withdrawn_at = item.changed_at = now()
    item.save()
    Citation.objects.filter(item=item).delete()
    AuditTable.objects.filter(item=item).delete()
    item.versions.all().delete()
    _forget_files(item)
    item.plain_versions.all().delete()
    for statement in item.statements.all():
        statement.item = item
        empty_statement(statement)
    # What was fetched with the item is gone too.
    fresh = Item.objects.select_related("community").get(pk=item.pk)
    findable.put_item(fresh)
    for forget in _others:
        forget(fresh)


def empty_statement(statement: Statement) -> None:
    """Take the words out of a statement; its row stays, so that what rested on it can say so."""
    statement.words, statement.page, statement.is_quoted = _("Something was withdrawn here"), "", False
    statement.made_by, statement.withdrawn_at = None, statement.withdrawn_at or now()
    statement.save()
    findable.put_statement(statement)
    negotiation_findable.put_of(statement)


def _forget_files(item: Item) -> None:
    """Rows go now, and the files on the disk once that is settled."""
    files = [each.file for each in item.files.all()]
    files += [line.file for line in EasyLine.objects.filter(plain__item=item).exclude(file="")]
    item.files.all().delete()
    for file in files:
        transaction.on_commit(lambda file=file: _delete(file))  # type: ignore[misc]  # bound to this file


def _delete(file: FieldFile) -> None:
    file.storage.delete(str(file.name))
