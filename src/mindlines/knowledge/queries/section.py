"""The pages of the section Knowledge, as every one of them shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership

Words = str | Promise


@dataclass(frozen=True)
class Tab:
    label: Words
    url: str
    is_here: bool


# The words and the route of each page of the section, in the order in which they are shown.
PAGES: tuple[tuple[Words, str], ...] = (
    (_("What we know"), "knowledge:items"),
    (_("What helps and hinders"), "knowledge:diagnoses"),
    (_("Negotiations"), "knowledge:negotiations"),
    (_("References"), "knowledge:references"),
)


def tabs(viewer: Membership, *, here: str) -> list[Tab]:
    """What stands above the pages of this section; `here` is the route of the page that is shown."""
    return tabs_of(PAGES, viewer=viewer, here=here)


def tabs_of(pages: Sequence[tuple[Words, str]], *, viewer: Membership, here: str) -> list[Tab]:
    slug = viewer.community.slug
    return [
        Tab(label=label, url=reverse(route, kwargs={"slug": slug}), is_here=route == here) for label, route in pages
    ]
