"""What follows from a decision: who does what by when."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions.preparing import held
from mindlines.coproduction.models import Decision, FollowUp
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import action as actions
from mindlines.people.models import Person


@dataclass(frozen=True)
class Agreed:
    """What somebody agreed to do."""

    words: str
    owner: Membership | None = None
    due_on: date | None = None


@transaction.atomic
def agree(decision: Decision, *, agreed: Agreed, by: Person) -> FollowUp:
    """An action that follows from this decision. The same words for the same person are one."""
    decision = held(decision)
    if not decision.is_closed:
        raise Refused(_("Close the vote first. Then agree who does what."))
    same = decision.follow_ups.filter(action__words=agreed.words, action__owner=agreed.owner).first()
    if same is not None:
        return same
    made = actions.agree_between(
        decision.community, words=agreed.words, owner=agreed.owner, due_on=agreed.due_on, by=by
    )
    return FollowUp.objects.get_or_create(action=made, defaults={"decision": decision})[0]
