"""What follows from a decision, and who could do it."""

from mindlines.communities.models import Membership
from mindlines.coproduction.models import Decision
from mindlines.meetings.models import Action
from mindlines.meetings.queries import action as actions
from mindlines.meetings.queries.action import Row


def follow_ups(decision: Decision) -> list[Row]:
    """Actions that follow from it, by date, with their state. One query."""
    found = Action.objects.filter(follow_up__decision=decision).select_related("owner__person", "meeting")
    return actions.rows(found, viewer=decision.viewer)


def members(decision: Decision) -> list[Membership]:
    """Who could do something, by name. One query."""
    active = Membership.objects.active().filter(community=decision.community_id)
    return list(active.select_related("person").order_by("person__name", "pk"))
