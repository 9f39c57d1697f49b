"""Looking at a decision again when the day has come."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communication.actions import tell
from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions.preparing import held
from mindlines.coproduction.actions.decisions.running import today
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person


@transaction.atomic
def keep(decision: Decision, *, review_on: date, by: Person) -> None:
    """It still holds; look at it again on another day. The record keeps the day that was first named."""
    decision = held(decision)
    if not decision.is_closed:
        raise Refused(_("Only a closed decision is looked at again."))
    if review_on <= today(decision):
        raise Refused(_("Choose a day that is still to come."))
    if decision.review_on == review_on:
        return
    decision.review_on, decision.reminded_at = review_on, None
    decision.save(update_fields=["review_on", "reminded_at"])
    record.note(decision.community, by=by, verb="reviewed-decision", words=decision.question)


def remind() -> int:
    """Tell facilitators, once for each day, that a decision is to be looked at again. Returns how many decisions."""
    waiting = Decision.objects.filter(
        stage=DecisionStage.CLOSED, review_on__isnull=False, reminded_at=None, superseded_by__isnull=True
    ).select_related("community")
    return sum(_remind(one) for one in waiting if one.review_on is not None and one.review_on <= today(one))


@transaction.atomic
def _remind(decision: Decision) -> bool:
    if not Decision.objects.filter(pk=decision.pk, reminded_at=None).update(reminded_at=now()):
        return False
    members = Membership.objects.with_roles().active().filter(community=decision.community).select_related("person")
    for member in members:
        if member.facilitates:
            _tell(decision, to=member.person)
    return True


def _tell(decision: Decision, *, to: Person) -> None:
    with override(to.language):
        tell(
            to,
            community=decision.community,
            subject=_("Time to look at a decision again: %(question)s") % {"question": decision.question},
            words=_(
                "Hello %(name)s,\n\n"
                "you decided this, and agreed to look at it again now:\n\n"
                "  %(question)s\n\n"
                "Does it still hold? Then choose another day. If not, prepare a new decision that takes its place. "
                "Both start here:\n\n"
                "%(url)s\n\n"
                "%(community)s"
            )
            % {
                "name": to.name,
                "question": decision.question,
                "url": absolute(decision.get_absolute_url()),
                "community": decision.community.name,
            },
        )
