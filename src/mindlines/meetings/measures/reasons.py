"""Why somebody is in their group, in sentences that a facilitator can read aloud, except where they name a wish."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.measures.groups import ONLINE, Why
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.wishes import names_in_a_row

MOST_NAMES = 4


def sentences(asked: Asked, *, reasons: Sequence[Why]) -> tuple[str, ...]:
    """The library's reasons in words."""
    names = {one.pk: one.name for one in asked.people}
    return tuple(filter(None, (_WORDS[why.kind](asked, why, _listed(why, names)) for why in reasons)))


def _listed(why: Why, names: dict[int, str]) -> str:
    known = [names[person] for person in why.people if person in names]
    more = len(known) - MOST_NAMES
    if more > 1:
        others = ngettext("%(count)d more", "%(count)d more", more) % {"count": more}
        return names_in_a_row([*known[:MOST_NAMES], others])
    return names_in_a_row(known)


def _of(asked: Asked, why: Why) -> str:
    """The constituency or organisation that a reason is about."""
    for one in asked.people:
        membership = one.membership
        if why.by == "constituency" and str(membership.constituency_id) == why.value:
            return membership.constituency.name
        if why.by == "organisation" and str(membership.organisation_id) == why.value and membership.organisation:
            return membership.organisation.name
    return ""


def _room(_asked: Asked, why: Why, _names: str) -> str:
    return _("This group meets online.") if why.value == ONLINE else _("The room has no steps.")


def _needed(asked: Asked, why: Why, _names: str) -> str:
    if why.by == "facilitator":
        return _("Facilitates this group.")
    return _("Without them the wish about “%(group)s” would not hold here.") % {"group": _of(asked, why)}


def _about(sentence: Callable[[], str]) -> Callable[[Asked, Why, str], str]:
    def said(asked: Asked, why: Why, names: str) -> str:
        group = _of(asked, why)
        return sentence() % {"group": group, "people": names} if group or why.people or not why.by else ""

    return said


_WORDS: dict[str, Callable[[Asked, Why, str], str]] = {
    "pinned": _about(lambda: _("Was put here by hand.")),
    "room": _room,
    "together": _about(lambda: _("Sits with %(people)s, as wished.")),
    "apart": _about(lambda: _("Does not sit with %(people)s, as wished.")),
    "needed": _needed,
    "only": _about(lambda: _("Brings “%(group)s” to this group.")),
    "share": _about(lambda: _("Gives this group its share of “%(group)s”.")),
    "new": _about(lambda: _("Meets for the first time: %(people)s.")),
    "best": _about(lambda: _("No swap with anybody elsewhere would be better.")),
}
