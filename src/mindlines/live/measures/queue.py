"""Who would like to speak, in the order in which they might be heard, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Constituency
from mindlines.kernel.times import now
from mindlines.live.models import Hand, Room
from mindlines.live.queries import hands as queries
from mindlines.live.queries.rooms import key_of
from mindlines.voice.queries import speaking as voices
from mindlines_analysis.disclosure import may_show_inside
from mindlines_analysis.voice import Hand as Asking
from mindlines_analysis.voice import Reason, suggest_order


@dataclass(frozen=True)
class Waiting:
    """A raised hand at its place, from 1, with the reasons for it in sentences."""

    hand: Hand
    place: int
    minutes: int
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.hand.membership.name

    @property
    def constituency(self) -> Constituency:
        """Its `tone` goes with its name."""
        return self.hand.membership.constituency

    @property
    def about(self) -> str:
        return self.hand.about

    @property
    def before(self) -> int:
        """How many may be heard before."""
        return self.place - 1

    @property
    def key(self) -> str:
        """By what the page of whoever raised it knows it as their own."""
        return key_of(self.hand.membership_id)


@dataclass(frozen=True)
class Heard:
    """What is known of a meeting so far: people and turns by group, and which members were heard.

    Where turns are not counted by person, those members are known who were called from the queue.
    """

    people: Counter[str]
    turns: Counter[str]
    members: set[int]
    knows_people: bool


def speaking(room: Room) -> Hand | None:
    """The hand of whoever was called and speaks now. One query."""
    return queries.speaking(room)


def waiting(room: Room) -> tuple[Waiting, ...]:
    """Raised hands in the suggested order; whoever facilitates decides. Five queries at most, however many hands there are."""
    hands = queries.waiting(room)
    return in_order(hands, heard=_heard(room), at=now()) if hands else ()


def in_order(hands: Sequence[Hand], *, heard: Heard, at: datetime) -> tuple[Waiting, ...]:
    """The hands in the suggested order at this moment."""
    by_key = {str(hand.pk): hand for hand in hands}
    seconds = {key: max(0.0, (at - hand.raised_at).total_seconds()) for key, hand in by_key.items()}
    asking = [_asking(key, hand=hand, seconds=seconds[key], heard=heard) for key, hand in by_key.items()]
    return tuple(
        Waiting(
            hand=by_key[each.key],
            place=each.place,
            minutes=int(seconds[each.key] // 60),
            reasons=tuple(_sentences(each.reasons, hand=by_key[each.key], heard=heard)),
        )
        for each in suggest_order(asking, turns=heard.turns, people=heard.people)
    )


def _asking(key: str, *, hand: Hand, seconds: float, heard: Heard) -> Asking:
    member = hand.membership
    return Asking(
        key=key,
        group=str(member.constituency_id),
        person=str(member.pk),
        waiting=seconds,
        has_spoken=int(member.pk in heard.members),
    )


def _heard(room: Room) -> Heard:
    """Four queries."""
    meeting = room.meeting_id
    people = Counter({str(group): number for (_meeting, group), number in voices.present([meeting]).items()})
    turns: Counter[str] = Counter()
    for row in voices.spoken([meeting])[meeting]:
        turns[str(row.group)] += row.turns
    return Heard(people=people, turns=turns, members=queries.heard(room), knows_people=room.counts_people)


def _sentences(reasons: Sequence[Reason], *, hand: Hand, heard: Heard) -> Iterator[str]:
    group = hand.membership.constituency
    for reason in reasons:
        if reason.kind == "group_unheard":
            yield _("Nobody from %(group)s has been heard yet.") % {"group": group.name}
        elif reason.kind == "group_below" and may_show_inside(heard.people[str(group.pk)]):
            yield _("%(group)s have spoken less than their share.") % {"group": group.name}
        elif reason.kind == "person_unheard":
            yield _("Has not spoken yet.") if heard.knows_people else _("Has not been called yet.")
        elif reason.kind == "waiting":
            yield _waiting_words(int(reason.number // 60))


def _waiting_words(minutes: int) -> str:
    if not minutes:
        return _("Raised a hand just now.")
    return ngettext("Waiting for %(number)d minute.", "Waiting for %(number)d minutes.", minutes) % {"number": minutes}
