"""What is published, among what a community knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Coalesce, Lower

from mindlines.communities.models import Community, Membership
from mindlines.knowledge.choices import Form
from mindlines.knowledge.models import Citation, CitationImport, Item

A_PAGE = 50
T = TypeVar("T")


@dataclass(frozen=True)
class KnownWork:
    """A published work that is here already."""

    pk: int
    title: str
    csl: dict[str, Any]


def published(community: Community) -> QuerySet[Item]:
    """Citations that are there, by the alphabet of their first authors, as they are printed."""
    first = KeyTransform("0", KeyTransform("author", "citation__csl"))
    author = Coalesce(KeyTextTransform("family", first), KeyTextTransform("literal", first), F("title"))
    return (
        Item.objects.present()
        .filter(community=community, form=Form.CITATION, citation__isnull=False)
        .select_related("citation", "community")
        .order_by(Lower(author), "year", "title", "pk")
    )


def chosen(community: Community, *, keys: Iterable[str]) -> QuerySet[Item]:
    """Those whose numbers were ticked; all where none was."""
    wanted = [int(key) for key in keys if key.isdecimal() and len(key) < 12]
    found = published(community)
    return found.filter(pk__in=wanted) if wanted else found


def known_works(community: Community) -> list[KnownWork]:
    """All published works of a community, to compare with. One query."""
    rows = published(community).order_by("pk").values_list("pk", "title", "citation__csl")
    return [KnownWork(pk, title, csl if isinstance(csl, dict) else {}) for pk, title, csl in rows]


def unfinished(viewer: Membership) -> QuerySet[CitationImport]:
    """Lists that `viewer` brought and has not confirmed."""
    rows = CitationImport.objects.filter(community=viewer.community, by=viewer.person, confirmed_at=None)
    return rows.defer("records", "refused")


def brought(viewer: Membership) -> QuerySet[CitationImport]:
    """Lists that `viewer` brought in and may still take back, or took back."""
    rows = CitationImport.objects.filter(community=viewer.community, by=viewer.person, confirmed_at__isnull=False)
    return rows.defer("records", "refused")


def stayed(found: CitationImport) -> QuerySet[Item]:
    """What stayed when the list was taken back."""
    keys = found.result.get("stayed", [])
    return Item.objects.present().filter(pk__in=keys, community=found.community_id).select_related("community")


def rested_on(keys: Sequence[int]) -> set[int]:
    """Those of the items to which somebody has added something, or on which something rests, in whatever context."""
    added = Item.objects.filter(pk__in=keys).exclude(version=1, quality="").values_list("pk", flat=True)
    found = set(added)
    for relation in Item._meta.related_objects:  # noqa: SLF001 - Django's own way to ask a model
        if relation.related_model is Citation:
            continue
        name = relation.field.name
        rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys})  # noqa: SLF001
        found.update(rows.values_list(name, flat=True))
    return found & set(keys)


def page(rows: Sequence[T], *, number: str | None) -> "Page[T]":
    return Paginator(rows, A_PAGE).get_page(number)


def page_of_published(community: Community, *, number: str | None) -> "Page[Item]":
    return Paginator(published(community), A_PAGE).get_page(number)
