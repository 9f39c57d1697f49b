"""The box to paste into, and the fields that it fills."""

from typing import Any

from mindlines.communities.models import Membership
from mindlines.communities.queries import direction
from mindlines.knowledge.forms.citations import CitationForm, PasteForm, initial_of, record_of
from mindlines.knowledge.forms.items import initial_of as initial_of_item
from mindlines.knowledge.models import Item


def forms_for(viewer: Membership, *, data: Any = None) -> tuple[PasteForm, CitationForm]:
    """Both forms of the page. When something was pasted, the fields hold what was read and wait to be looked at."""
    more: dict[str, Any] = {
        "community": viewer.community,
        "priorities": list(direction.open_priorities(viewer.community)),
    }
    if data is not None and "read" in data:
        paste = PasteForm(data)
        initial: dict[str, Any] = initial_of(paste.cleaned_data["paste"][0]) if paste.is_valid() else {}
        return paste, CitationForm(initial={"kind": "research", **initial}, **more)
    return PasteForm(), CitationForm(data, initial={"kind": "research"}, **more)


def form_of(item: Item, *, data: Any = None) -> CitationForm:
    """The fields of a published work that is there."""
    priorities = list(direction.open_priorities(item.community))
    if item.priority is not None and item.priority not in priorities:
        priorities.append(item.priority)
    initial = (
        initial_of_item(item) | initial_of(record_of(item)) | {"title": item.citation.csl.get("title", item.title)}
    )
    return CitationForm(data, community=item.community, before=item, priorities=priorities, initial=initial)
