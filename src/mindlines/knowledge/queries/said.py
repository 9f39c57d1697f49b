"""What was said in meetings and between them, to be kept as knowledge."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from mindlines.communities import rules as communities
from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Membership
from mindlines.knowledge.choices import Naming
from mindlines.knowledge.models import Item
from mindlines.voice.choices import Audience, ContributionKind, Showing
from mindlines.voice.models import Contribution
from mindlines.voice.queries import rows
from mindlines.voice.queries.rows import Row

A_PAGE = 20
A_TITLE = 80


def page(viewer: Membership, *, words: str, number: str | None) -> "Page[Row]":
    """What may be kept: for facilitators all that everyone can read, for others what they said with their name."""
    found = offered(viewer)
    for word in words.split()[:8]:
        found = found.filter(words__icontains=word)
    return rows.page_of(Paginator(rows.counted(found), A_PAGE).get_page(number), viewer=viewer)


def offered(viewer: Membership) -> QuerySet[Contribution]:
    """The newest first; what was kept already is left out."""
    kept = Item.objects.filter(said=OuterRef("pk"))
    found = Contribution.objects.filter(
        ~Exists(kept), community=viewer.community, showing=Showing.SHOWN, audience=Audience.EVERYONE
    )
    found = found if communities.facilitate(viewer) else found.filter(membership=viewer)
    return found.order_by("-made_on", "pk")


def initial(contribution: Contribution) -> dict[str, Any]:
    """What the form begins with."""
    words = contribution.words
    is_story = contribution.kind == ContributionKind.STORY
    return {
        "title": words if len(words) <= A_TITLE else f"{words[: A_TITLE - 1]}…",
        "words": words,
        "kind": KnowledgeKind.STORY if is_story else "",
        "naming": Naming.NAMED,
    }
