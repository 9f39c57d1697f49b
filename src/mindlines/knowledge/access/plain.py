"""The gates of plain versions and their lines."""

from django.http import Http404

from mindlines.kernel.rules import Rule
from mindlines.knowledge import rules
from mindlines.knowledge.access import items
from mindlines.knowledge.choices import PlainForm
from mindlines.knowledge.models import EasyLine, Item, PlainVersion
from mindlines.people.models import Person


def source(person: Person, pk: int, *, may: Rule[[Item]] = rules.write_plain) -> Item:
    """The item that is to be said again; of a withdrawn one nothing is left to say."""
    found = items.item(person, pk)
    if found.is_withdrawn:
        raise Http404
    may.require(found)
    return found


def plain(
    person: Person, pk: int, *, form: str = PlainForm.PLAIN, may: Rule[[PlainVersion]] = rules.read_plain
) -> PlainVersion:
    """The plain version of the item in this form, seen through `.viewer`."""
    item = items.item(person, pk)
    found = item.plain_versions.select_related(
        "signed_by__person", "signed_by__constituency", "sign_entered_by", "changed_by"
    )
    one = found.filter(form=form).first()
    if one is None or item.is_withdrawn:
        raise Http404
    one.item, one.viewer = item, item.viewer
    may.require(one)
    return one


def line(person: Person, pk: int, *, line: int, may: Rule[[PlainVersion]] = rules.change_plain) -> EasyLine:
    """One line of the easy-read version of an item."""
    version = plain(person, pk, form=PlainForm.EASY, may=may)
    found = version.lines.filter(pk=line).first()
    if found is None:
        raise Http404
    found.plain = version
    return found
