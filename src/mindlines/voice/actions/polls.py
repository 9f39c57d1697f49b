"""The life of a poll: made, opened, talked about, opened again, closed, shown."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now, zone
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person
from mindlines.voice.actions import closing, slips
from mindlines.voice.actions.mixing import put_among
from mindlines.voice.choices import LISTED, PAIRED, TAKING_VOTES, BoxPurpose, PollKind, Secrecy, Showing, Stage
from mindlines.voice.models import BallotBox, Option, Poll
from mindlines.voice.queries import apart
from mindlines.voice.queries.answers import ADDED, LINE

PART = "poll"
MOST_OPTIONS = 200
# Kinds in which a voter can still take up what somebody else adds.
GROWING = (PollKind.CHOICE, PollKind.STATEMENTS)
_FEWEST = {PollKind.CHOICE: 2, PollKind.RANKING: 2, PollKind.STATEMENTS: 1}


@dataclass(frozen=True)
class Asked:
    """What a poll asks and how. `box` where one slip is for several polls; `led_by` is the page that opens and closes it."""

    question: str
    kind: str = PollKind.CHOICE
    words: str = ""
    options: tuple[str, ...] = ()
    secrecy: str = Secrecy.SECRET
    is_paired: bool = False
    asks_sure: bool = False
    most: int = 1
    takes_more: bool = False
    closes_on: date | None = None
    item: AgendaItem | None = None
    key: str = ""
    box: BallotBox | None = None
    led_by: str = ""


@transaction.atomic
def make(asked: Asked, *, of: Community, meeting: Meeting | None = None, by: Person) -> Poll:
    """A poll that is not open yet; the same form sent twice makes one."""
    made = Poll.objects.filter(key=asked.key, community=of).first() if asked.key else None
    if made:
        return made
    last = Poll.objects.filter(community=of, meeting=meeting).aggregate(last=Max("position"))["last"]
    free = asked.key if asked.key and not Poll.objects.filter(key=asked.key).exists() else link_secret()
    poll = Poll(community=of, meeting=meeting, made_by=by, key=free, box=_box(asked, of=of, meeting=meeting))
    poll.position = 0 if last is None else last + 1
    _fill(poll, asked)
    news.changed(poll.meeting_id, part=PART)
    return poll


@transaction.atomic
def change(poll: Poll, *, asked: Asked) -> None:
    """Ask it otherwise, as long as nobody has answered."""
    poll = held(poll)
    if poll.stage != Stage.PLANNED:
        raise Refused(
            _("This poll was opened already, so its question stays as it is. You can close it and make a new one.")
        )
    _fill(poll, asked)
    news.changed(poll.meeting_id, part=PART)


@transaction.atomic
def remove(poll: Poll) -> None:
    """Take away a poll that was never open; gone already is as good."""
    found = Poll.objects.select_for_update(of=("self",)).filter(pk=poll.pk).first()
    if found is None:
        return
    if found.stage != Stage.PLANNED:
        raise Refused(_("People were asked already, so this poll stays. You can close it."))
    found.delete()
    if not Poll.objects.filter(box=found.box_id).exists():
        BallotBox.objects.filter(pk=found.box_id, purpose=BoxPurpose.BALLOT).delete()
    news.changed(found.meeting_id, part=PART)


@transaction.atomic
def open(poll: Poll, *, by: Person) -> None:  # noqa: A001 - the verb of this house
    """People can answer from now on. Which groups can be told apart is settled at this moment."""
    poll = held(poll)
    if poll.stage in TAKING_VOTES:
        return
    if poll.stage != Stage.PLANNED:
        raise Refused(_("This poll was open before. Make a new one to ask again."))
    _refuse_without_options(poll)
    _step(poll, Stage.OPEN)
    poll.told_apart, poll.opened_at = apart.told_apart(poll.community, meeting=poll.meeting), now()
    poll.save(update_fields=["told_apart", "opened_at"])
    _note(poll, by=by, verb="opened-poll")


@transaction.atomic
def discuss(poll: Poll, *, by: Person) -> None:
    """The first answers are in; now people talk, and nobody votes."""
    poll = held(poll)
    if poll.stage == Stage.DISCUSSING:
        return
    if poll.stage != Stage.OPEN or not poll.is_paired:
        raise Refused(_("Only a poll that asks before and after a discussion, and is open, can be talked about."))
    _step(poll, Stage.DISCUSSING)
    closing.shuffle(poll)


@transaction.atomic
def reword(poll: Poll, *, question: str) -> None:
    """Ask the second time in other words, because the talk changed what is proposed."""
    poll = held(poll)
    if poll.stage != Stage.DISCUSSING:
        raise Refused(_("The words can be changed between the first vote and the second, and at no other time."))
    poll.question = question
    poll.save(update_fields=["question"])
    news.changed(poll.meeting_id, part=PART)


@transaction.atomic
def open_again(poll: Poll, *, by: Person) -> None:
    """After the discussion the same people are asked the same again; the first result is no longer shown."""
    poll = held(poll)
    if poll.stage == Stage.OPEN_AGAIN:
        return
    if poll.stage != Stage.DISCUSSING:
        raise Refused(_("Close the first vote and talk about it. Then you can open the second."))
    poll.shown_at = None
    _step(poll, Stage.OPEN_AGAIN)


@transaction.atomic
def close(poll: Poll, *, by: Person | None) -> None:
    """No more answers. The ballots are mixed, and small groups can no longer be told apart, not even by the database."""
    poll = held(poll)
    if poll.stage == Stage.CLOSED:
        return
    if poll.stage == Stage.PLANNED:
        raise Refused(_("This poll was never open."))
    poll.closed_at, poll.shown_at = now(), None
    _step(poll, Stage.CLOSED)
    closing.blur(poll)
    closing.shuffle(poll)
    _note(poll, by=by, verb="closed-poll")


@transaction.atomic
def show_result(poll: Poll, *, by: Person | None) -> None:
    """From now on members see what came of it."""
    poll = held(poll)
    if poll.stage not in (Stage.DISCUSSING, Stage.CLOSED):
        raise Refused(_("People are still answering. Close the vote first, so that nobody is swayed."))
    if poll.shown_at is None:
        poll.shown_at = now()
        poll.save(update_fields=["shown_at"])
    news.changed(poll.meeting_id, part=PART)


@transaction.atomic
def hide_result(poll: Poll) -> None:
    """Members no longer see it."""
    poll = held(poll)
    poll.shown_at = None
    poll.save(update_fields=["shown_at"])
    news.changed(poll.meeting_id, part=PART)


@transaction.atomic
def add_option(poll: Poll, *, words: str, key: str, waits: bool) -> Option:
    """Somebody adds to the list; who it was stands nowhere. The same words, or the same form, add one."""
    poll = held(poll)
    if not poll.takes_more or poll.kind not in GROWING or poll.stage not in (Stage.PLANNED, Stage.OPEN):
        raise Refused(_("Nothing can be added to this list now."))
    same = poll.options.filter(key=key).first() or poll.options.filter(words__iexact=words).first()
    if same:
        return same
    if poll.options.count() >= MOST_OPTIONS:
        raise Refused(_("This list is full. Tell a facilitator what is missing."))
    free = key if key and not Option.objects.filter(key=key).exists() else link_secret()
    showing = Showing.WAITING if waits else Showing.SHOWN
    option = Option(poll=poll, words=words, key=free, position=ADDED, showing=showing)
    put_among(option, rows=poll.options.filter(position=ADDED))
    news.changed(poll.meeting_id, part=PART)
    return option


def show_option(option: Option) -> None:
    """A facilitator lets everybody see what a member added."""
    _moderate(option, showing=Showing.SHOWN)


def hide_option(option: Option) -> None:
    """Nobody sees what a member added."""
    _moderate(option, showing=Showing.HIDDEN)


@transaction.atomic
def hide_line(poll: Poll, *, words: str) -> None:
    """A line that somebody wrote with their answer, or a word of the cloud, is not shown to anybody."""
    poll = held(poll)
    if not poll.options.filter(words__iexact=words, position=LINE).exists():
        Option.objects.create(poll=poll, words=words, position=LINE, showing=Showing.HIDDEN)
    news.changed(poll.meeting_id, part=PART)


def close_due() -> None:
    """Polls that were open until a day are closed when the day is over where the community is, but not those led from elsewhere."""
    asked = Poll.objects.filter(stage__in=(*TAKING_VOTES, Stage.DISCUSSING), closes_on__isnull=False, led_by="")
    for poll in asked.select_related("community"):
        if is_overdue(poll):
            close(poll, by=None)


def is_overdue(poll: Poll) -> bool:
    """Whether the last day on which people could answer is over."""
    today = timezone.localdate(timezone=zone(poll.community.time_zone))
    return poll.closes_on is not None and poll.closes_on < today


def held(poll: Poll) -> Poll:
    """The poll as it is now; nobody votes and nobody closes it until the transaction ends."""
    found = (
        Poll.objects.select_for_update(of=("self",)).select_related("community", "meeting", "box").filter(pk=poll.pk)
    )
    now_ = found.first()
    if now_ is None:
        raise Refused(_("Somebody has removed this poll. Go back to the list to see what is there."))
    return now_


@transaction.atomic
def _moderate(option: Option, *, showing: Showing) -> None:
    poll = held(option.poll)
    poll.options.filter(pk=option.pk).update(showing=showing)
    news.changed(poll.meeting_id, part=PART)


def _step(poll: Poll, stage: Stage) -> None:
    poll.stage = stage
    poll.save(update_fields=["stage", "closed_at", "shown_at"])
    news.changed(poll.meeting_id, part=PART)


def _note(poll: Poll, *, by: Person | None, verb: str) -> None:
    """A line in the record; what leads several polls writes its own."""
    if not poll.led_by:
        record.note(poll.community, by=by, verb=verb, words=poll.question)


def _box(asked: Asked, *, of: Community, meeting: Meeting | None) -> BallotBox:
    if asked.box is not None:
        return asked.box
    if meeting is None:
        return slips.new_box(of)
    purpose = BoxPurpose.PULSE if asked.kind == PollKind.PULSE else BoxPurpose.ROOM
    return slips.box_of(meeting, purpose=purpose)


def _fill(poll: Poll, asked: Asked) -> None:
    poll.kind, poll.question, poll.words, poll.secrecy = asked.kind, asked.question, asked.words, asked.secrecy
    poll.is_paired = asked.is_paired and asked.kind in PAIRED
    poll.asks_sure, poll.closes_on, poll.item = asked.asks_sure, asked.closes_on, asked.item
    poll.led_by = asked.led_by
    poll.most = max(1, asked.most) if asked.kind in (PollKind.CHOICE, PollKind.WORDS) else 1
    poll.takes_more = asked.takes_more and asked.kind in GROWING
    poll.save()
    if asked.kind not in LISTED:
        poll.options.all().delete()
        return
    words = list(dict.fromkeys(asked.options))[:MOST_OPTIONS]
    if words != list(poll.options.values_list("words", flat=True)):
        poll.options.all().delete()
        poll.options.bulk_create([Option(poll=poll, words=each, position=place) for place, each in enumerate(words)])


def _refuse_without_options(poll: Poll) -> None:
    fewest = _FEWEST.get(PollKind(poll.kind), 0)
    if poll.options.filter(showing=Showing.SHOWN).count() < fewest:
        raise Refused(
            ngettext(
                "Write at least %(count)d line into the list first.",
                "Write at least %(count)d lines into the list first.",
                fewest,
            )
            % {"count": fewest}
        )
