"""Who may do what with a meeting."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as community_rules
from mindlines.kernel.rules import rule

from .choices import Phase
from .models import Action, AgendaItem, Meeting


@rule(otherwise=_("This meeting is still being planned. You will see it once it is announced."))
def read(meeting: Meeting) -> bool:
    return meeting.phase != Phase.PLANNED or community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator can plan or change a meeting."))
def plan(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator, or whoever leads this item, can choose its method and say how it went."))
def lead(item: AgendaItem) -> bool:
    viewer = item.meeting.viewer
    return community_rules.facilitate(viewer) or (item.lead_id == viewer.pk and community_rules.take_part(viewer))


@rule(otherwise=_("Only active members can reply to an invitation."))
def reply(meeting: Meeting) -> bool:
    return read(meeting) and community_rules.take_part(meeting.viewer)


@rule(otherwise=_("Only a facilitator can write the notes of this meeting."))
def take_notes(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator can divide people into small groups."))
def make_groups(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator can say who is here."))
def take_attendance(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("The minutes are not ready yet. You will receive them once a facilitator has read them."))
def read_minutes(meeting: Meeting) -> bool:
    return read(meeting) and (meeting.minutes_sent_at is not None or community_rules.facilitate(meeting.viewer))


@rule(otherwise=_("Only a facilitator can write and send the minutes."))
def write_minutes(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only active members can ask for a correction, once the minutes are sent."))
def correct_minutes(meeting: Meeting) -> bool:
    return read_minutes(meeting) and community_rules.take_part(meeting.viewer)


def _owns(action: Action) -> bool:
    return action.owner_id is not None and action.owner_id == action.viewer.pk


@rule(otherwise=_("Only members of this community can see this action."))
def read_action(action: Action) -> bool:
    return community_rules.read(action.viewer)


@rule(otherwise=_("Only the person who does it, or a facilitator, can change this action."))
def settle_action(action: Action) -> bool:
    return _owns(action) or community_rules.facilitate(action.viewer)


@rule(otherwise=_("Only the person who does it can ask for help with it."))
def ask_for_help(action: Action) -> bool:
    return _owns(action)


@rule(otherwise=_("Only a facilitator can change who does an action."))
def shape_action(action: Action) -> bool:
    return community_rules.facilitate(action.viewer)
