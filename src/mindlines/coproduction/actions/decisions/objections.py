"""Reasons against a proposal, and how each of them is met. Consent waits for that."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions.preparing import held
from mindlines.coproduction.choices import UNDER_WAY, ObjectionState, Rule
from mindlines.coproduction.models import Decision, Objection, Proposal
from mindlines.coproduction.queries.decisions.groups import group_to_keep
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.people.models import Person
from mindlines.voice.actions.mixing import mix, put_among

PART = "poll"


@dataclass(frozen=True)
class Objected:
    """What somebody has against a proposal."""

    proposal: Proposal
    words: str
    is_anonymous: bool = False
    key: str = ""


@transaction.atomic
def object_to(objected: Objected, *, by: Membership) -> Objection:
    """Write it down. The same form sent twice, or the same words of one person against one proposal, make one objection.

    Those without a name are one person's to us when their words are the same.
    """
    proposal, words, key = objected.proposal, objected.words, objected.key
    decision = held(proposal.decision)
    if decision.rule != Rule.CONSENT or decision.stage not in UNDER_WAY:
        raise Refused(_("Objections can be written while a decision by consent is under way. This one is not."))
    same = (decision.objections.filter(key=key).first() if key else None) or proposal.objections.filter(
        words=words,
        state=ObjectionState.OPEN,
        is_anonymous=objected.is_anonymous,
        membership=None if objected.is_anonymous else by,
    ).first()
    if same is not None:
        return same
    free = key if key and not Objection.objects.filter(key=key).exists() else link_secret()
    made = Objection(decision=decision, proposal=proposal, words=words, key=free)
    made.is_anonymous = objected.is_anonymous
    made.constituency_id = group_to_keep(decision, of=by, is_anonymous=made.is_anonymous)
    if made.is_anonymous:
        put_among(made, rows=decision.objections.filter(is_anonymous=True))
    else:
        made.membership = by
        made.save()
    news.changed(decision.meeting_id, part=PART)
    return made


@transaction.atomic
def settle(objection: Objection, *, state: str, answer: str, by: Person) -> None:
    """Say how it is met, or that it is taken back and after which answer. It ends once; sent twice it changes nothing."""
    decision = held(objection.decision)
    if decision.stage not in UNDER_WAY:
        raise Refused(_("This decision is closed, so its objections stay as they are."))
    if state not in (ObjectionState.MET, ObjectionState.TAKEN_BACK):
        raise Refused(_("Say whether it is met by a change or taken back."))
    now_ = decision.objections.get(pk=objection.pk)
    if (now_.state, now_.answer) == (state, answer):
        return
    if now_.state != ObjectionState.OPEN:
        raise Refused(
            _("Somebody wrote down already what became of it: %(answer)s What you wrote was not kept.")
            % {"answer": f"“{now_.answer}”"}
        )
    decision.objections.filter(pk=objection.pk).update(state=state, answer=answer)
    record.note(decision.community, by=by, verb="settled-objection", words=decision.question)
    news.changed(decision.meeting_id, part=PART)


def mix_nameless() -> None:
    """Write objections without a name anew in a random order, as long as their decisions are under way."""
    for decision in Decision.objects.filter(stage__in=UNDER_WAY, objections__is_anonymous=True).distinct():
        _mix(decision)


@transaction.atomic
def _mix(decision: Decision) -> None:
    mix(held(decision).objections.filter(is_anonymous=True))
