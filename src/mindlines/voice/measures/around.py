"""What every page of a poll shows around its own matter."""

from typing import Any

from mindlines.voice import rules
from mindlines.voice.measures.results import result
from mindlines.voice.models import Poll
from mindlines.voice.queries import polls as queries


def around(poll: Poll, *, slip: str = "") -> dict[str, Any]:
    """The poll seen by its viewer; `slip` is what the device keeps."""
    runs = rules.run_poll(poll)
    return {
        "viewer": poll.viewer,
        "community": poll.community,
        "poll": poll,
        "runs": runs,
        "can_vote": poll.takes_votes and rules.vote(poll),
        "slip_place": queries.slip_place(poll, of=poll.viewer, slip=slip) if poll.is_secret else "here",
        "group": queries.group_counted(poll, of=poll.viewer),
        "turnout": queries.turnout(poll),
        "waiting": queries.options_to_look_at(poll) if runs else [],
        "result": result(poll) if rules.see_result(poll) else None,
    }
