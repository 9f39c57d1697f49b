"""Who may do what with what people say and vote."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as community_rules
from mindlines.communities.models import Membership
from mindlines.kernel.rules import rule
from mindlines.meetings import rules as meeting_rules
from mindlines.meetings.models import Meeting

from .choices import Audience, Showing, Stage
from .models import Contribution, Mirror, Poll, WordRequest

# What people say, and words that they ask about.


@rule(otherwise=_("Only the facilitators, and whoever wrote it, can read this."))
def read_contribution(contribution: Contribution) -> bool:
    if community_rules.facilitate(contribution.viewer) or contribution.is_own:
        return True
    can_be_seen = contribution.showing in (Showing.SHOWN, Showing.MERGED)
    return can_be_seen and contribution.audience == Audience.EVERYONE and community_rules.read(contribution.viewer)


@rule(otherwise=_("Only active members can support this. Ask a facilitator if you would like to come back."))
def support_contribution(contribution: Contribution) -> bool:
    return read_contribution(contribution) and community_rules.take_part(contribution.viewer)


@rule(otherwise=_("Only a facilitator can answer, hide or join what was said."))
def tend_contribution(contribution: Contribution) -> bool:
    return community_rules.facilitate(contribution.viewer)


@rule(otherwise=_("Only a facilitator can explain a word here. You can ask for one."))
def explain_word(request: WordRequest) -> bool:
    return community_rules.facilitate(request.viewer)


# Who spoke, and how it was.


@rule(otherwise=_("Only a facilitator can see how the voices of a meeting were shared."))
def see_voices(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator can take in a transcript."))
def take_in_transcript(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only a facilitator can ask everyone how a meeting was."))
def ask_pulse(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("This meeting is still being planned. You will see it once it is announced."))
def see_pulse(meeting: Meeting) -> bool:
    return meeting_rules.read(meeting)


@rule(otherwise=_("Only active members can say how a meeting was."))
def answer_pulse(meeting: Meeting) -> bool:
    return meeting_rules.read(meeting) and community_rules.take_part(meeting.viewer)


@rule(otherwise=_("Only a facilitator can write a debrief. It is private to each of them."))
def write_debrief(meeting: Meeting) -> bool:
    return community_rules.facilitate(meeting.viewer)


@rule(otherwise=_("Only facilitators see this page until the members agree to look at it together. Ask one about it."))
def look_in_mirror(viewer: Membership, mirror: Mirror | None) -> bool:
    return mirror is not None or community_rules.facilitate(viewer)


# Polls and ballots.


@rule(otherwise=_("This poll is not open yet."))
def read_poll(poll: Poll) -> bool:
    is_for_all = poll.stage != Stage.PLANNED and community_rules.read(poll.viewer)
    return is_for_all or community_rules.facilitate(poll.viewer)


@rule(otherwise=_("Only active members can vote. Ask a facilitator if you would like to come back."))
def vote(poll: Poll) -> bool:
    return read_poll(poll) and community_rules.take_part(poll.viewer)


@rule(otherwise=_("Only a facilitator can make, open or close a poll."))
def run_poll(poll: Poll) -> bool:
    return community_rules.facilitate(poll.viewer)


@rule(
    otherwise=_("Only a facilitator can do this, and a vote that is led from another page is opened and closed there.")
)
def step_poll(poll: Poll) -> bool:
    return run_poll(poll) and not poll.led_by


@rule(otherwise=_("The result is not shown yet. A facilitator shows it once the vote is closed."))
def see_result(poll: Poll) -> bool:
    """While people answer, nobody sees how the others did: not even a facilitator."""
    if poll.stage not in (Stage.DISCUSSING, Stage.CLOSED):
        return False
    return read_poll(poll) and (poll.shown_at is not None or run_poll(poll))
