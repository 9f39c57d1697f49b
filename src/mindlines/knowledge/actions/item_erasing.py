"""Forgetting who brought in what. A story goes with its teller; everything else stays without the name."""

from mindlines.communities.actions import names
from mindlines.communities.models import Membership
from mindlines.knowledge.actions import findable, items
from mindlines.knowledge.choices import Form
from mindlines.knowledge.models import CitationImport, Item, ItemVersion, Statement
from mindlines.people.models import Person

# What is published keeps the names of those who wrote it.
OWN_WORDS = (Form.NOTE, Form.STORY, Form.TABLE, Form.FILE, Form.LINK)


def forget(person: Person) -> None:
    """Withdraw the person's stories, and take the name off and out of everything else."""
    for teller in Membership.objects.filter(person=person):
        for item in Item.objects.present().filter(teller=teller):
            items.withdraw(item, by=teller)
    Item.objects.filter(brought_by__person=person).update(brought_by=None)
    CitationImport.objects.filter(by=person).delete()
    Statement.objects.filter(made_by=person).update(made_by=None)
    ItemVersion.objects.filter(changed_by=person).update(changed_by=None)
    for community in names.communities_of(person):
        _take_name_out(person.name, community=community)


def _take_name_out(name: str, *, community: int) -> None:
    item_fields = {"title": 300, "words": 60_000, "quality": 2000}
    own = Item.objects.filter(names.holding(name, fields=item_fields), community=community, form__in=OWN_WORDS)
    for item in own.select_related("community"):
        names.take_out(item, name=name, fields=item_fields)
        findable.put_item(item)
    before = ItemVersion.objects.filter(names.holding(name, fields=("title", "words")))
    for version in before.filter(item__community=community, item__form__in=OWN_WORDS):
        names.take_out(version, name=name, fields={"title": 300, "words": names.NO_END})
    said = Statement.objects.filter(words__contains=name, is_quoted=False, item__community=community)
    for statement in said.select_related("item__community"):
        names.take_out(statement, name=name, fields={"words": 1000})
        findable.put_statement(statement)
