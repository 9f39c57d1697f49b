"""Which groups may stand beside words without a name, and who was there."""

from mindlines.communities.models import Membership
from mindlines.coproduction.models import Decision
from mindlines.voice.queries import apart


def group_to_keep(decision: Decision, *, of: Membership, is_anonymous: bool) -> int | None:
    """The constituency that is kept with somebody's words; without a name only where at least five of it could vote."""
    if not is_anonymous:
        return of.constituency_id
    told = apart.told_apart(decision.community, meeting=decision.meeting)
    return of.constituency_id if of.constituency_id in told else None


def sizes(decision: Decision) -> dict[str, int]:
    """How many of each constituency could vote: who was in the meeting, or all active members. By name, in their order."""
    counted = apart.sizes(decision.community, meeting=decision.meeting)
    named = decision.community.constituencies.order_by("position", "pk").values_list("pk", "name")
    return {name: counted[pk] for pk, name in named if counted.get(pk)}
