"""The pages of the section Decisions, as every one of them shows them."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.knowledge.queries.section import Tab, Words, tabs_of

# The words and the route of each page of the section, in the order in which they are shown.
PAGES: tuple[tuple[Words, str], ...] = (
    (_("Decisions"), "coproduction:decisions"),
    (_("Choosing priorities"), "coproduction:scorings"),
    (_("What we make"), "coproduction:outputs"),
    (_("Done differently"), "coproduction:changes"),
    (_("The line"), "coproduction:line"),
)


def tabs(viewer: Membership, *, here: str) -> list[Tab]:
    """What stands above the pages of this section; `here` is the route of the page that is shown."""
    return tabs_of(PAGES, viewer=viewer, here=here)
