"""Adding and changing a published work."""

from dataclasses import replace

from django.db import transaction

from mindlines.communities.models import Community, Membership
from mindlines.knowledge.actions import findable, items
from mindlines.knowledge.actions.items import Changed, NewItem
from mindlines.knowledge.choices import Form
from mindlines.knowledge.measures import citations as measures
from mindlines.knowledge.models import Citation, Item
from mindlines_analysis.readers.citations import CitationRecord

AT_ONCE = 500


def add(record: CitationRecord, *, to: Community, by: Membership, new: NewItem, came_from: str = "") -> Item:
    """Bring in one published work. What `new` says of kind, priority and key stands; the rest is told by the record."""
    told = replace(
        new,
        form=Form.CITATION,
        **measures.about(record),
        citation={**measures.kept(record), "came_from": came_from[:200]},
    )
    return items.bring(told, to=to, by=by)


@transaction.atomic
def change(item: Item, *, to: CitationRecord, by: Membership, changed: Changed) -> None:
    """Let a published work say something else about itself. What `changed` says of kind and priority stands."""
    Citation.objects.filter(item=item).update(**measures.kept(to))
    about = measures.about(to)
    items.change(item, to=replace(changed, **{name: about[name] for name in ("title", "words", "year", "link")}), by=by)


@transaction.atomic
def complete(item: Item, *, by: Membership, record: CitationRecord) -> None:
    """Fill the gaps of one of ours from another record of the same work."""
    found = Item.objects.select_related("citation", "priority", "community").get(pk=item.pk)
    Citation.objects.filter(item=found).update(**measures.completed(found.citation, by=record))
    about = measures.about(record)
    filled = Changed(
        title=found.title,
        words=found.words or about["words"],
        kind=found.kind,
        link=found.link or about["link"],
        year=found.year or about["year"],
        priority=found.priority,
    )
    items.change(found, to=filled, by=by)


def make_many(records: list[CitationRecord], *, to: Community, by: Membership, kind: str, came_from: str) -> list[Item]:
    """Make many at once, within the transaction of whoever asks."""
    made = [
        Item(
            community=to,
            form=Form.CITATION,
            kind=kind,
            brought_by=by,
            constituency=by.constituency,
            **measures.about(record),
        )
        for record in records
    ]
    Item.objects.bulk_create(made, batch_size=AT_ONCE)
    kept = [
        Citation(item=item, came_from=came_from[:200], **measures.kept(record))
        for item, record in zip(made, records, strict=True)
    ]
    Citation.objects.bulk_create(kept, batch_size=AT_ONCE)
    findable.put_published(made)
    return made
