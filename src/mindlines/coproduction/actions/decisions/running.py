"""The vote on a decision: opened, talked about, opened again. Its polls move with it and never by themselves."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.coproduction.actions.decisions import findable
from mindlines.coproduction.actions.decisions.preparing import held, polls_of
from mindlines.coproduction.choices import DecisionStage, Rule
from mindlines.coproduction.models import Decision, Proposal
from mindlines.coproduction.queries.decisions.wording import CONSENT, rule_words
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now, zone
from mindlines.people.models import Person
from mindlines.voice.actions import polls, slips
from mindlines.voice.actions.polls import Asked
from mindlines.voice.choices import PollKind
from mindlines.voice.models import BallotBox

PART = polls.PART
KINDS = {
    Rule.CONSENT: PollKind.CHOICE,
    Rule.GRADIENT: PollKind.GRADIENT,
    Rule.APPROPRIATE: PollKind.SCALE,
    Rule.DELPHI: PollKind.SCALE,
    Rule.RANKING: PollKind.RANKING,
}


@transaction.atomic
def open(decision: Decision, *, by: Person) -> None:  # noqa: A001 - the verb of this house
    """People vote from now on, and the rule is fixed. Opening what is open changes nothing."""
    decision = held(decision)
    if decision.takes_votes:
        return
    if decision.stage != DecisionStage.DRAFT:
        raise Refused(_("This vote was open before. Prepare a new decision to ask again."))
    if decision.closes_on is not None and decision.closes_on < today(decision):
        raise Refused(_("The last day of this vote is over already. Change the decision and choose another day."))
    if not decision.proposals.exists():
        raise Refused(_("Write at least one proposal first."))
    decision.box = slips.box_of(decision.meeting) if decision.meeting else slips.new_box(decision.community)
    decision.stage, decision.opened_at = DecisionStage.OPEN, now()
    decision.save(update_fields=["box", "stage", "opened_at"])
    # In the room the poll opened last is at hand, and the first proposal is read first.
    for proposal, asked in reversed(_asked(decision, box=decision.box)):
        poll = polls.make(asked, of=decision.community, meeting=decision.meeting, by=by)
        polls.open(poll, by=by)
        proposal.poll = poll
        proposal.save(update_fields=["poll"])
    findable.put(decision)
    record.note(decision.community, by=by, verb="opened-decision", words=decision.question)


@transaction.atomic
def discuss(decision: Decision, *, by: Person) -> None:
    """The first votes are in; now people talk, and nobody votes."""
    decision = held(decision)
    if decision.stage == DecisionStage.DISCUSSING:
        return
    if decision.stage != DecisionStage.OPEN or not decision.is_paired:
        raise Refused(_("Only a decision with a vote before and after, whose first vote is open, can be talked about."))
    _step(decision, DecisionStage.DISCUSSING)
    for poll in polls_of(decision):
        polls.discuss(poll, by=by)


@transaction.atomic
def open_again(decision: Decision, *, by: Person) -> None:
    """After the talk the same people are asked the same again."""
    decision = held(decision)
    if decision.stage == DecisionStage.OPEN_AGAIN:
        return
    if decision.stage != DecisionStage.DISCUSSING:
        raise Refused(_("Close the first vote and talk about it. Then you can open the second."))
    _step(decision, DecisionStage.OPEN_AGAIN)
    for poll in polls_of(decision):
        polls.open_again(poll, by=by)


@transaction.atomic
def show_first(decision: Decision, *, by: Person) -> None:
    """While people talk, everybody sees how the first vote went."""
    decision = _discussed(decision)
    for poll in polls_of(decision):
        polls.show_result(poll, by=by)


@transaction.atomic
def hide_first(decision: Decision, *, by: Person) -> None:
    """Members no longer see how the first vote went."""
    decision = _discussed(decision)
    for poll in polls_of(decision):
        polls.hide_result(poll)


@transaction.atomic
def amend(proposal: Proposal, *, words: str, by: Person) -> None:
    """Change a proposal between the two votes, so that it meets what people said. What stood there before is kept."""
    decision = _discussed(proposal.decision)
    proposal = decision.proposals.select_related("poll").get(pk=proposal.pk)
    if words == proposal.words:
        return
    proposal.first_words, proposal.words = proposal.first_words or proposal.words, words
    proposal.save(update_fields=["words", "first_words"])
    if proposal.poll is not None:
        polls.reword(proposal.poll, question=words)
    findable.put(decision)
    record.note(decision.community, by=by, verb="changed-proposal", words=words)


def today(decision: Decision) -> date:
    """The day where the community is."""
    return timezone.localdate(timezone=zone(decision.community.time_zone))


def _discussed(decision: Decision) -> Decision:
    decision = held(decision)
    if decision.stage != DecisionStage.DISCUSSING:
        raise Refused(_("This can be done between the first vote and the second, and at no other time."))
    return decision


def _step(decision: Decision, stage: DecisionStage) -> None:
    decision.stage = stage
    decision.save(update_fields=["stage"])
    news.changed(decision.meeting_id, part=PART)


def _asked(decision: Decision, *, box: BallotBox) -> list[tuple[Proposal, Asked]]:
    """What is asked about each proposal; of a ranking once about all."""
    proposals = list(decision.proposals.all())
    if decision.rule == Rule.RANKING:
        proposals, words = proposals[:1], {proposals[0].pk: decision.question}
        options = tuple(decision.proposals.values_list("words", flat=True))
    else:
        words = {proposal.pk: proposal.words for proposal in proposals}
        options = tuple(map(str, CONSENT)) if decision.rule == Rule.CONSENT else ()
    return [(each, _ask(decision, question=words[each.pk], options=options, box=box)) for each in proposals]


def _ask(decision: Decision, *, question: str, options: tuple[str, ...], box: BallotBox) -> Asked:
    return Asked(
        question=question,
        kind=KINDS[Rule(decision.rule)],
        words=_words(decision),
        options=options,
        secrecy=decision.secrecy,
        is_paired=decision.is_paired,
        asks_sure=decision.is_paired,
        closes_on=decision.closes_on,
        item=decision.agenda_item,
        box=box,
        led_by=decision.get_absolute_url(),
    )


def _words(decision: Decision) -> str:
    """The question that the proposal answers, and when it is agreed."""
    words = [decision.question, rule_words(decision)]
    if decision.rule == Rule.CONSENT:
        words.append(_where_to_object(decision))
    return "\n\n".join(words)


def _where_to_object(decision: Decision) -> str:
    if decision.meeting_id is None:
        return _("If you object, write your reason on the page of the decision. An objection counts with its reason.")
    return _(
        "If you object, write your reason in the room of the meeting or on the page of the decision. An objection "
        "counts with its reason."
    )
