"""The record of a decision as people read it: its frozen content, beside what can still be taken back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mindlines.coproduction.models import Decision, DecisionRecord
from mindlines.coproduction.queries.decisions import against, grounds
from mindlines.coproduction.queries.decisions.against import Spoken
from mindlines.coproduction.queries.decisions.digest import is_intact
from mindlines.coproduction.queries.decisions.grounds import Basis
from mindlines.coproduction.queries.decisions.wording import TONES

Content = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """A record, with the present words of what it rests on and the names of those who wish to be named."""

    content: Content
    digest: str
    is_intact: bool
    tone: str
    opened_on: date | None
    closed_on: date | None
    review_on: date | None
    resting: list[Basis]
    set_aside: list[Basis]
    objections: list[Content]
    dissents: list[Spoken]


def shown(decision: Decision) -> Shown | None:
    """None until it is closed. At most ten queries."""
    record = DecisionRecord.objects.filter(decision=decision).first()
    if record is None:
        return None
    content = record.content
    return Shown(
        content=content,
        digest=record.digest,
        is_intact=is_intact(record),
        tone=TONES.get(content["result"], ""),
        opened_on=_day(content["opened_on"]),
        closed_on=_day(content["closed_on"]),
        review_on=_day(content["review_on"]),
        resting=grounds.thawed(decision.community, kept=content["rests_on"]),
        set_aside=grounds.thawed(decision.community, kept=content["set_aside"]),
        objections=_named(decision, kept=content["objections"]),
        dissents=against.dissents(decision),
    )


def _named(decision: Decision, *, kept: list[Content]) -> list[Content]:
    """Objections with the names that may be shown now."""
    rows = decision.objections.select_related("membership__person")
    names = {f"objection:{each.pk}": against.who(each) for each in rows}
    return [{**each, "who": names.get(each["key"], "")} for each in kept]


def _day(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None
