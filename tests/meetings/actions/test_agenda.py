import pytest

from mindlines.communities.choices import Standing
from mindlines.communities.models import Priority
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import agenda, notes
from mindlines.meetings.choices import ItemKind, Phase
from mindlines.meetings.models import RemovedItem
from mindlines.meetings.queries import agenda as queries
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


def titles(meeting):
    return list(meeting.items.order_by("position", "pk").values_list("title", flat=True))


def words(title="The leaflet", **more):
    return agenda.Words(
        title=title, minutes=more.pop("minutes", 20), kind=more.pop("kind", ItemKind.DISCUSSION), **more
    )


@pytest.fixture
def drawn(meeting):
    """Three items: welcome, story, close."""
    return [
        make.item(meeting, "Welcome", kind=ItemKind.WELCOME),
        make.item(meeting, "A story", kind=ItemKind.PRESENTATION),
        make.item(meeting, "Close", kind=ItemKind.CLOSE),
    ]


def test_a_new_item_goes_before_the_close(meeting, drawn, ana):
    agenda.add(meeting, by=ana, words=words())
    assert titles(meeting) == ["Welcome", "A story", "The leaflet", "Close"]


def test_a_key_of_another_meetings_item_does_no_harm(community, meeting, drawn, ana):
    other = make.item(make.meeting(community, "Spring"), "Theirs")
    agenda.add(meeting, by=ana, words=words(), key=other.key)
    agenda.duplicate(drawn[0], by=ana, key=other.key)
    assert titles(meeting) == ["Welcome", "Welcome", "A story", "The leaflet", "Close"]


def test_a_form_sent_twice_adds_one_item(meeting, ana):
    first = agenda.add(meeting, by=ana, words=words(), key="once")
    assert agenda.add(meeting, by=ana, words=words(), key="once") == first
    assert titles(meeting) == ["The leaflet"]


def test_an_item_is_moved_by_one_and_never_beyond_the_end(meeting, drawn, ana):
    agenda.move(drawn[0], by=ana, steps=1)
    agenda.move(drawn[1], by=ana, steps=-1)
    assert titles(meeting) == ["A story", "Welcome", "Close"]


def test_an_item_is_dragged_to_a_place(meeting, drawn, ana):
    agenda.place(drawn[2], by=ana, at=0)
    agenda.place(drawn[2], by=ana, at=0)
    assert titles(meeting) == ["Close", "Welcome", "A story"]
    agenda.place(drawn[2], by=ana, at=99)
    assert titles(meeting) == ["Welcome", "A story", "Close"]


def test_a_copy_stands_right_after_its_item_once(meeting, drawn, ana):
    copy = agenda.duplicate(drawn[0], by=ana, key="copy")
    assert agenda.duplicate(drawn[0], by=ana, key="copy") == copy
    assert titles(meeting) == ["Welcome", "Welcome", "A story", "Close"]


def test_what_is_removed_comes_back_to_its_place(meeting, drawn, bos, ana):
    drawn[1].lead = bos
    drawn[1].save()
    removed = agenda.remove(drawn[1], by=ana)
    assert titles(meeting) == ["Welcome", "Close"]
    back = agenda.restore(removed, by=ana)
    assert agenda.restore(removed, by=ana) == back
    assert (titles(meeting), back.lead) == (["Welcome", "A story", "Close"], bos)


def test_what_comes_back_forgets_whoever_left_and_what_is_gone(community, meeting, bos, ana):
    point = make.point(meeting)
    priority = Priority.objects.create(community=community, title="Knees")
    item = make.item(meeting, lead=bos, came_from_point=point, priority=priority)
    removed = agenda.remove(item, by=ana)
    bos.standing, bos.left_on = Standing.LEFT, make.soon()
    bos.save()
    point.delete()
    priority.delete()
    back = agenda.restore(removed, by=ana)
    assert (back.lead, back.came_from_point, back.priority) == (None, None, None)


def test_an_item_with_notes_stays(meeting, drawn, ana):
    make.point(meeting, item=drawn[1])
    with pytest.raises(Refused, match="notes"):
        agenda.remove(drawn[1], by=ana)


def test_what_was_removed_is_forgotten_after_a_day(meeting, drawn, ana, in_november):
    agenda.remove(drawn[1], by=ana)
    agenda.forget_removed()
    assert RemovedItem.objects.count() == 1
    in_november.shift(25 * 3600)
    agenda.forget_removed()
    assert RemovedItem.objects.count() == 0


def test_an_item_changed_by_somebody_else_meanwhile_is_not_overwritten(meeting, drawn, ana):
    agenda.change(drawn[1], by=ana, words=words("Bo's story"), version=0)
    with pytest.raises(Refused, match="Somebody else"):
        agenda.change(drawn[1], by=ana, words=words("Another story"), version=0)
    agenda.change(drawn[1], by=ana, words=words("Bo's story"), version=0)
    assert titles(meeting)[1] == "Bo's story"


def test_a_removed_item_cannot_be_changed(meeting, drawn, ana):
    agenda.remove(drawn[1], by=ana)
    with pytest.raises(Refused, match="removed this item"):
        agenda.change(drawn[1], by=ana, words=words(), version=0)


def test_minutes_are_given_as_they_are_shown(meeting, drawn, ana):
    agenda.give_minutes(drawn[0], by=ana, minutes=drawn[0].longer)
    agenda.give_minutes(drawn[0], by=ana, minutes=drawn[0].longer)
    assert meeting.items.get(pk=drawn[0].pk).minutes == 20
    assert [(make.item(meeting, minutes=m).shorter, m) for m in (1, 3, 5, 12)] == [(1, 1), (1, 3), (1, 5), (10, 12)]


def test_another_agenda_comes_without_what_is_here_and_without_who_left(community, meeting, drawn, bos, ana):
    other = make.meeting(community, "Autumn")
    make.item(other, "Welcome", kind=ItemKind.WELCOME)
    make.item(other, "Bus fares", lead=bos)
    bos.standing, bos.left_on = Standing.LEFT, make.soon()
    bos.save()
    assert (agenda.bring(meeting, by=ana, other=other), agenda.bring(meeting, by=ana, other=other)) == (1, 0)
    assert titles(meeting) == ["Welcome", "A story", "Bus fares", "Close"]
    assert meeting.items.get(title="Bus fares").lead is None


def test_a_priority_that_is_paused_does_not_come_along(community, meeting):
    other = make.meeting(community, "Autumn")
    make.item(other, priority=Priority.objects.create(community=community, title="Backs", state="paused"))
    assert queries.copies(other)[0].priority_id is None


@pytest.mark.parametrize("phase", [Phase.HELD, Phase.CANCELLED])
def test_the_agenda_of_a_meeting_that_is_over_stays_as_it_was(meeting, drawn, ana, phase):
    meeting.phase = phase
    meeting.save()
    with pytest.raises(Refused, match="stays as it was"):
        agenda.add(meeting, by=ana, words=words())


def test_many_strokes_leave_one_line_an_hour_in_the_record(community, meeting, drawn, ana, in_november):
    agenda.move(drawn[0], by=ana, steps=1)
    agenda.move(drawn[0], by=ana, steps=1)
    in_november.shift(2 * 3600)
    agenda.move(drawn[0], by=ana, steps=-1)
    assert [line.verb for line in community.record.all()] == ["changed-agenda", "changed-agenda"]


def test_a_note_without_words_keeps_nothing_in(meeting, drawn, ana):
    notes.Note.objects.create(meeting=meeting, item=drawn[1], words=" ")
    agenda.remove(meeting.items.get(pk=drawn[1].pk), by=ana)
    assert titles(meeting) == ["Welcome", "Close"]
