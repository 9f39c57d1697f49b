"""What the page of a decision shows, in every stage of its life."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mindlines.coproduction import rules
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision, Proposal
from mindlines.coproduction.queries.decisions import against, following, grounds, page, record, wording
from mindlines.voice import rules as voice_rules
from mindlines.voice.measures.results import result
from mindlines.voice.measures.results.result import Result as Counted
from mindlines.voice.queries import polls


@dataclass(frozen=True)
class FirstVote:
    """How people voted on a proposal the first time."""

    proposal: Proposal
    counted: Counted


def around(decision: Decision, *, cookies: Mapping[str, str]) -> dict[str, Any]:
    """The decision seen by its viewer, whose device sends these cookies."""
    slip = page.slip_of(decision, cookies=cookies)
    listed = page.proposals(decision)
    votes = page.votes(decision, listed=listed, slip=slip)
    can_vote = decision.takes_votes and rules.vote(decision)
    return {
        "viewer": decision.viewer,
        "community": decision.community,
        "decision": decision,
        "box": decision.box,
        "proposals": listed,
        "takes_part": rules.vote(decision),
        "leads": rules.lead_decision(decision),
        "rule_words": wording.rule_words(decision),
        "can_vote": can_vote,
        "votes": votes,
        "needs_slip": can_vote and not slip and any(vote.poll.is_secret for vote in votes),
        "is_ranking": page.is_ranking(decision),
        "has_voted": any(vote.sheet.is_answered for vote in votes),
        "slip_place": page.slip_place(decision, listed=votes, slip=slip) if can_vote else "",
        "turnout": page.turnout(votes),
        "group": polls.group_counted(votes[0].poll, of=decision.viewer) if votes else None,
        "grounds": grounds.of(decision),
        "objections": against.objections(decision, viewer=decision.viewer),
        "record": record.shown(decision),
        "follow_ups": following.follow_ups(decision) if decision.is_closed else [],
        "may_dissent": rules.vote(decision) and against.takes_dissent(decision),
        "dissent_until": against.last_moment(decision),
        "first": first_votes(decision, votes=votes),
        "minds": minds(decision, listed=listed) if decision.is_closed else [],
        "first_is_shown": any(vote.poll.shown_at for vote in votes),
    }


def minds(decision: Decision, *, listed: list[Proposal]) -> list[Counted]:
    """What people wrote about why they changed their minds. It is not frozen in the record, so that a line can be hidden."""
    found = []
    for poll in (proposal.poll for proposal in listed if proposal.poll):
        poll.community = decision.community
        found.append(result(poll))
    return [each for each in found if each.lines]


def first_votes(decision: Decision, *, votes: list[page.Voted]) -> list[FirstVote]:
    """While people talk: how the first vote went, for those who may see it."""
    if decision.stage != DecisionStage.DISCUSSING:
        return []
    seen = [vote for vote in votes if voice_rules.see_result(vote.poll)]
    return [FirstVote(vote.proposal, result(vote.poll)) for vote in seen]
