"""Voting on all proposals of a decision in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions import objections
from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.actions.decisions.preparing import held
from mindlines.coproduction.models import Decision
from mindlines.kernel.errors import Refused
from mindlines.voice.actions import ballots
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.models import Poll


@dataclass(frozen=True)
class Given:
    """An answer to what is asked about one proposal."""

    poll: Poll
    answer: Answer


@dataclass(frozen=True)
class Filled:
    """A ballot paper: answers, and the reasons of those that object."""

    given: Sequence[Given]
    objections: Sequence[Objected] = ()


@transaction.atomic
def vote(decision: Decision, *, filled: Filled, slip: str, by: Membership) -> str:
    """All answers and reasons count, or none of them. Returns the secret of the slip; empty when the vote is named."""
    decision = held(decision)
    refuse_if_over(decision)
    secret = slip
    for each in sorted(filled.given, key=lambda one: one.poll.pk):
        secret = ballots.vote(each.poll, answer=each.answer, slip=secret, by=by)
    for objected in filled.objections:
        objections.object_to(objected, by=by)
    return secret


def refuse_if_over(decision: Decision) -> None:
    """Whoever votes when nobody can is told so, whatever is on their paper."""
    if not decision.takes_votes:
        raise Refused(
            _("Nobody can vote on this now, so your answer was not counted. What you answered before counts.")
        )
