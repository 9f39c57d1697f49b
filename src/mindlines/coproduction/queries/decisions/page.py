"""One decision prepared for its page: what is voted on, by whom, and what is said against it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mindlines.coproduction.choices import Rule
from mindlines.coproduction.models import Decision, Proposal
from mindlines.voice.models import Poll
from mindlines.voice.queries import polls, slips
from mindlines.voice.queries.polls import Sheet, Turnout


@dataclass(frozen=True)
class Voted:
    """A proposal with its ballot as this voter filled it in."""

    proposal: Proposal
    poll: Poll
    sheet: Sheet


def proposals(decision: Decision) -> list[Proposal]:
    return list(decision.proposals.select_related("poll"))


def votes(decision: Decision, *, listed: list[Proposal], slip: str) -> list[Voted]:
    """The ballots of this decision; none while it is prepared, or once it is closed. Two queries for each proposal."""
    found: list[Voted] = []
    if decision.is_closed:
        return found
    for proposal in listed:
        poll = proposal.poll
        if poll is None:
            continue
        poll.community, poll.viewer, poll.box = decision.community, decision.viewer, decision.box or poll.box
        ballot = polls.my_ballot(poll, of=decision.viewer, slip=slip)
        found.append(Voted(proposal, poll, polls.sheet(poll, ballot=ballot)))
    return found


def slip_of(decision: Decision, *, cookies: Mapping[str, str]) -> str:
    """What this device keeps for the box of this decision."""
    if decision.box is None:
        return ""
    return cookies.get(slips.cookie_name(decision.box, of=decision.viewer), "")


def slip_place(decision: Decision, *, listed: list[Voted], slip: str) -> str:
    """Where the reader's voting slip is: `here`, `elsewhere`, or `none`; of a named vote `here`."""
    if not listed or not listed[0].poll.is_secret:
        return "here"
    return polls.slip_place(listed[0].poll, of=decision.viewer, slip=slip)


def turnout(listed: list[Voted]) -> Turnout | None:
    """How many answered the proposal that most answered, and how many slips were handed out."""
    counts = [polls.turnout(each.poll) for each in listed]
    return max(counts, key=lambda count: count.answered, default=None)


def is_ranking(decision: Decision) -> bool:
    return decision.rule == Rule.RANKING
