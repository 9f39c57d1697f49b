"""What a decision rests on, and what was looked at and set aside."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.coproduction.actions.decisions.preparing import held
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision, Ground
from mindlines.kernel.errors import Refused
from mindlines.knowledge.queries import things
from mindlines.people.models import Person


@transaction.atomic
def put(decision: Decision, *, keys: Sequence[str], why: str, is_set_aside: bool, by: Person) -> None:
    """Name these things as grounds; what is there already is put to the other side, with the new reason."""
    decision = _open(decision)
    known = things.known(decision.community, keys=keys)
    for key in known:
        named: dict[str, Any] = {field: value for field, value in things.fields_of(key).items() if value}
        values: dict[str, object] = {"why": why, "is_set_aside": is_set_aside, "put_by": by}
        Ground.objects.update_or_create(defaults=values, decision=decision, **named)


@transaction.atomic
def remove(decision: Decision, *, ground: int) -> None:
    """It was named by mistake; gone already is as good."""
    _open(decision).grounds.filter(pk=ground).delete()


def _open(decision: Decision) -> Decision:
    decision = held(decision)
    if decision.stage in (DecisionStage.CLOSED, DecisionStage.DROPPED):
        raise Refused(_("This decision is closed, so what it rests on stays as it is."))
    return decision
