"""Voting on all proposals of a decision in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from mindlines.communities.models import Membership
from mindlines.voice.actions import ballots
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.models import Poll


@dataclass(frozen=True)
class Given:
    """An answer to what is asked about one proposal."""

    poll: Poll
    answer: Answer


@transaction.atomic
def vote(given: Sequence[Given], *, slip: str, by: Membership) -> str:
    """All answers count, or none of them. Returns the secret of the slip; empty when the vote is named."""
    secret = slip
    for each in sorted(given, key=lambda one: one.poll.pk):
        secret = ballots.vote(each.poll, answer=each.answer, slip=secret, by=by)
    return secret
