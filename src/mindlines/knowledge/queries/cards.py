"""A piece of knowledge as every list shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Constituency
from mindlines.knowledge.choices import Form, Naming
from mindlines.knowledge.models import Citation, Item, Statement
from mindlines.knowledge.queries import wishes

MOST_AUTHORS = 3


@dataclass(frozen=True)
class Card:
    """What a list says about one item; `who` is as its teller wishes, and the only name that may be shown."""

    item: Item
    title: str
    url: str
    kind: str
    form: str
    who: str
    group: Constituency | None
    year: int | None
    statements: int
    plain: list[str]
    is_withdrawn: bool

    @property
    def form_beside(self) -> str:
        """The form in words, where the kind does not say it already."""
        return "" if (self.item.kind, self.item.form) == (KnowledgeKind.STORY, Form.STORY) else self.form

    @property
    def is_written_down(self) -> bool:
        """Whether somebody else wrote it down for its teller, and the teller does not wish to stay unknown."""
        is_for_somebody = self.item.teller_id is not None and self.item.brought_by_id is not None
        return is_for_somebody and self.item.naming != Naming.NOBODY

    @property
    def group_beside(self) -> str:
        """The name of the group, where `who` does not name it already."""
        return self.group.name if self.group is not None and self.item.naming != Naming.GROUP else ""


def counted(found: QuerySet[Item]) -> QuerySet[Any]:
    """Each with all that a card needs. Two queries, however many there are."""
    statements = Statement.objects.present().filter(item=OuterRef("pk")).order_by().values("item")
    number = Subquery(statements.annotate(number=Count("pk")).values("number"))
    return (
        found.select_related(
            "community", "constituency", "priority", "brought_by__person", "teller__person", "citation"
        )
        .prefetch_related("plain_versions")
        .annotate(statement_count=Coalesce(number, 0, output_field=IntegerField()))
    )


def prepared(found: Iterable[Any]) -> list[Card]:
    """Cards of items that `counted` fetched."""
    return [_card(item, statements=item.statement_count) for item in found]


def card(item: Item) -> Card:
    """The card of one item that a gate handed over. Two queries."""
    return _card(item, statements=Statement.objects.present().filter(item=item).count())


def who(item: Item) -> str:
    """Whose it is: as the teller of a story wishes; the authors of what was published; else whoever brought it in."""
    if item.is_withdrawn:
        return ""
    if item.naming:
        return wishes.told_as(item)
    return authors(item) or wishes.brought(item.brought_by)


def authors(item: Item) -> str:
    """The first few authors of what was published."""
    found: Citation | None = getattr(item, "citation", None)
    people = found.csl.get("author") if found is not None and isinstance(found.csl, dict) else None
    listed = people if isinstance(people, list) else []
    called = [_called(one) for one in listed if isinstance(one, dict)]
    names = [name for name in called if name]
    shown = ", ".join(names[:MOST_AUTHORS])
    return _("%(names)s and others") % {"names": shown} if len(names) > MOST_AUTHORS else shown


def _called(author: dict[str, Any]) -> str:
    return str(author.get("family") or author.get("literal") or "")


def _card(item: Item, *, statements: int) -> Card:
    return Card(
        item=item,
        title=item.title,
        url=item.get_absolute_url(),
        kind=str(item.get_kind_display()),
        form=str(item.get_form_display()),
        who=who(item),
        group=None if item.is_withdrawn else item.constituency,
        year=item.year,
        statements=statements,
        plain=sorted(str(version.get_form_display()) for version in item.plain_versions.all()),
        is_withdrawn=item.is_withdrawn,
    )
