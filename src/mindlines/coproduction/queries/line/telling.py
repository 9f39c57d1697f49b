"""What things on the line say of themselves to somebody who was not there."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.coproduction.models import Decision, PracticeChange
from mindlines.knowledge.models import Negotiation


def decided(decision: Decision, *, against: int) -> tuple[str, ...]:
    """Each proposal with what came of it, and how many do not agree and said why. No query where proposals are loaded."""
    said = [
        f"{proposal.get_result_display()}: {proposal.words}" if proposal.result else proposal.words
        for proposal in decision.proposals.all()
    ]
    if against:
        said.append(
            ngettext(
                "%(count)d person does not agree, and the reason is on the record.",
                "%(count)d people do not agree, and their reasons are on the record.",
                against,
            )
            % {"count": against}
        )
    return tuple(said)


def negotiated(negotiation: Negotiation) -> tuple[str, ...]:
    """Why it was settled so, and what was changed from the research. Of a withdrawn statement nothing is told."""
    if negotiation.statement.withdrawn_at or negotiation.statement.item.is_withdrawn or not negotiation.is_settled:
        return ()
    said = [negotiation.why] if negotiation.why else []
    for each in negotiation.adaptations.all():
        said.append(_("Changed from the research: %(words)s") % {"words": each.changed})
        said.append(_("Why: %(words)s") % {"words": each.because})
        if each.core_lost:
            said.append(_("What is lost: %(words)s") % {"words": each.core_lost})
    return tuple(said)


def changed(change: PracticeChange) -> tuple[str, ...]:
    """How it was before, and whether it has ended."""
    said = [_("Before: %(words)s") % {"words": change.before}] if change.before else []
    if change.ended_on:
        said.append(_("This has ended. %(why)s") % {"why": change.why_ended})
    return tuple(said)
