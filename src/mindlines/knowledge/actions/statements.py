"""Statements within an item: one claim each."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions import findable, negotiation_findable, withdrawing
from mindlines.knowledge.models import Item, Statement
from mindlines.people.models import Person

MOST = 200


@dataclass(frozen=True)
class Claim:
    """What a statement says. `key` comes with the form."""

    words: str
    is_quoted: bool = False
    page: str = ""
    key: str = ""


@transaction.atomic
def write(claim: Claim, *, of: Item, by: Person) -> Statement:
    """Add a statement at the end; the same key again changes nothing."""
    item = _locked(of)
    before = Statement.objects.filter(key=claim.key, item=item).first() if claim.key else None
    if before is not None:
        return before
    if item.is_withdrawn:
        raise Refused(_("It was withdrawn in the meantime. Nothing can be added to it any more."))
    _refuse_without_words(claim)
    number = item.statements.count()
    if number >= MOST:
        raise Refused(_("An item holds up to 200 statements. Bring in a second item for more."))
    made, _is_new = Statement.objects.get_or_create(
        key=claim.key or link_secret(),
        defaults={
            "item": item,
            "words": claim.words.strip(),
            "is_quoted": claim.is_quoted,
            "page": claim.page.strip(),
            "position": number,
            "made_by": by,
        },
    )
    findable.put_statement(made)
    return made


@transaction.atomic
def change(statement: Statement, *, to: Claim) -> None:
    """Let a statement say something else."""
    found = _still_there(statement)
    _refuse_without_words(to)
    found.words, found.is_quoted, found.page = to.words.strip(), to.is_quoted, to.page.strip()
    found.save(update_fields=["words", "is_quoted", "page"])
    findable.put_statement(found)
    negotiation_findable.put_of(found)


@transaction.atomic
def withdraw(statement: Statement) -> None:
    """Take the words of a statement away for good; what rested on it says that something was withdrawn."""
    item = _locked(statement.item)
    found = Statement.objects.get(pk=statement.pk)
    if found.withdrawn_at is None:
        found.item = item
        withdrawing.empty_statement(found)


@transaction.atomic
def move(item: Item, *, pk: int, steps: int) -> None:
    """One step up (-1) or down (1); beyond the end nothing happens."""
    order = _order(item)
    found = next((place for place, each in enumerate(order) if each.pk == pk), None)
    if found is not None:
        _arrange(order, taken=found, at=found + steps)


@transaction.atomic
def place(item: Item, *, pk: int, at: int) -> None:
    """Put a statement at a place counted from 0."""
    order = _order(item)
    found = next((number for number, each in enumerate(order) if each.pk == pk), None)
    if found is not None:
        _arrange(order, taken=found, at=at)


def _locked(item: Item) -> Item:
    return Item.objects.select_for_update(of=("self",)).select_related("community").get(pk=item.pk)


def _still_there(statement: Statement) -> Statement:
    item = _locked(statement.item)
    found = Statement.objects.get(pk=statement.pk)
    found.item = item
    if found.withdrawn_at is not None or item.is_withdrawn:
        raise Refused(_("This was withdrawn in the meantime. It cannot be changed any more."))
    return found


def _refuse_without_words(claim: Claim) -> None:
    if not claim.words.strip():
        raise Refused(_("Write the statement, in one sentence."))


def _order(item: Item) -> list[Statement]:
    _locked(item)
    return list(Statement.objects.present().filter(item=item))


def _arrange(order: list[Statement], *, taken: int, at: int) -> None:
    moved = order.pop(taken)
    order.insert(max(0, min(at, len(order))), moved)
    for number, statement in enumerate(order):
        statement.position = number
    Statement.objects.bulk_update(order, ["position"])
