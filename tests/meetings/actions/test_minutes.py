from datetime import timedelta

import pytest

from mindlines.communication.models import Message
from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.kernel.work import do_one_task
from mindlines.meetings.actions import minutes, points
from mindlines.meetings.choices import ItemKind, Outcome, Phase, PointKind, Presence
from mindlines.meetings.models import Attendance, MinutesCopy, Note
from mindlines.meetings.queries import minutes as queries
from tests import make


@pytest.fixture
def held(community, anas, bos):
    meeting = make.meeting(community, "Autumn meeting", phase=Phase.HELD, purpose="A leaflet people can read")
    item = make.item(meeting, "The leaflet", outcome=Outcome.REACHED, lead=bos)
    make.item(meeting, "Parking", outcome=Outcome.UNREACHED)
    make.item(meeting, "Bus times", outcome=Outcome.UNFINISHED)
    Note.objects.create(meeting=meeting, item=item, words="We read it aloud.")
    make.point(meeting, "We print it", item=item, kind=PointKind.DECISION, constituency=bos.constituency)
    make.point(meeting, "Thank the library", kind=PointKind.POINT)
    make.action(community, "Ask the shop", meeting=meeting, item=item, owner=bos, due_on=make.soon())
    for who, way in ((anas, Presence.ROOM), (bos, Presence.APOLOGIES)):
        Attendance.objects.create(meeting=meeting, membership=who, presence=way)
    Attendance.objects.create(meeting=meeting, guest="Gail Green", presence=Presence.ROOM)
    return meeting


def test_a_decision_is_found_by_facilitators_first_and_by_everybody_once_the_minutes_are_sent(held, ana):
    point = points.add(held, item=None, kind=PointKind.DECISION, words="We print in yellow", source=None, by=ana)
    entry = SearchEntry.objects.get(ref=f"meetings.point:{point.pk}")
    assert entry.for_facilitators
    assert entry.year == held.starts_at.year
    minutes.send(held, by=ana)
    entry.refresh_from_db()
    assert not entry.for_facilitators


# The worker closes connections between tasks, which a test inside one transaction would not survive.
AS_THE_WORKER_SEES_IT = pytest.mark.django_db(transaction=True)


def work_off():
    for _ in range(10):
        do_one_task()


def test_minutes_are_written_from_what_was_tapped_noted_and_agreed(held):
    words = queries.draft(held)
    for part in (
        "Wednesday 9 December 2026, 10am to midday",
        "A leaflet people can read",
        "**Support team** (1): Ana Alvarez",
        "1 guest",
        "Apologies: Bo Berg",
        "# 1. The leaflet",
        "Led by Bo Berg.",
        "We read it aloud.",
        "**Decided**\n\n- We print it (Lay members)",
        "We did not reach this.",
        "did not finish",
        "# Also noted",
        "Ask the shop (Bo Berg, by 16 December 2026)",
    ):
        assert part in words
    assert "Gail" not in words


def test_nobody_misses_a_break_that_was_not_taken(meeting):
    make.item(meeting, "Tea", kind=ItemKind.BREAK, outcome=Outcome.UNREACHED)
    assert "Tea" in queries.draft(meeting)
    assert "We did not reach this." not in queries.draft(meeting)


def test_an_empty_meeting_has_minutes_that_say_so(meeting):
    assert "Nobody was marked as here." in queries.draft(meeting)


@AS_THE_WORKER_SEES_IT
def test_minutes_go_once_to_everyone_who_came_or_replied_and_guests_lose_their_names(held, ana):
    minutes.send(held, by=ana)
    with pytest.raises(Refused, match="sent already"):
        minutes.send(held, by=ana)
    work_off()
    minutes.deliver.func(held.pk)
    assert sorted(Message.objects.values_list("address", flat=True)) == ["ana@example.org", "bo@example.org"]
    assert "We print it" in Message.objects.first().words
    assert not held.attendance.filter(guest__contains="Gail").exists()
    assert held.attendance.filter(membership=None).count() == 1
    assert SearchEntry.objects.filter(kind="minutes").count() == 1


@AS_THE_WORKER_SEES_IT
def test_a_large_community_is_told_in_batches(held, community, ana, monkeypatch):
    monkeypatch.setattr(minutes, "BATCH", 2)
    for _ in range(3):
        Attendance.objects.create(meeting=held, membership=make.membership(community), presence=Presence.ONLINE)
    minutes.send(held, by=ana)
    do_one_task()
    assert MinutesCopy.objects.count() == 2
    work_off()
    assert (MinutesCopy.objects.count(), Message.objects.count()) == (5, 5)


def test_a_meeting_that_vanished_meanwhile_stops_nothing(db):
    minutes.deliver.func(12345)


def test_minutes_of_a_meeting_that_is_not_closed_stay_here(meeting, ana):
    with pytest.raises(Refused, match="Close the meeting first"):
        minutes.send(meeting, by=ana)


@AS_THE_WORKER_SEES_IT
def test_one_member_can_receive_them_again_once_they_were_sent(held, community, ana, bos):
    with pytest.raises(Refused, match="not been sent"):
        minutes.send_again(held, member=bos.pk, by=ana)
    minutes.send(held, by=ana)
    work_off()
    MinutesCopy.objects.update(sent_at=make.A_WEDNESDAY - timedelta(days=90))
    minutes.send_again(held, member=bos.pk, by=ana)
    minutes.send_again(held, member=bos.pk, by=ana)
    assert Message.objects.filter(address="bo@example.org").count() == 2
    with pytest.raises(Refused, match="no longer a member"):
        minutes.send_again(held, member=0, by=ana)


def test_two_editors_do_not_overwrite_each_other(held, ana):
    minutes.write(held, words="First", version=0, by=ana)
    minutes.write(held, words="First", version=0, by=ana)
    with pytest.raises(minutes.Stale) as stale:
        minutes.write(held, words="Second", version=0, by=ana)
    assert stale.value.saved.minutes_text == "First"


def test_correcting_sent_minutes_leaves_a_line_in_the_record(held, ana):
    minutes.send(held, by=ana)
    minutes.write(held, words="Better", version=1, by=ana)
    assert [line.verb for line in held.community.record.all()] == ["corrected-minutes", "sent-minutes"]
    assert SearchEntry.objects.get(kind="minutes").words == "Better"


def test_a_member_asks_for_a_correction_and_is_answered_once(held, ana, bos):
    asked = minutes.ask_for_correction(held, words="It was Tuesday.", by=bos)
    assert minutes.ask_for_correction(held, words="It was Tuesday.", by=bos) == asked
    minutes.answer(held, correction=asked.pk, words="Changed, thank you.", by=ana)
    assert "Changed, thank you." in Message.objects.get(address="bo@example.org").words
    with pytest.raises(Refused, match="answer already"):
        minutes.answer(held, correction=asked.pk, words="Again", by=ana)
    with pytest.raises(Refused, match="gone"):
        minutes.answer(held, correction=0, words="Who?", by=ana)
