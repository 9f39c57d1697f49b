"""What happened to one contribution, in order."""

from typing import Any

from django.utils.translation import gettext as _

from mindlines.communities.rules import facilitate
from mindlines.voice.choices import WRITTEN_FOR, Showing, Uptake
from mindlines.voice.models import Contribution


def of(contribution: Contribution) -> list[dict[str, Any]]:
    """Events for a timeline: days and words, no times and no order within a day."""
    events = [{"when": contribution.made_on, "title": _said(contribution), "words": _entered(contribution)}]
    if contribution.point is not None:
        meeting = contribution.meeting.title if contribution.meeting else ""
        words = _("In the notes of “%(meeting)s”.") % {"meeting": meeting} if meeting else ""
        events.append({"when": contribution.point.at, "title": _("Carried to the notes"), "words": words})
    if contribution.uptake != Uptake.UNANSWERED and contribution.replied_on:
        by = contribution.replied_by
        words = _("By %(name)s.") % {"name": by.name} if by and not by.is_erased else ""
        events.append({"when": contribution.replied_on, "title": contribution.get_uptake_display(), "words": words})
    return events


def state_words(contribution: Contribution) -> str:
    """Why it is not in the list, where it is not; for whoever may open it."""
    if contribution.showing == Showing.WAITING:
        return _("A facilitator reads this before others can see it.")
    if contribution.showing == Showing.MERGED:
        return _("It says the same as another one, so the two were joined. One reply answers both.")
    if contribution.showing == Showing.HIDDEN:
        return _("Hidden. Only the facilitators and whoever wrote it can see it. The reason: %(because)s") % {
            "because": contribution.hidden_because
        }
    return ""


def _said(contribution: Contribution) -> str:
    return str(contribution.get_origin_display())


def _entered(contribution: Contribution) -> str:
    """Who wrote it down for somebody else; facilitators see the name."""
    by = contribution.entered_by
    if contribution.origin not in WRITTEN_FOR or by is None:
        return ""
    if facilitate(contribution.viewer) and not by.is_erased:
        return _("Written down by %(name)s.") % {"name": by.name}
    return _("Written down by a facilitator.")
