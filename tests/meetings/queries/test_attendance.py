import pytest

from mindlines.communities.choices import Standing
from mindlines.meetings.choices import Presence, ReplyMode, Setting
from mindlines.meetings.models import Attendance, Reply
from mindlines.meetings.queries import attendance as queries
from tests import make


@pytest.fixture
def silent(community):
    return make.membership(community, make.person("Abe Able"))


def said(meeting, who, mode):
    return Reply.objects.create(meeting=meeting, membership=who, mode=mode)


def there(meeting, way, who=None, **more):
    return Attendance.objects.create(meeting=meeting, membership=who, presence=way, **more)


def test_people_who_said_they_come_stand_first_and_those_who_cannot_last(meeting, anas, bos, silent):
    said(meeting, anas, ReplyMode.CANNOT)
    said(meeting, bos, ReplyMode.ROOM)
    assert list(queries.roll(meeting)) == [bos, silent, anas]
    assert list(queries.roll(meeting, name="ABE")) == [silent]


def test_who_left_is_not_on_the_roll_unless_they_were_there(meeting, bos, silent):
    for gone in (bos, silent):
        gone.standing, gone.left_on = Standing.LEFT, make.soon()
        gone.save()
    there(meeting, Presence.ROOM, bos)
    assert list(queries.roll(meeting)) == [bos]


@pytest.mark.parametrize(
    ("setting", "mode", "buttons"),
    [
        (Setting.IN_PERSON, "", ["room"]),
        (Setting.ONLINE, "", ["online"]),
        (Setting.HYBRID, ReplyMode.ROOM, ["room", "online"]),
        (Setting.HYBRID, ReplyMode.PHONE, ["phone"]),
    ],
)
def test_the_likely_ways_are_one_tap_away(meeting, bos, setting, mode, buttons):
    meeting.setting = setting
    if mode:
        said(meeting, bos, mode)
    row = queries.row(meeting, member=bos.pk)
    assert [way for way, _words in row.usual] == buttons
    assert (row.is_here, row.way_words) == (False, "")


def test_a_marked_member_shows_how_and_for_how_long(meeting, bos):
    there(meeting, Presence.PHONE, bos, minutes=45)
    row = queries.row(meeting, member=bos.pk)
    assert (row.way_words, row.stayed, row.is_here, row.usual) == ("By phone", 45, True, [])
    assert queries.row(meeting, member=0) is None


def test_groups_say_who_is_here_who_is_missing_and_how_many_others(meeting, bos, anas, silent):
    there(meeting, Presence.ROOM, anas)
    there(meeting, Presence.APOLOGIES, silent)
    there(meeting, Presence.ONLINE, guest="Gail")
    said(meeting, bos, ReplyMode.ROOM)
    lay, clinical, support, guests = queries.groups(meeting)
    assert (lay.here, lay.members, lay.missing, lay.apologies, lay.others) == (0, 2, [bos], 1, 0)
    assert (clinical.here, clinical.others) == (0, 0)
    assert support.parts == [("In the room", 1)]
    assert (guests.constituency, guests.here) == (None, 1)


@pytest.mark.parametrize("more", [1, 3])
def test_the_roll_costs_the_same_for_few_and_for_many(meeting, community, more, django_assert_num_queries):
    for _ in range(more):
        said(meeting, make.membership(community), ReplyMode.ROOM)
    with django_assert_num_queries(5):
        people = list(queries.roll(meeting)[:40])
        queries.rows(meeting, people=people)
        [member.person.name for group in queries.groups(meeting) for member in group.missing]
