"""Why somebody is in their group, in sentences for those who divide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.measures.groups import ONLINE, Why
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.wishes import names_in_a_row

MOST_NAMES = 4


@dataclass(frozen=True)
class Names:
    """How the people of a round, their constituencies and their organisations are called."""

    people: Mapping[int, str]
    kinds: Mapping[tuple[str, str], str]


def names_of(asked: Asked) -> Names:
    """Gathered once for a whole division."""
    kinds = {}
    for one in asked.people:
        constituency, organisation = one.membership.constituency, one.membership.organisation
        kinds["constituency", str(constituency.pk)] = constituency.name
        if organisation:
            kinds["organisation", str(organisation.pk)] = organisation.name
    return Names({one.pk: one.name for one in asked.people}, kinds)


def sentences(names: Names, *, reasons: Sequence[Why]) -> tuple[str, ...]:
    """The library's reasons in words; what has no words of ours is left out."""
    return tuple(filter(None, (_sentence(names, why) for why in reasons)))


def _sentence(names: Names, why: Why) -> str:
    if why.kind == "needed" and why.by == "facilitator":
        return _("Facilitates this group.")
    if why.by and (why.by, why.value) not in names.kinds:
        return ""
    if why.kind == "room":
        return _("This group meets online.") if why.value == ONLINE else _("The room has no steps.")
    shown = {"group": names.kinds.get((why.by, why.value), ""), "people": _listed(names, why)}
    return {
        "pinned": _("Was put here by hand."),
        "together": _("Sits with %(people)s, as wished."),
        "apart": _("Does not sit with %(people)s, as wished."),
        "needed": _("Without them the wish about “%(group)s” would not hold here."),
        "only": _("Brings “%(group)s” to this group."),
        "share": _("Gives this group its share of “%(group)s”."),
        "new": _("Meets for the first time: %(people)s."),
        "best": _("No swap with anybody elsewhere would be better."),
    }[why.kind] % shown


def _listed(names: Names, why: Why) -> str:
    known = [names.people[person] for person in why.people if person in names.people]
    more = len(known) - MOST_NAMES
    if more > 1:
        others = ngettext("%(count)d more", "%(count)d more", more) % {"count": more}
        return names_in_a_row([*known[:MOST_NAMES], others])
    return names_in_a_row(known)
