"""What came of the votes on a decision, by the rule that was fixed before."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mindlines.coproduction.choices import ObjectionState, Result, Rule
from mindlines.coproduction.measures.decisions.ordered import ordered
from mindlines.coproduction.measures.decisions.votes import NOBODY, Cast, cast
from mindlines.coproduction.models import Decision, Proposal
from mindlines.coproduction.queries.decisions import groups, wording
from mindlines.voice.choices import Secrecy
from mindlines_analysis import consensus
from mindlines_analysis.disclosure import may_show_inside

# Where proposals came out differently, the whole is called by the first of these that there is.
FIRST = (
    Result.AGREED,
    Result.NOT_BY_ALL,
    Result.OBJECTED,
    Result.TIED,
    Result.UNCERTAIN,
    Result.NOT_AGREED,
)
ONE_ROUND = "one round of two"
_WHY = {
    "too many are against": gettext_lazy("Too many are against."),
    "too few agree": gettext_lazy("Too few agree."),
    "the answers lie far apart": gettext_lazy("The answers lie far apart."),
    "the median lies between 3 and 7": gettext_lazy("The middle answer lies between 3 and 7."),
    "the median is 3 or less": gettext_lazy("The middle answer is 3 or less."),
    "fewer than 7 people": gettext_lazy("Fewer than 7 people voted, so the numbers say nothing."),
    "an objection is open": gettext_lazy("An objection is open."),
    "nobody voted": gettext_lazy("Nobody voted."),
    ONE_ROUND: gettext_lazy("Only one of the two rounds was held."),
}


@dataclass(frozen=True)
class Group:
    """A group that is large enough to be told apart, and whether at least half of it agrees."""

    name: str
    holds: bool


@dataclass(frozen=True)
class Outcome:
    """What came of one proposal. `share`, `low` and `high` are people of a hundred."""

    proposal: Proposal
    result: str
    people: int
    words: str
    why: str = ""
    what_now: str = ""
    share: int | None = None
    low: int | None = None
    high: int | None = None
    groups: tuple[Group, ...] = ()
    not_told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decided:
    """What came of all of it."""

    result: str
    words: str
    what_now: str
    people: int
    handed: int
    could_vote: int
    is_second: bool
    outcomes: list[Outcome]
    order: list[dict[str, Any]] = field(default_factory=list)


def decided(decision: Decision) -> Decided:
    """The result of a decision whose votes are closed."""
    proposals = list(decision.proposals.select_related("poll__box", "poll__community"))
    votes = {each.pk: _cast(each) for each in proposals}
    if decision.rule == Rule.RANKING:
        outcomes, order = ordered_outcomes(decision, proposals=proposals, votes=next(iter(votes.values()), NOBODY))
    else:
        outcomes, order = [_outcome(decision, each, votes=votes[each.pk]) for each in proposals], []
    people = max((each.people for each in outcomes), default=0)
    found = {outcome.result for outcome in outcomes}
    result = next((each for each in (*FIRST, Result.ORDERED) if each in found), Result.NOT_AGREED)
    return Decided(
        result=result,
        words=_words(result, outcomes=outcomes),
        what_now=wording.nobody_voted() if not people else _what_now(outcomes, result=result),
        people=people,
        handed=decision.box.handed.count() if decision.box and decision.secrecy == Secrecy.SECRET else 0,
        could_vote=sum(groups.sizes(decision).values()),
        is_second=any(each.is_second for each in votes.values()),
        outcomes=outcomes,
        order=order,
    )


def _cast(proposal: Proposal) -> Cast:
    """What was answered about a proposal; nothing where its poll went with a meeting that was taken away."""
    return NOBODY if proposal.poll is None else cast(proposal.poll, is_reworded=bool(proposal.first_words))


def ordered_outcomes(
    decision: Decision, *, proposals: list[Proposal], votes: Cast
) -> tuple[list[Outcome], list[dict[str, Any]]]:
    """Of a ranking: every proposal shares the one result, and the order says the rest."""
    if _is_given_away(decision, votes=votes):
        return [_untold(each, votes=votes) for each in proposals], []
    result, why, order = ordered(votes, proposals=proposals)
    label = str(Result(result).label)
    return [Outcome(each, result, votes.people, label, why=why) for each in proposals], order


def _outcome(decision: Decision, proposal: Proposal, *, votes: Cast) -> Outcome:
    counted = _RULES[Rule(decision.rule)](decision, proposal, votes)
    if counted.result != "objected" and _is_given_away(decision, votes=votes):
        return _untold(proposal, votes=votes)
    if counted.result in ("agreed", "not_by_all") and _lacks_a_round(decision, votes=votes):
        counted = replace(counted, result="uncertain", reason=ONE_ROUND)
    share, interval = counted.share.value, counted.interval
    result = Result(counted.result)
    return Outcome(
        proposal=proposal,
        result=result,
        people=counted.people,
        words=str(result.label),
        why="" if result in (Result.AGREED, Result.NOT_BY_ALL) else str(_WHY.get(counted.reason, "")),
        what_now=wording.what_now(result, below=counted.below) if counted.people else wording.nobody_voted(),
        share=None if share is None else round(100 * share),
        low=None if interval.low is None else round(100 * interval.low),
        high=None if interval.high is None else round(100 * interval.high),
        groups=tuple(
            Group(name, name not in counted.below) for name in counted.by_group if name not in counted.unheard
        ),
        not_told=_not_told(decision, votes=votes),
    )


def _is_given_away(decision: Decision, *, votes: Cast) -> bool:
    """Whether any result at all would tell how somebody voted who was promised that nobody learns it."""
    return decision.secrecy == Secrecy.SECRET and votes.people > 0 and not may_show_inside(votes.people)


def _untold(proposal: Proposal, *, votes: Cast) -> Outcome:
    result = Result.UNCERTAIN
    return Outcome(
        proposal, result, votes.people, str(result.label), why=wording.too_few(), what_now=wording.ask_otherwise()
    )


def _lacks_a_round(decision: Decision, *, votes: Cast) -> bool:
    """The second round is part of this rule, which was told to everybody before they voted."""
    return decision.rule == Rule.APPROPRIATE and not votes.is_second


def _not_told(decision: Decision, *, votes: Cast) -> tuple[str, ...]:
    """Groups who could vote and of whom nothing may be known; of a vote with names, and of consent, none matters."""
    if decision.secrecy == Secrecy.NAMED or decision.rule == Rule.CONSENT or not votes.people:
        return ()
    heard = set(votes.groups.values())
    return tuple(name for name in groups.sizes(decision) if name not in heard)


def _consent(decision: Decision, proposal: Proposal, votes: Cast) -> consensus.Outcome:
    still_open = proposal.objections.filter(state=ObjectionState.OPEN).count()
    sides = {voter: 1 - place for voter, place in votes.numbers.items()}
    return consensus.consent(sides, open_objections=still_open, groups=votes.groups)


def _gradient(decision: Decision, proposal: Proposal, votes: Cast) -> consensus.Outcome:
    level, threshold = decision.level or 4, (decision.threshold or 75) / 100
    return consensus.gradient(votes.numbers, level=level, threshold=threshold, groups=votes.groups)


def _appropriate(decision: Decision, proposal: Proposal, votes: Cast) -> consensus.Outcome:
    return consensus.appropriate(votes.numbers, groups=votes.groups)


def _share(decision: Decision, proposal: Proposal, votes: Cast) -> consensus.Outcome:
    return consensus.share(
        votes.numbers,
        level=decision.level or 7,
        threshold=(decision.threshold or 70) / 100,
        most_against=(decision.most_against or 15) / 100,
        groups=votes.groups,
    )


_RULES: dict[Rule, Callable[[Decision, Proposal, Cast], consensus.Outcome]] = {
    Rule.CONSENT: _consent,
    Rule.GRADIENT: _gradient,
    Rule.APPROPRIATE: _appropriate,
    Rule.DELPHI: _share,
}


def _words(result: str, *, outcomes: list[Outcome]) -> str:
    same = sum(each.result == result for each in outcomes)
    label = str(Result(result).label)
    if len(outcomes) == 1 or result == Result.ORDERED or same == len(outcomes):
        return label
    many = ngettext("%(label)s: %(same)d of %(all)d proposals", "%(label)s: %(same)d of %(all)d proposals", same)
    return many % {"label": label, "same": same, "all": len(outcomes)}


def _what_now(outcomes: list[Outcome], *, result: str) -> str:
    """Of several proposals each says its own; of one, or of an order, the whole says it."""
    if result in (Result.ORDERED, Result.TIED):
        return wording.what_now(result)
    if len(outcomes) > 1 and outcomes[0].what_now != wording.ask_otherwise():
        return _("Read below what to do with each proposal.")
    return outcomes[0].what_now
