"""Who may do what with decisions, outputs, priorities and practice changes."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as community_rules
from mindlines.kernel.rules import rule

from .models import Decision, Objection, Output, PracticeChange, Scoring

# Decisions.


@rule(otherwise=_("This decision is still being prepared. You will see it once it is open."))
def read_decision(decision: Decision) -> bool:
    if community_rules.facilitate(decision.viewer):
        return True
    return decision.opened_at is not None and community_rules.read(decision.viewer)


@rule(otherwise=_("Only active members can vote. Ask a facilitator if you would like to come back."))
def vote(decision: Decision) -> bool:
    return read_decision(decision) and community_rules.take_part(decision.viewer)


@rule(otherwise=_("Only a facilitator can prepare, open or close a decision. You can ask one to."))
def lead_decision(decision: Decision) -> bool:
    return community_rules.facilitate(decision.viewer)


@rule(otherwise=_("Only whoever wrote this objection with their name, or a facilitator, can say what became of it."))
def settle_objection(objection: Objection) -> bool:
    viewer = objection.decision.viewer
    is_own = objection.membership_id is not None and objection.membership_id == viewer.pk
    return (is_own and community_rules.take_part(viewer)) or community_rules.facilitate(viewer)


# Outputs.


@rule(otherwise=_("Only members of this community can see this page."))
def read_output(output: Output) -> bool:
    return community_rules.read(output.viewer)


@rule(otherwise=_("Only active members can write here. Ask a facilitator if you would like to come back."))
def write_output(output: Output) -> bool:
    return community_rules.take_part(output.viewer)


@rule(otherwise=_("Only a facilitator can publish this or take it back. You can ask one to."))
def publish_output(output: Output) -> bool:
    return community_rules.facilitate(output.viewer)


# Priorities and practice changes.


@rule(otherwise=_("Only members of this community can see this page."))
def read_scoring(scoring: Scoring) -> bool:
    return community_rules.read(scoring.viewer)


@rule(otherwise=_("Only active members can score. Ask a facilitator if you would like to come back."))
def score(scoring: Scoring) -> bool:
    return community_rules.take_part(scoring.viewer)


@rule(otherwise=_("Only a facilitator, the chair or a steering group member can choose priorities."))
def lead_scoring(scoring: Scoring) -> bool:
    return community_rules.steer(scoring.viewer)


@rule(otherwise=_("Only members of this community can see this page."))
def read_change(change: PracticeChange) -> bool:
    return community_rules.read(change.viewer)


@rule(otherwise=_("Only whoever told us this, or a facilitator, can change it."))
def write_change(change: PracticeChange) -> bool:
    is_own = change.said_by_id == change.viewer.pk and community_rules.take_part(change.viewer)
    return is_own or community_rules.facilitate(change.viewer)


@rule(otherwise=_("Only active members can confirm it. Ask a facilitator if you would like to come back."))
def confirm_change(change: PracticeChange) -> bool:
    return community_rules.take_part(change.viewer)
