"""Who may do what in the room of a meeting."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as community_rules
from mindlines.kernel.rules import rule
from mindlines.meetings import rules as meeting_rules

from .models import Room


@rule(otherwise=_("This meeting is still being planned. You will see its room once it is announced."))
def follow(room: Room) -> bool:
    return room.viewer is None or meeting_rules.read(room.meeting)


@rule(otherwise=_("Only a facilitator or a scribe of this meeting can do this."))
def assist(room: Room) -> bool:
    """A pass lies on a table: it opens no facilitator's page."""
    return room.viewer is not None and not room.by_pass and (room.is_scribe or community_rules.facilitate(room.viewer))


@rule(otherwise=_("Only a facilitator can do this. A facilitator can make you one for this community."))
def hold(room: Room) -> bool:
    return room.viewer is not None and not room.by_pass and community_rules.facilitate(room.viewer)


@rule(otherwise=_("You have no seat in a small group now. Ask a facilitator to give you one."))
def bring_back(mine: object | None) -> bool:
    """`mine` is where somebody sits in the groups that are shown."""
    return mine is not None
