"""Getting a decision ready: its question, its proposals, its rule. Nothing of it changes once people were asked."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.coproduction.actions.decisions import findable
from mindlines.coproduction.choices import DecisionStage, Rule
from mindlines.coproduction.models import Decision, Proposal
from mindlines.coproduction.queries.decisions.beginnings import NOWHERE, Origin
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person
from mindlines.voice.actions import polls
from mindlines.voice.choices import Secrecy
from mindlines.voice.models import Poll

MOST_PROPOSALS = 12
# Where a rule leaves a number open, this is what is usual; see the decision on rules.
USUAL: dict[str, dict[str, int]] = {
    Rule.GRADIENT: {"level": 4, "threshold": 75},
    Rule.DELPHI: {"level": 7, "threshold": 70, "most_against": 15},
}
# The second vote belongs to the method; a list is put in order once.
ALWAYS_TWICE, ONCE = (Rule.APPROPRIATE,), (Rule.RANKING,)


@dataclass(frozen=True)
class Prepared:
    """What is decided and how."""

    question: str
    proposals: tuple[str, ...]
    words: str = ""
    rule: str = Rule.CONSENT
    threshold: int | None = None
    level: int | None = None
    most_against: int | None = None
    is_paired: bool = True
    secrecy: str = Secrecy.SECRET
    why_rule: str = ""
    meeting: Meeting | None = None
    item: AgendaItem | None = None
    closes_on: date | None = None
    review_on: date | None = None
    key: str = ""


@transaction.atomic
def make(prepared: Prepared, *, of: Community, origin: Origin = NOWHERE, by: Person) -> Decision:
    """A decision that nobody but facilitators sees yet; the same form sent twice makes one."""
    made = Decision.objects.filter(key=prepared.key, community=of).first() if prepared.key else None
    if made:
        return made
    free = prepared.key if prepared.key and not Decision.objects.filter(key=prepared.key).exists() else link_secret()
    decision = Decision(community=of, made_by=by, key=free, negotiation=origin.negotiation, point=origin.point)
    if origin.supersedes is not None:
        decision.supersedes = _free_to_supersede(origin.supersedes)
    _fill(decision, prepared)
    news.changed(decision.meeting_id, part=polls.PART)
    record.note(of, by=by, verb="prepared-decision", words=decision.question)
    return decision


@transaction.atomic
def change(decision: Decision, *, prepared: Prepared) -> None:
    """Prepare it otherwise, as long as nobody was asked."""
    decision = held(decision)
    if decision.stage != DecisionStage.DRAFT:
        raise Refused(_("People were asked already, so the question, the proposals and the rule stay as they are."))
    before = decision.meeting_id
    _fill(decision, prepared)
    for meeting in {before, decision.meeting_id}:
        news.changed(meeting, part=polls.PART)


@transaction.atomic
def drop(decision: Decision, *, by: Person) -> None:
    """It is not decided. What people answered so far is closed and not shown."""
    decision = held(decision)
    if decision.stage == DecisionStage.DROPPED:
        return
    if decision.is_closed:
        raise Refused(_("This decision is closed, so it stays. A new decision can take its place."))
    for poll in polls_of(decision):
        polls.close(poll, by=by)
    Decision.objects.filter(pk=decision.pk).update(stage=DecisionStage.DROPPED, supersedes=None)
    findable.forget(decision)
    news.changed(decision.meeting_id, part=polls.PART)
    record.note(decision.community, by=by, verb="dropped-decision", words=decision.question)


def held(decision: Decision) -> Decision:
    """The decision as it is now; nobody moves it on until the transaction ends."""
    found = Decision.objects.select_for_update(of=("self",)).select_related("community", "meeting", "box")
    return found.get(pk=decision.pk)


def polls_of(decision: Decision) -> list[Poll]:
    """The polls of its proposals; a ranking has one. In the order in which they are locked everywhere."""
    return list(Poll.objects.filter(proposal__decision=decision).order_by("pk"))


def _free_to_supersede(earlier: Decision) -> Decision:
    earlier = held(earlier)
    if not earlier.is_closed:
        raise Refused(_("Only a closed decision can be replaced by a new one."))
    if Decision.objects.filter(supersedes=earlier).exists():
        raise Refused(_("A new decision takes the place of this one already. Go on with that."))
    return earlier


def _fill(decision: Decision, prepared: Prepared) -> None:
    usual = USUAL.get(prepared.rule, {})
    decision.question, decision.words, decision.rule = prepared.question, prepared.words, prepared.rule
    decision.threshold = (prepared.threshold or usual["threshold"]) if "threshold" in usual else None
    decision.level = _level(prepared)
    against = usual.get("most_against")
    decision.most_against = against if prepared.most_against is None or against is None else prepared.most_against
    decision.is_paired = prepared.rule in ALWAYS_TWICE or (prepared.is_paired and prepared.rule not in ONCE)
    decision.secrecy, decision.why_rule = prepared.secrecy, prepared.why_rule
    decision.meeting, decision.agenda_item = prepared.meeting, prepared.item
    decision.closes_on, decision.review_on = prepared.closes_on, prepared.review_on
    decision.save()
    if list(prepared.proposals) != list(decision.proposals.values_list("words", flat=True)):
        decision.proposals.all().delete()
        listed = enumerate(prepared.proposals[:MOST_PROPOSALS])
        Proposal.objects.bulk_create(
            [Proposal(decision=decision, words=words, position=place) for place, words in listed]
        )


def _level(prepared: Prepared) -> int | None:
    """Of five steps somebody chooses from which one on people agree; of nine numbers it is always the seventh."""
    if prepared.rule == Rule.GRADIENT:
        return prepared.level or USUAL[Rule.GRADIENT]["level"]
    return USUAL[Rule.DELPHI]["level"] if prepared.rule == Rule.DELPHI else None
