"""Forgetting who brought in what. A story goes with its teller; everything else stays without the name."""

from django.db.models import Q
from django.utils.translation import gettext as _

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
    for community in Membership.objects.filter(person=person).values_list("community", flat=True):
        _take_name_out(person, community=community)


def _take_name_out(person: Person, *, community: int) -> None:
    """Where somebody else has the same name, it stays theirs."""
    if Membership.objects.filter(community=community, person__name=person.name).exclude(person=person).exists():
        return
    somebody = _("a former member")
    named = Q(title__contains=person.name) | Q(words__contains=person.name) | Q(quality__contains=person.name)
    for item in Item.objects.filter(named, community=community, form__in=OWN_WORDS).select_related("community"):
        for field in ("title", "words", "quality"):
            setattr(item, field, getattr(item, field).replace(person.name, somebody)[:60_000])
        item.title = item.title[:300]
        item.save(update_fields=["title", "words", "quality"])
        findable.put_item(item)
    before = ItemVersion.objects.filter(Q(title__contains=person.name) | Q(words__contains=person.name))
    for version in before.filter(item__community=community, item__form__in=OWN_WORDS):
        version.title = version.title.replace(person.name, somebody)[:300]
        version.words = version.words.replace(person.name, somebody)
        version.save(update_fields=["title", "words"])
    said = Statement.objects.filter(words__contains=person.name, is_quoted=False, item__community=community)
    for statement in said.select_related("item__community"):
        statement.words = statement.words.replace(person.name, somebody)[:1000]
        statement.save(update_fields=["words"])
        findable.put_statement(statement)
