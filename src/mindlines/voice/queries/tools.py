"""What a facilitator can do with one contribution."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.meetings.models import AgendaItem
from mindlines.voice.choices import Audience, Showing, Uptake
from mindlines.voice.models import Contribution


@dataclass(frozen=True)
class Tools:
    """What a facilitator can do with one contribution now."""

    answer: bool
    hide: bool
    show: str
    join: bool
    items: list[AgendaItem] | None


def tools(contribution: Contribution) -> Tools:
    """At most one query, for the items of the meeting to whose notes it can go."""
    showing = contribution.showing
    in_sight = showing in (Showing.SHOWN, Showing.WAITING)
    words = {
        Showing.WAITING: _("Show it to everyone"),
        Showing.HIDDEN: _("Show it again"),
        Showing.MERGED: _("Take it apart again"),
    }
    can_be_carried = (
        contribution.meeting is not None
        and contribution.point is None
        and contribution.audience == Audience.EVERYONE
        and showing in (Showing.SHOWN, Showing.MERGED)
    )
    return Tools(
        answer=showing != Showing.MERGED,
        hide=in_sight,
        show=words.get(Showing(showing), ""),
        join=in_sight,
        items=items(contribution) if can_be_carried else None,
    )


def items(contribution: Contribution) -> list[AgendaItem]:
    """The items of its meeting's agenda."""
    return list(contribution.meeting.items.all()) if contribution.meeting else []


def address(contribution: Contribution, *, deed: str) -> str:
    """Where a deed on a contribution is posted to."""
    return reverse(f"voice:{deed}", kwargs={"pk": contribution.pk})


def answered(contribution: Contribution) -> dict[str, str]:
    """What the form for an answer begins with: the answer that was given, if any."""
    if contribution.uptake == Uptake.UNANSWERED:
        return {}
    return {"uptake": contribution.uptake, "reply": contribution.reply}
