"""What came of putting proposals in order."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from mindlines.coproduction.choices import Result
from mindlines.coproduction.measures.decisions.votes import Cast
from mindlines.coproduction.models import Proposal
from mindlines_analysis.consensus import Ranking, ranking


def ordered(votes: Cast, *, proposals: Sequence[Proposal]) -> tuple[str, str, list[dict[str, Any]]]:
    """The result, what is to be said about it, and the places: those that are level share one."""
    if not votes.people:
        return Result.NOT_AGREED, _("Nobody voted."), []
    words = {str(key): text for key, text in votes.labels.items()}
    found = ranking(list(votes.orders.values()), options=list(words))
    order, place = [], 1
    for level in found.order:
        order.append({"place": place, "proposals": [words[key] for key in level]})
        place += len(level)
    return found.result, _why(found, words=words), order


def _why(found: Ranking, *, words: dict[str, str]) -> str:
    if found.result == "tied":
        return _("These stand first together: %(level)s.") % {"level": ", ".join(words[key] for key in found.order[0])}
    if found.winner is not None and not found.agrees:
        return _(
            "More people put “%(other)s” before each of the others, one by one. Talk about which should come first."
        ) % {"other": words[found.winner]}
    return ""
