"""The gates of published works, and of a list of them on its way in."""

from django.http import Http404

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.communities.rules import take_part
from mindlines.kernel.rules import Rule
from mindlines.knowledge import rules
from mindlines.knowledge.access import items
from mindlines.knowledge.models import CitationImport, Item
from mindlines.people.models import Person


def citation_import(person: Person, slug: str, *, pk: int, may: Rule[[Membership]] = take_part) -> CitationImport:
    """A list on its way in; only whoever brought it goes on with it."""
    viewer = communities.membership(person, slug, may=may)
    found = CitationImport.objects.filter(community=viewer.community, by=person, pk=pk).first()
    if found is None:
        raise Http404
    found.community, found.viewer = viewer.community, viewer
    return found


def published(person: Person, pk: int, *, may: Rule[[Item]] = rules.read_item) -> Item:
    """An item that is a published work; anything else is not there."""
    found = items.item(person, pk, may=may)
    if getattr(found, "citation", None) is None:
        raise Http404
    return found
