"""Polls prepared for pages: the list, the ballot, and how many have answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as communities
from mindlines.communities.models import Constituency, Membership
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.voice.choices import TAKING_VOTES, PollKind, Showing, Stage
from mindlines.voice.models import Ballot, Option, Poll
from mindlines.voice.queries import answers, slips

A_PAGE = 25
Words = str | Promise

GRADIENT: dict[int, Words] = {
    1: _("I cannot live with it"),
    2: _("I have doubts"),
    3: _("I do not mind"),
    4: _("I agree"),
    5: _("I agree fully"),
}
SURE: dict[int, Words] = {
    1: _("Not sure at all"),
    2: _("Not very sure"),
    3: _("Quite sure"),
    4: _("Very sure"),
}
SIDES: dict[int, Words] = {1: _("Agree"), 0: _("Pass"), -1: _("Disagree")}
ENDS = {1: _("least"), 9: _("most")}


@dataclass(frozen=True)
class Choice:
    """One thing to tick; `key` is what the form sends."""

    key: str
    words: Words
    is_given: bool = False


@dataclass(frozen=True)
class Line:
    """One statement of many, with the three sides that can be taken."""

    key: str
    words: str
    sides: tuple[Choice, ...]
    is_answered: bool


@dataclass(frozen=True)
class Sheet:
    """A ballot as it is put before somebody, with what they answered so far."""

    poll: Poll
    choices: tuple[Choice, ...] = ()
    lines: tuple[Line, ...] = ()
    boxes: tuple[str, ...] = ()
    sure: tuple[Choice, ...] = ()
    why: str = ""
    is_answered: bool = False

    @property
    def next_line(self) -> Line | None:
        """The first statement without an answer."""
        return next((line for line in self.lines if not line.is_answered), None)

    @property
    def left(self) -> int:
        """How many statements are not answered yet."""
        return sum(not line.is_answered for line in self.lines)


@dataclass(frozen=True)
class Turnout:
    """How many were handed a slip, and how many answered; of a named vote nobody needs a slip."""

    handed: int
    answered: int
    is_complete: bool


def of_community(viewer: Membership, *, number: str | None) -> "Page[Any]":
    """Polls that this member knows of: those that take votes first, then the newest. Each knows `answered`. Two queries."""
    rank = Case(
        When(stage__in=TAKING_VOTES, then=Value(0)), When(stage=Stage.PLANNED, then=Value(1)), default=Value(2),
        output_field=IntegerField(),
    )  # fmt: skip
    found = known_to(viewer).exclude(kind=PollKind.PULSE).annotate(answered=Count("ballots")).alias(rank=rank)
    return Paginator(found.select_related("meeting").order_by("rank", "-made_at", "pk"), A_PAGE).get_page(number)


def known_to(viewer: Membership) -> QuerySet[Poll]:
    """Members know a poll once it was opened."""
    found = Poll.objects.filter(community=viewer.community)
    return found if communities.facilitate(viewer) else found.exclude(stage=Stage.PLANNED)


def of_meeting(meeting: Meeting, *, for_facilitator: bool) -> list[Poll]:
    """The polls of a meeting in their order. One query."""
    found = meeting.polls.exclude(kind=PollKind.PULSE).annotate(answered=Count("ballots"))
    return list(found if for_facilitator else found.exclude(stage=Stage.PLANNED))


def at_hand(meeting: Meeting) -> Poll | None:
    """The poll that people in the room see: the one opened last. When it is closed they wait there for its result."""
    asked = meeting.polls.exclude(kind=PollKind.PULSE).exclude(stage=Stage.PLANNED)
    return asked.order_by("-opened_at", "-pk").first()


def open_beside(poll: Poll) -> list[Poll]:
    """Other polls that take votes now and are led from the same page. No query where a poll stands alone."""
    if not poll.led_by:
        return []
    return list(Poll.objects.filter(box=poll.box_id, led_by=poll.led_by, stage__in=TAKING_VOTES).exclude(pk=poll.pk))


def turnout(poll: Poll) -> Turnout:
    """Two queries."""
    handed, answered = poll.box.handed.count(), poll.ballots.count()
    return Turnout(handed=handed, answered=answered, is_complete=poll.is_secret and 0 < handed <= answered)


def shown_options(poll: Poll) -> list[Option]:
    return list(poll.options.filter(showing=Showing.SHOWN))


def options_to_look_at(poll: Poll) -> list[Option]:
    """What members added and no facilitator has read yet."""
    return list(poll.options.filter(showing=Showing.WAITING))


def slip_place(poll: Poll, *, of: Membership, slip: str) -> str:
    """Where this member's slip is: `here`, `elsewhere`, or `none` where they were handed none."""
    if slips.is_valid(poll.box, secret=slip):
        return "here"
    return "elsewhere" if slips.was_handed(poll.box, to=of) else "none"


def my_ballot(poll: Poll, *, of: Membership, slip: str) -> Ballot | None:
    """The ballot that this slip opens, or the one that bears the member's name."""
    if not poll.is_secret:
        return poll.ballots.filter(membership=of).first()
    secret = slips.tidied(slip)
    return poll.ballots.filter(lock=slips.lock(secret, of=f"ballot:{poll.pk}")).first() if secret else None


def group_counted(poll: Poll, *, of: Membership) -> Constituency | None:
    """The group with which this member's answer is counted, if it is large enough."""
    return of.constituency if not poll.is_secret or of.constituency_id in poll.told_apart else None


def groups_told_apart(poll: Poll) -> list[Constituency]:
    return list(Constituency.objects.filter(community=poll.community_id, pk__in=poll.told_apart))


def without_slip(poll: Poll) -> list[Membership]:
    """Members who were not handed a slip yet; of a named vote, all of them. By name."""
    active = Membership.objects.active().filter(community=poll.community_id)
    if poll.is_secret:
        active = active.exclude(pk__in=poll.box.handed.values("membership"))
    return list(active.select_related("person", "constituency").order_by("person__name", "pk"))


def items_of(meeting: Meeting | None) -> list[AgendaItem]:
    """What a poll can belong to on the agenda."""
    return list(meeting.items.order_by("position", "pk")) if meeting else []


def sheet(poll: Poll, *, ballot: Ballot | None = None) -> Sheet:
    """The ballot, with what is on `ballot` filled in. Without one it is the same for everybody. One query."""
    given = _given(ballot, poll=poll)
    sure = ballot and (ballot.after_sure if poll.is_second_time else ballot.before_sure)
    return Sheet(
        poll=poll,
        choices=_choices(poll, given),
        lines=_lines(poll, given),
        boxes=_boxes(poll, given),
        sure=tuple(Choice(str(n), words, n == sure) for n, words in SURE.items()) if poll.asks_sure else (),
        why=ballot.why if ballot and given is not None else "",
        is_answered=given is not None,
    )


def in_order(poll: Poll, *, order: Sequence[str]) -> tuple[Choice, ...]:
    """What is to be ranked, in this order; what the order does not name comes last."""
    options = {str(option.pk): option for option in shown_options(poll)}
    named = [options.pop(key) for key in order if key in options]
    return tuple(Choice(str(option.pk), option.words) for option in (*named, *options.values()))


def _given(ballot: Ballot | None, *, poll: Poll) -> Any:
    if ballot is None:
        return None
    return ballot.after if poll.is_second_time else ballot.before


def _choices(poll: Poll, given: Any) -> tuple[Choice, ...]:
    if poll.kind == PollKind.RANKING:
        return in_order(poll, order=given or ())
    if poll.kind == PollKind.CHOICE:
        chosen = given or ()
        return tuple(Choice(str(each.pk), each.words, str(each.pk) in chosen) for each in shown_options(poll))
    if poll.kind == PollKind.GRADIENT:
        return tuple(Choice(str(n), words, n == given) for n, words in GRADIENT.items())
    if poll.kind == PollKind.SCALE:
        return tuple(Choice(str(n), str(n), n == given) for n in answers.NUMBERS[PollKind.SCALE])
    return ()


def _lines(poll: Poll, given: Any) -> tuple[Line, ...]:
    if poll.kind != PollKind.STATEMENTS:
        return ()
    said = given or {}
    return tuple(
        Line(
            key=str(option.pk),
            words=option.words,
            sides=tuple(Choice(str(n), words, said.get(str(option.pk)) == n) for n, words in SIDES.items()),
            is_answered=str(option.pk) in said,
        )
        for option in shown_options(poll)
    )


def _boxes(poll: Poll, given: Any) -> tuple[str, ...]:
    """One box for each word that may be given, with the words that were."""
    if poll.kind != PollKind.WORDS:
        return ()
    most = max(1, min(poll.most, answers.MOST_WORDS))
    return (*(given or ()), *[""] * most)[:most]
