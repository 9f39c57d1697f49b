"""A whole line, for the tests that follow it: from a study and a story to a class that is run differently."""

from dataclasses import dataclass
from datetime import date

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Membership, Organisation
from mindlines.coproduction.models import Decision, FollowUp, Ground, Output, PracticeChange
from mindlines.kernel.times import now
from mindlines.knowledge.models import Attached, Item, Negotiation, Statement
from mindlines.meetings.models import Action
from mindlines.voice.models import Contribution
from tests import make, make_coproduction, make_knowledge, make_voice


@dataclass(frozen=True)
class WholeLine:
    study: Item
    story: Item
    statement: Statement
    said: Contribution
    negotiation: Negotiation
    decision: Decision
    action: Action
    output: Output
    change: PracticeChange


def whole_line(community: Community, *, teller: Membership) -> WholeLine:
    study = make_knowledge.item(community)
    story = make_knowledge.story(community, teller=teller)
    statement = make_knowledge.statement(study)
    said = make_voice.contribution(community, "Twelve times is a lot of bus fares", by=teller)
    negotiation = make_knowledge.negotiation(statement, outcome="adapt", stage="settled", settled_at=now())
    Attached.objects.create(negotiation=negotiation, side="lived", item=story)
    decision = make_coproduction.decision(
        community, negotiation=negotiation, stage="closed", result="agreed", closed_at=now()
    )
    Ground.objects.create(decision=decision, contribution=said)
    action = make.action(community)
    FollowUp.objects.create(decision=decision, action=action)
    output = make_coproduction.output(community)
    output.decisions.add(decision)
    place = Organisation.objects.create(community=community, name="The hall in Leek")
    change = make_coproduction.change(community, organisation=place, since=date(2026, 3, 2))
    change.outputs.add(output)
    return WholeLine(study, story, statement, said, negotiation, decision, action, output, change)


def unheard_item(community: Community, number: int = 1) -> Item:
    return make_knowledge.item(community, f"Waiting times, part {number}", kind=KnowledgeKind.AUDIT)
