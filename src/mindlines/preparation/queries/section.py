"""The pages of the section Get ready, as every one of them shows them."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.knowledge.queries.section import Tab, Words, tabs_of

PAGES: tuple[tuple[Words, str], ...] = ((_("My steps"), "preparation:mine"),)
FACILITATORS_PAGES: tuple[tuple[Words, str], ...] = (
    (_("How ready we are"), "preparation:readiness"),
    (_("Arrange the steps"), "preparation:paths"),
)


def tabs(viewer: Membership, *, here: str) -> list[Tab]:
    """What stands above the pages of this section; `here` is the route of the page that is shown."""
    return tabs_of(PAGES + (FACILITATORS_PAGES if viewer.facilitates else ()), viewer=viewer, here=here)
