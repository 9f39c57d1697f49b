"""The end of a vote: what came of it is worked out once, and the record is written once."""

from contextlib import suppress
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communities.actions import record
from mindlines.coproduction.actions.decisions import findable
from mindlines.coproduction.actions.decisions.preparing import held, polls_of
from mindlines.coproduction.actions.decisions.running import PART, today
from mindlines.coproduction.choices import UNDER_WAY, DecisionStage
from mindlines.coproduction.measures.decisions import freezing, outcomes
from mindlines.coproduction.models import Decision, DecisionRecord
from mindlines.coproduction.queries.decisions.digest import digest
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.people.models import Person
from mindlines.voice.actions import polls


@transaction.atomic
def close(decision: Decision, *, review_on: date | None = None, by: Person | None) -> bool:
    """No more votes: the result and the record stand for good. Closing what is closed changes nothing, and says so by False."""
    decision = held(decision)
    if decision.is_closed:
        return False
    if decision.stage not in UNDER_WAY:
        raise Refused(_("This vote was never open, so it cannot be closed. You can drop the decision."))
    if by is not None:
        _refuse_words_nobody_voted_on(decision)
    for poll in polls_of(decision):
        polls.close(poll, by=by)
        polls.show_result(poll, by=by)
    decision.closed_at, decision.closed_by, decision.stage = now(), by, DecisionStage.CLOSED
    decision.review_on = review_on or decision.review_on
    with override(decision.community.language):
        _write(decision)
    findable.put(decision)
    record.note(decision.community, by=by, verb="closed-decision", words=decision.question)
    news.changed(decision.meeting_id, part=PART)
    return True


def close_due() -> None:
    """Decisions that were open until a day are closed when the day is over where the community is."""
    waiting = Decision.objects.filter(stage__in=UNDER_WAY, closes_on__isnull=False).select_related("community")
    for decision in waiting:
        close_in_time(decision)


def close_in_time(decision: Decision) -> None:
    """Close it if its last day is over; if somebody has dropped it since it was read, that is as good."""
    if decision.closes_on is not None and decision.closes_on < today(decision):
        with suppress(Refused):
            close(decision, by=None)


def _refuse_words_nobody_voted_on(decision: Decision) -> None:
    """The first vote was on other words, so it says nothing about these."""
    if decision.stage == DecisionStage.DISCUSSING and decision.proposals.exclude(first_words="").exists():
        raise Refused(
            _("A proposal was changed after the first vote. Open the second vote, so that people answer its new words.")
        )


def _write(decision: Decision) -> None:
    """The result of each proposal, then the record, then the decision: from that moment the database refuses changes."""
    decided = outcomes.decided(decision)
    for outcome in decided.outcomes:
        outcome.proposal.result = outcome.result
        outcome.proposal.save(update_fields=["result"])
    decision.result = decided.result
    written = freezing.content(decision, decided=decided)
    DecisionRecord.objects.create(decision=decision, content=written, digest=digest(written))
    decision.save(update_fields=["closed_at", "closed_by", "stage", "review_on", "result"])
