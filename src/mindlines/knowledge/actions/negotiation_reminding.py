"""Reminding facilitators of what the community wanted to look at again."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communication.actions import tell
from mindlines.communities.choices import FACILITATING, Answer
from mindlines.communities.models import Membership, Role
from mindlines.kernel.times import now
from mindlines.knowledge.models import Negotiation
from mindlines.knowledge.queries import negotiations as queries
from mindlines.meetings.queries.links import absolute


def remind_due() -> int:
    """Tell the facilitators, once for each date, what is due. Returns how many negotiations they were told of."""
    return sum(remind(negotiation) for negotiation in queries.due(timezone.localdate()))


@transaction.atomic
def remind(negotiation: Negotiation) -> bool:
    """Tell them of this one, unless another worker was quicker."""
    claimed = Negotiation.objects.filter(pk=negotiation.pk, reminded_at=None).update(reminded_at=now())
    if not claimed:
        return False
    community = negotiation.statement.item.community
    held = Role.objects.filter(membership=OuterRef("pk"), answer=Answer.ACCEPTED, name__in=FACILITATING)
    leading = Membership.objects.active().filter(Exists(held), community=community).select_related("person")
    for member in leading:
        with override(member.person.language):
            tell(
                member.person,
                community=community,
                subject=_("Time to look at it again: %(setting)s") % {"setting": negotiation.setting},
                words=_letter()
                % {
                    "name": member.person.name,
                    "setting": negotiation.setting,
                    "outcome": negotiation.get_outcome_display(),
                    "url": absolute(negotiation.get_absolute_url()),
                    "community": community.name,
                },
            )
    return True


def _letter() -> str:
    """Without the statement: what is withdrawn later shall stand in no letter of ours."""
    return _(
        "Hello %(name)s,\n\n"
        "the community negotiated a statement and settled what to do:\n\n"
        "  %(setting)s: %(outcome)s\n\n"
        "The day has come to look at it again: does it still work, and is it still done? Ask those who live with it, "
        "and write down what you found, here:\n\n"
        "%(url)s\n\n"
        "Thank you.\n%(community)s"
    )
