"""Answering a poll: once for everyone, changed until it closes, and secret where secrecy was promised."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.voice.actions import closing, slips
from mindlines.voice.actions.mixing import put_among
from mindlines.voice.actions.polls import PART, held, is_overdue
from mindlines.voice.choices import PollKind, Way
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries import answers
from mindlines.voice.queries import slips as known

LONGEST_LINE = 300


@dataclass(frozen=True)
class Answer:
    """What a voter says, in the shape that `Ballot` keeps; of statements only those answered now, and a side in the pulse alone."""

    value: Any
    sure: int | None = None
    why: str = ""
    side: str = ""


@transaction.atomic
def vote(poll: Poll, *, answer: Answer, slip: str = "", by: Membership | None = None, way: str = Way.SELF) -> str:
    """Answer, or answer otherwise. Sent twice it counts once. Returns the secret of the slip; empty when the vote is named.

    In a secret vote `slip` is what the voter's device or paper holds. A member who was not handed one yet is handed that one
    here. Without `by` the slip must be one that was given out: a ballot on paper. A named vote needs `by`.
    """
    poll = _open(poll)
    value = answers.checked(poll, value=answer.value)
    secret = _admit(poll, slip=slip, by=by, way=way) if poll.is_secret else ""
    ballot = _ballot(poll, secret=secret, by=by)
    _fill(ballot, poll=poll, value=value, answer=answer)
    if poll.is_secret:
        put_among(ballot, rows=poll.ballots.all())
    else:
        ballot.way = way
        ballot.save()
    news.changed(poll.meeting_id, part=PART)
    return secret


def vote_for(member: Membership, *, poll: Poll, answer: Answer) -> str:
    """Answer for a member who told somebody how; returns the secret of the slip that the member is handed by that."""
    return vote(poll, answer=answer, by=member, way=Way.PROXY)


def _open(poll: Poll) -> Poll:
    poll = held(poll)
    if not poll.takes_votes or is_overdue(poll):
        raise Refused(_("This vote is closed, so your answer was not counted. What you answered before still counts."))
    return poll


def _admit(poll: Poll, *, slip: str, by: Membership | None, way: str) -> str:
    """The secret with which this ballot is locked."""
    secret = known.tidied(slip)
    if known.found(poll.box, secret=secret):
        return secret
    if by is None:
        raise Refused(
            _("No voting slip has this code. Look at it again: it has four groups of four letters and numbers.")
        )
    return slips.hand(poll.box, to=by, way=way, secret=secret)


def _ballot(poll: Poll, *, secret: str, by: Membership | None) -> Ballot:
    if not poll.is_secret:
        if by is None:
            raise Refused(_("This vote is with names. Say whose answer it is."))
        found = poll.ballots.filter(membership=by).first()
        return found or Ballot(poll=poll, membership=by, constituency_id=by.constituency_id)
    lock = known.lock(secret, of=f"ballot:{poll.pk}")
    return poll.ballots.filter(lock=lock).first() or _new_secret(poll, lock=lock, by=by)


def _new_secret(poll: Poll, *, lock: str, by: Membership | None) -> Ballot:
    """A fresh ballot, as long as there are not more ballots than people who were handed a slip."""
    if poll.ballots.count() >= poll.box.handed.count():
        raise Refused(
            _(
                "There are as many votes as people who were given a slip. Ask a facilitator to note who drew one from the bag."
            )
        )
    if by is None:
        closing.make_room_for_paper(poll)
    group = by.constituency_id if by is not None and by.constituency_id in poll.told_apart else None
    return Ballot(poll=poll, lock=lock, constituency_id=group)


def _fill(ballot: Ballot, *, poll: Poll, value: Any, answer: Answer) -> None:
    if poll.is_second_time:
        ballot.after, ballot.after_sure = value, answer.sure
    else:
        if poll.kind == PollKind.STATEMENTS:
            value = {**(ballot.before or {}), **value}
        ballot.before, ballot.before_sure = value, answer.sure
    ballot.side = answer.side if answer.side in poll.told_apart else ""
    ballot.why = answer.why.strip()[:LONGEST_LINE]
