"""Which form suits which piece of knowledge."""

from collections.abc import Callable
from typing import Any

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.communities.queries import direction
from mindlines.knowledge.choices import Form
from mindlines.knowledge.forms import items, tables
from mindlines.knowledge.forms.files import FileForm
from mindlines.knowledge.forms.items import ItemForm, LinkForm, NoteForm, PublishedForm
from mindlines.knowledge.forms.stories import StoryForm, WrittenDownForm
from mindlines.knowledge.forms.tables import TableForm
from mindlines.knowledge.models import Item
from mindlines.knowledge.queries import said as what_was_said
from mindlines.knowledge.queries import wishes
from mindlines.voice.choices import ContributionKind
from mindlines.voice.models import Contribution


def new(form: str, *, viewer: Membership, data: Any = None, files: Any = None) -> ItemForm:
    """The form for bringing in something of this form."""
    known: dict[str, Callable[..., ItemForm]] = {
        Form.NOTE: NoteForm,
        Form.LINK: LinkForm,
        Form.TABLE: TableForm,
        Form.FILE: FileForm,
        Form.STORY: StoryForm,
    }
    if form not in known:
        raise Http404
    more: dict[str, Any] = {"priorities": list(direction.open_priorities(viewer.community))}
    if form == Form.STORY:
        more |= {"wishes": wishes.hints(viewer), "teller": viewer}
    if form == Form.FILE:
        more["community"] = viewer.community
    return known[form](data, files, **more)


def written_down(viewer: Membership, *, data: Any = None) -> WrittenDownForm:
    """For a story that a member told and a facilitator writes down."""
    return WrittenDownForm(
        data,
        wishes=wishes.hints_for_others(),
        community=viewer.community,
        priorities=list(direction.open_priorities(viewer.community)),
    )


def kept(contribution: Contribution, *, data: Any = None) -> ItemForm:
    """For what somebody said, to be kept as knowledge."""
    priorities = list(direction.open_priorities(contribution.community))
    initial = what_was_said.initial(contribution)
    teller = contribution.membership
    if teller is None:
        return NoteForm(data, priorities=priorities, initial=initial)
    teller.community = contribution.community
    asks: dict[str, Any] = {
        "asks_kind": contribution.kind != ContributionKind.STORY,
        "priorities": priorities,
        "initial": initial,
    }
    return StoryForm(data, wishes=wishes.hints(teller), teller=teller, **asks)


def change(item: Item, *, data: Any = None, files: Any = None) -> ItemForm:
    """The form of an item that is there."""
    known: dict[str, Callable[..., ItemForm]] = {
        Form.LINK: LinkForm,
        Form.TABLE: TableForm,
        Form.CITATION: PublishedForm,
        Form.FILE: PublishedForm,
    }
    priorities = list(direction.open_priorities(item.community))
    if item.priority is not None and item.priority not in priorities:
        priorities.append(item.priority)
    initial = items.initial_of(item)
    if item.teller is not None:
        item.teller.community = item.community
        asks: dict[str, Any] = {"asks_kind": item.form != Form.STORY, "priorities": priorities, "initial": initial}
        return StoryForm(data, wishes=wishes.hints(item.teller), teller=item.teller, **asks)
    if item.form == Form.TABLE:
        initial |= tables.initial_of(item)
    return known.get(item.form, NoteForm)(data, files, priorities=priorities, initial=initial)
