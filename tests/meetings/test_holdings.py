from mindlines.meetings.actions import erasing
from mindlines.meetings.choices import DivisionOrigin, Phase, Presence, WishKind
from mindlines.meetings.models import (
    Action,
    Attendance,
    Correction,
    Division,
    Note,
    Participant,
    Point,
    Reply,
    Round,
    Seat,
    Wish,
)
from mindlines.people import holdings
from tests import make


def a_full_life(community, bos):
    meeting = make.meeting(community, phase=Phase.HELD, minutes_text="Bo Berg spoke.", minutes_sent_at=make.A_WEDNESDAY)
    Reply.objects.create(meeting=meeting, membership=bos, mode="room", needs="A quiet corner")
    Attendance.objects.create(meeting=meeting, membership=bos, presence=Presence.ROOM)
    make.point(meeting, "The print is small", raised_by=bos, constituency=bos.constituency)
    make.action(community, "Ask the shop", owner=bos)
    Correction.objects.create(meeting=meeting, membership=bos, words="It was Tuesday.")
    Note.objects.create(meeting=meeting, words="Bo Berg read aloud.")
    return meeting


def test_a_person_sees_all_that_meetings_hold_about_them(community, bo, bos):
    a_full_life(community, bos)
    held = str([holding.rows for holding in holdings.held_about(bo)])
    for words in ("A quiet corner", "In the room", "The print is small", "Ask the shop", "It was Tuesday."):
        assert words in held


def test_erasing_keeps_the_record_whole_and_takes_the_person_out_of_it(community, bo, bos):
    meeting = a_full_life(community, bos)
    erasing.forget(bo)
    meeting.refresh_from_db()
    assert not Reply.objects.exists()
    assert not Correction.objects.exists()
    assert (Point.objects.get().words, Point.objects.get().raised_by) == ("The print is small", None)
    assert Point.objects.get().constituency == bos.constituency
    assert (Action.objects.get().words, Action.objects.get().owner) == ("Ask the shop", None)
    assert Attendance.objects.get().membership.constituency == bos.constituency
    assert meeting.minutes_text == "a former member spoke."
    assert Note.objects.get().words == "a former member read aloud."


def test_a_name_that_somebody_else_has_too_stays_theirs(community, bo, bos):
    meeting = a_full_life(community, bos)
    make.membership(community, make.person("Bo Berg"))
    erasing.forget(bo)
    meeting.refresh_from_db()
    assert meeting.minutes_text == "Bo Berg spoke."


def test_a_draft_that_nobody_has_read_forgets_the_name_too(community, bo, bos):
    draft = make.meeting(community, phase=Phase.HELD, minutes_text="Bo Berg spoke.")
    erasing.forget(bo)
    draft.refresh_from_db()
    assert draft.minutes_text == "a former member spoke."


def a_place_in_a_small_group(community, bos):
    meeting = make.meeting(community, phase=Phase.HELD)
    work = Round.objects.create(meeting=meeting, title="What gets in the way?", size=4)
    group = work.groups.create(number=2)
    bo = work.participants.create(membership=bos, needs_step_free=True)
    other = work.participants.create(membership=make.membership(community))
    wish = work.wishes.create(kind=WishKind.APART)
    wish.people.set([bo, other])
    work.chosen = Division.objects.create(round=work, number=1, origin=DivisionOrigin.BY_HAND, group_count=2)
    work.save()
    Seat.objects.create(division=work.chosen, participant=bo, group=group)
    return work


def test_a_person_sees_their_small_groups_and_what_was_noted_for_them(community, bo, bos):
    a_place_in_a_small_group(community, bos)
    (held,) = [holding.rows for holding in holdings.held_about(bo) if "small groups" in str(holding.title).lower()]
    assert list(held[0].values()) == ["Winter meeting", "What gets in the way?", 2, "Yes", 1]


def test_erasing_takes_a_person_out_of_small_groups_with_the_wishes_about_them(community, bo, bos):
    a_place_in_a_small_group(community, bos)
    erasing.forget(bo)
    assert not Seat.objects.exists()
    assert Participant.objects.count() == 1
    assert not Wish.objects.exists()
