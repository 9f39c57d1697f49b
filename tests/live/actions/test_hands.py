import threading
from contextlib import suppress

import pytest
from django.db import connection

from mindlines.kernel.errors import Refused
from mindlines.live.actions import hands
from mindlines.live.choices import HandState, RoomPhase
from mindlines.live.models import Hand, Room
from mindlines.meetings.choices import Phase
from mindlines.voice.models import Turn
from tests import make, make_live


@pytest.fixture
def room(meeting):
    return make_live.room(meeting)


def states(room):
    return dict(room.hands.values_list("membership__person__name", "state"))


def parts_told(room, django_capture_on_commit_callbacks, deed):
    """How many parts of the page the deed changes."""
    before = Room.objects.get(pk=room.pk).version
    with django_capture_on_commit_callbacks(execute=True):
        deed()
    return Room.objects.get(pk=room.pk).version - before


def test_bo_raises_a_hand_once_however_often_he_presses(room, bos):
    first = hands.raise_hand(room, by=bos, about="The leaflet", key="form-1")
    assert hands.raise_hand(room, by=bos, about="The leaflet", key="form-1") == first
    assert hands.raise_hand(room, by=bos) == first, "another page, the same hand"
    assert room.hands.get().about == "The leaflet"


def test_a_hand_that_is_up_can_say_in_other_words_what_about(room, bos):
    up = hands.raise_hand(room, by=bos, about="The leaflet", key="form-1")
    assert hands.raise_hand(room, by=bos, about="The price", key="form-2") == up
    assert room.hands.get().about == "The price"


def test_what_a_phone_sends_again_later_does_not_raise_a_hand_that_went_down(room, bos):
    up = hands.raise_hand(room, by=bos, key="form-1")
    hands.lower(room, by=bos)
    assert hands.raise_hand(room, by=bos, key="form-1") == up
    assert states(room) == {"Bo Berg": HandState.LOWERED}
    assert hands.raise_hand(room, by=bos, key="form-2") != up


def test_nobody_raises_a_hand_in_a_room_that_is_not_open(room, bos):
    Room.objects.update(phase=RoomPhase.CLOSED)
    with pytest.raises(Refused, match="The room is not open"):
        hands.raise_hand(room, by=bos)


def test_a_hand_that_is_lowered_twice_is_down(room, bos):
    hands.raise_hand(room, by=bos)
    hands.lower(room, by=bos)
    hands.lower(room, by=bos)
    assert states(room) == {"Bo Berg": HandState.LOWERED}


def test_whoever_lowers_the_hand_while_speaking_has_spoken(room, ana, bos):
    hands.call(hands.raise_hand(room, by=bos), by=ana)
    hands.lower(room, by=bos)
    assert states(room) == {"Bo Berg": HandState.SPOKEN}


def test_who_is_called_speaks_and_whoever_spoke_before_has_spoken(room, ana, anas, bos):
    first, second = hands.raise_hand(room, by=bos), hands.raise_hand(room, by=anas)
    hands.call(first, by=ana)
    assert Hand.objects.get(pk=first.pk).called_at
    hands.call(second, by=ana)
    assert states(room) == {"Bo Berg": HandState.SPOKEN, "Ana Alvarez": HandState.SPEAKING}


def test_a_called_turn_is_counted_once_and_for_the_group_alone(room, ana, bos):
    item = make.item(room.meeting)
    Room.objects.update(item=item)
    up = hands.raise_hand(room, by=bos)
    hands.call(up, by=ana)
    hands.call(up, by=ana)
    turn = Turn.objects.get()
    assert (turn.constituency, turn.membership, turn.item, turn.source) == (bos.constituency, None, item, "queue")


def test_where_the_room_counts_by_person_a_called_turn_has_a_name(room, ana, bos):
    Room.objects.update(counts_people=True)
    hands.call(hands.raise_hand(room, by=bos), by=ana)
    assert Turn.objects.get().membership == bos


def test_nobody_is_called_in_a_room_that_is_not_open(room, ana, bos):
    up = hands.raise_hand(room, by=bos)
    Room.objects.update(phase=RoomPhase.CLOSED)
    with pytest.raises(Refused, match="The room is not open"):
        hands.call(up, by=ana)
    assert not Turn.objects.exists()


def test_a_hand_that_went_down_in_between_is_not_called(room, ana, bos):
    up = hands.raise_hand(room, by=bos)
    hands.lower(room, by=bos)
    with pytest.raises(Refused, match="Bo Berg’s hand is down by now"):
        hands.call(up, by=ana)


def test_in_a_meeting_that_was_cancelled_nobody_gets_the_floor(room, ana, bos):
    up = hands.raise_hand(room, by=bos)
    type(room.meeting).objects.update(phase=Phase.CANCELLED)
    with pytest.raises(Refused, match="cancelled"):
        hands.call(up, by=ana)
    assert states(room) == {"Bo Berg": HandState.WAITING}


def test_who_was_called_has_spoken_and_saying_so_twice_changes_nothing(room, ana, bos):
    up = hands.raise_hand(room, by=bos)
    hands.done(up, by=ana)
    assert states(room) == {"Bo Berg": HandState.WAITING}, "who was not called has not spoken"
    hands.call(up, by=ana)
    hands.done(up, by=ana)
    hands.done(up, by=ana)
    assert states(room) == {"Bo Berg": HandState.SPOKEN}


def test_a_facilitator_takes_a_waiting_hand_down_and_no_other(room, ana, bos):
    up = hands.raise_hand(room, by=bos)
    hands.put_off(up, by=ana)
    hands.put_off(up, by=ana)
    assert states(room) == {"Bo Berg": HandState.LOWERED}
    again = hands.raise_hand(room, by=bos)
    hands.call(again, by=ana)
    hands.put_off(again, by=ana)
    assert Hand.objects.get(pk=again.pk).state == HandState.SPEAKING


def test_the_open_pages_hear_of_the_queue_and_of_a_turn(room, ana, bos, django_capture_on_commit_callbacks):
    def told(deed):
        return parts_told(room, django_capture_on_commit_callbacks, deed)

    assert told(lambda: hands.raise_hand(room, by=bos, key="once")) == 1
    assert told(lambda: hands.raise_hand(room, by=bos, key="once")) == 0
    up = room.hands.get()
    assert told(lambda: hands.call(up, by=ana)) == 2, "the queue, and how the voices are shared"
    assert told(lambda: hands.done(up, by=ana)) == 1
    assert told(lambda: hands.done(up, by=ana)) == 0


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite writes one after the other in any case")
@pytest.mark.django_db(transaction=True)
def test_two_facilitators_who_call_at_once_give_the_floor_to_one_person_at_a_time(room, ana, anas, bos):
    up = [hands.raise_hand(room, by=bos), hands.raise_hand(room, by=anas)]

    def press(hand):
        with suppress(Refused):  # whoever comes after the other one is told so
            hands.call(hand, by=ana)
        connection.close()

    threads = [threading.Thread(target=press, args=(hand,)) for hand in up for _time in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert room.hands.filter(state=HandState.SPEAKING).count() == 1
    assert Turn.objects.count() == 2
