"""Who may do what with a meeting."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as community_rules
from mindlines.kernel.rules import rule

from .choices import Phase
from .models import Meeting


@rule(otherwise=_("This meeting is still being planned. You will see it once it is announced."))
def read(meeting: Meeting) -> bool:
    return meeting.phase != Phase.PLANNED or community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator can plan or change a meeting."))
def plan(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only active members can reply to an invitation."))
def reply(meeting: Meeting) -> bool:
    return read(meeting) and community_rules.take_part(meeting.viewer)


@rule(otherwise=_("Only a facilitator can write the notes of this meeting."))
def take_notes(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)
