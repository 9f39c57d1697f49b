"""Finding decisions by searching."""

from mindlines.communities.actions import search
from mindlines.communities.choices import FoundKind
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision


def put(decision: Decision) -> None:
    """Enter what members can read, with its proposals and its result, and forget the rest."""
    if decision.stage in (DecisionStage.DRAFT, DecisionStage.DROPPED):
        forget(decision)
        return
    proposals = decision.proposals.values_list("words", flat=True)
    search.put(
        _ref(decision),
        community=decision.community,
        kind=FoundKind.DECISION,
        title=decision.question,
        words="\n".join(filter(None, (*proposals, decision.words))),
        url=decision.get_absolute_url(),
    )


def forget(decision: Decision) -> None:
    search.drop(_ref(decision))


def _ref(decision: Decision) -> str:
    return f"coproduction.decision:{decision.pk}"
