"""Raising a hand, and whose turn it is to speak."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.live.choices import HandState, Part
from mindlines.live.models import Hand, Room
from mindlines.people.models import Person
from mindlines.voice.actions import turns
from mindlines.voice.choices import TurnSource

RAISED = (HandState.WAITING, HandState.SPEAKING)


@transaction.atomic
def raise_hand(room: Room, *, by: Membership, about: str = "", key: str = "") -> Hand:
    """Ask for a turn. A hand that is up stays where it is in the queue, and may say in other words what about.

    The same key again changes nothing, even when the hand went down in between: a phone without a line sends late.
    """
    room = _locked(room)
    known = room.hands.filter(membership=by, key=key).first() if key else None
    if known is not None:
        return known
    _refuse_unless_open(room)
    up = room.hands.filter(membership=by, state__in=RAISED).first()
    if up is None:
        up = Hand.objects.create(room=room, membership=by, about=about, key=key)
    elif about in ("", up.about):
        return up
    else:
        up.about = about
        up.save(update_fields=["about"])
    _tell(room)
    return up


@transaction.atomic
def lower(room: Room, *, by: Membership) -> None:
    """Take the hand down again, or say that one has spoken; a hand that is down stays down."""
    room = _locked(room)
    up = room.hands.filter(membership=by, state__in=RAISED).first()
    if up is not None:
        _end(up, room=room)


@transaction.atomic
def call(hand: Hand, *, by: Person) -> None:
    """Give this person the floor, and count the turn. Whoever spoke before has spoken; to call twice is to call once."""
    room = _locked(hand.room)
    _refuse_unless_open(room)
    hand = _fresh(hand)
    if hand.state == HandState.SPEAKING:
        return
    if hand.state != HandState.WAITING:
        raise Refused(_("%(name)s’s hand is down by now. Load the page again.") % {"name": hand.membership.name})
    room.hands.filter(state=HandState.SPEAKING).update(state=HandState.SPOKEN)
    hand.state, hand.called_at = HandState.SPEAKING, now()
    hand.save(update_fields=["state", "called_at"])
    turns.tap(
        room.meeting,
        constituency=hand.membership.constituency,
        key=f"hand-{hand.pk}",
        membership=hand.membership if room.counts_people else None,
        item=room.item,
        source=TurnSource.QUEUE,
    )
    _tell(room)


@transaction.atomic
def done(hand: Hand, *, by: Person) -> None:
    """Whoever was called has spoken."""
    room, hand = _locked(hand.room), _fresh(hand)
    if hand.state == HandState.SPEAKING:
        _end(hand, room=room)


@transaction.atomic
def put_off(hand: Hand, *, by: Person) -> None:
    """A facilitator takes a waiting hand down, as agreed with whoever raised it."""
    room, hand = _locked(hand.room), _fresh(hand)
    if hand.state == HandState.WAITING:
        _end(hand, room=room)


def _end(hand: Hand, *, room: Room) -> None:
    hand.state = HandState.SPOKEN if hand.state == HandState.SPEAKING else HandState.LOWERED
    hand.save(update_fields=["state"])
    _tell(room)


def _locked(room: Room) -> Room:
    """The room as it is now; nobody else calls or raises a hand in it until the transaction ends."""
    return Room.objects.select_for_update(of=("self",)).select_related("meeting", "item").get(pk=room.pk)


def _fresh(hand: Hand) -> Hand:
    found: Hand = Hand.objects.select_related("membership__person", "membership__constituency").get(pk=hand.pk)
    return found


def _refuse_unless_open(room: Room) -> None:
    if not room.is_open:
        raise Refused(_("The room is not open, so nobody is called on now. Hands go up once a facilitator opens it."))


def _tell(room: Room) -> None:
    news.changed(room.meeting_id, part=Part.QUEUE)
