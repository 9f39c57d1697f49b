"""Asking everyone who was there how it was, and taking their answers without their names."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from mindlines.communication.actions import tell, way_to
from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now, zone
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting
from mindlines.people.choices import Way as ReachBy
from mindlines.people.models import Person
from mindlines.ui.dates import day_words
from mindlines.voice.actions import ballots, polls, slips
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.choices import BoxPurpose, PollKind, Stage, Way
from mindlines.voice.models import Poll
from mindlines.voice.queries import pulse as queries

OPEN_FOR = timedelta(days=14)


@transaction.atomic
def ask(meeting: Meeting, *, by: Person) -> Poll:
    """Ask everyone who was there; asked a second time nothing happens."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("community").get(pk=meeting.pk)
    asked = queries.of_meeting(meeting)
    if asked:
        return asked
    if meeting.phase != Phase.HELD:
        raise Refused(_("Close the meeting first. Then everyone who was there can be asked."))
    people = queries.people(meeting)
    if not people:
        raise Refused(_("Nobody is marked as having been there. Say who was there first."))
    poll = Poll.objects.create(
        community=meeting.community,
        meeting=meeting,
        box=slips.box_of(meeting, purpose=BoxPurpose.PULSE),
        kind=PollKind.PULSE,
        question=_("How was it?"),
        stage=Stage.OPEN,
        told_apart=queries.sides(people),
        opened_at=now(),
        closes_on=timezone.localdate(timezone=zone(meeting.community.time_zone)) + OPEN_FOR,
        made_by=by,
    )
    record.note(meeting.community, by=by, verb="asked-how-it-was", words=meeting.title)
    for member in people:
        _tell(poll, member=member)
    return poll


@transaction.atomic
def answer(poll: Poll, *, said: Answer, by: Membership, slip: str = "", way: str = Way.SELF) -> str:
    """Somebody who was there says how it was. Returns the secret of their slip, with which they can change it."""
    if not queries.was_there(queries.meeting_of(poll), membership=by):
        raise Refused(_("Only people who were at this meeting are asked. If you were there, tell a facilitator."))
    placed = Answer(said.value, why=said.why, side=queries.side_of(by))
    return ballots.vote(poll, answer=placed, slip=slip, by=by, way=way)


def answer_for(poll: Poll, *, said: Answer, member: Membership) -> None:
    """Somebody told it to somebody else. The slip is thrown away, so that it stays as it is."""
    answer(poll, said=said, by=member, way=Way.PROXY)


@transaction.atomic
def enter_sheet(poll: Poll, *, said: Answer, code: str) -> None:
    """Write down what stands on a sheet of paper. The code on it is a slip; whose it is nobody knows."""
    if poll.told_apart and said.side not in poll.told_apart:
        raise Refused(_("Say which pile this sheet came from."))
    ballots.vote(poll, answer=said, slip=code)


def close(poll: Poll, *, by: Person) -> None:
    """No more answers; from now on everybody can see the result."""
    polls.close(poll, by=by)


def _tell(poll: Poll, *, member: Membership) -> None:
    person, meeting = member.person, queries.meeting_of(poll)
    place = zone(person.time_zone or poll.community.time_zone)
    with translation.override(person.language), timezone.override(place):
        said = {
            "title": meeting.title,
            "name": person.name,
            "until": day_words(poll.closes_on) if poll.closes_on else "",
            "link": queries.address(poll, membership=member),
        }
        by_mail = way_to(person)[0] == ReachBy.MAIL
        tell(
            person,
            community=poll.community,
            subject=_("How was it? Six short sentences about %(title)s") % said,
            words=(_by_mail() if by_mail else _otherwise()) % said,
        )


def _by_mail() -> str:
    return _(
        "Dear %(name)s,\n\nthank you for being at %(title)s. How was it for you? It takes less than a minute:\n\n%(link)s\n\n"
        "Everyone who was there is asked the same six sentences. Nobody can see what you answer, and you can change it until "
        "%(until)s. This link is for you alone, so please do not pass it on."
    )


def _otherwise() -> str:
    return _(
        "Dear %(name)s,\n\nthank you for being at %(title)s. How was it for you? Everyone who was there is asked the same six "
        "sentences. A facilitator has a sheet of paper for you, or can write down what you say on the phone. You have time "
        "until %(until)s. Nobody will see what you answer on paper."
    )
