"""What members say against a proposal or a decision, with their name or without."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction import rules
from mindlines.coproduction.choices import ObjectionState
from mindlines.coproduction.models import Decision, Dissent, Objection
from mindlines.kernel.times import now

OPEN_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Spoken:
    """Words against something, with who said them as they wished."""

    words: str
    who: str
    group: str
    on: date


@dataclass(frozen=True)
class Objected:
    """An objection as the page shows it, and whether the reader can say what became of it."""

    objection: Objection
    who: str
    group: str
    is_open: bool
    can_settle: bool


def takes_dissent(decision: Decision) -> bool:
    until = last_moment(decision)
    return until is not None and now() < until


def last_moment(decision: Decision) -> datetime | None:
    """Until when dissent is put on record."""
    return decision.closed_at + OPEN_FOR if decision.closed_at else None


def dissents(decision: Decision) -> list[Spoken]:
    """What members put on record. One query."""
    found = decision.dissents.select_related("membership__person", "constituency")
    return [Spoken(each.words, who(each), str(each.constituency or ""), each.made_on) for each in found]


def objections(decision: Decision, *, viewer: Membership) -> list[Objected]:
    """What speaks against the proposals, the open ones first. One query."""
    found = list(decision.objections.select_related("membership__person", "constituency", "proposal"))
    found.sort(key=lambda each: (each.state != ObjectionState.OPEN, each.made_on, each.pk))
    for each in found:
        decision.viewer, each.decision = viewer, decision
    return [
        Objected(
            objection=each,
            who=who(each),
            group=str(each.constituency or ""),
            is_open=each.state == ObjectionState.OPEN,
            can_settle=_can_settle(each),
        )
        for each in found
    ]


def _can_settle(objection: Objection) -> bool:
    is_open = objection.state == ObjectionState.OPEN and not objection.decision.is_closed
    return is_open and bool(rules.settle_objection(objection))


def who(said: Dissent | Objection) -> str:
    """The name, as long as it may be shown."""
    if said.is_anonymous:
        return _("Somebody who wished to stay without a name")
    member = said.membership
    if member is None or member.person.is_erased:
        return _("Somebody who left")
    return member.name
