"""What lists and rooms ask for."""

import pytest
import time_machine
from django.test import Client

from mindlines.communities.choices import Standing
from mindlines.meetings.choices import Phase
from mindlines.voice.actions import contributions as actions
from mindlines.voice.actions.contributions import Said
from mindlines.voice.choices import Audience, ContributionKind, Origin, Showing, Uptake
from mindlines.voice.models import Contribution, Support
from mindlines.voice.queries import contributions as queries
from mindlines.voice.queries import groups, marks, saying, words
from tests import make, make_voice


@pytest.fixture(autouse=True)
def on_a_wednesday():
    with time_machine.travel(make.A_WEDNESDAY, tick=False):
        yield


def said_in(meeting, text, **more) -> Contribution:
    return make_voice.contribution(meeting.community, text, meeting=meeting, **more)


def texts(rows) -> list[str]:
    return [row.contribution.words for row in rows]


class TestInAMeeting:
    def test_the_most_supported_stands_first(self, meeting, django_assert_num_queries):
        said_in(meeting, "Quiet")
        loud = said_in(meeting, "Loud")
        for number in range(2):
            Support.objects.create(contribution=loud, lock=f"{number}")
        with django_assert_num_queries(1):
            rows = queries.of_meeting(meeting, for_facilitator=False)
        assert [(row.contribution.words, row.supports) for row in rows] == [("Loud", 2), ("Quiet", 0)]

    def test_only_facilitators_see_what_waits_or_is_for_them(self, meeting):
        said_in(meeting, "Open")
        said_in(meeting, "For few", audience=Audience.FACILITATORS)
        said_in(meeting, "Waits", showing=Showing.WAITING)
        said_in(meeting, "Hidden", showing=Showing.HIDDEN)
        assert texts(queries.of_meeting(meeting, for_facilitator=False)) == ["Open"]
        assert set(texts(queries.of_meeting(meeting, for_facilitator=True))) == {"Open", "For few", "Waits"}
        assert queries.number_of_meeting(meeting, for_facilitator=False) == 1
        assert queries.number_of_meeting(meeting, for_facilitator=True) == 3

    def test_questions_to_answer_begin_with_what_waits(self, meeting):
        asked = {"kind": ContributionKind.QUESTION}
        said_in(meeting, "Shown", **asked)
        said_in(meeting, "Waits", showing=Showing.WAITING, **asked)
        said_in(meeting, "Answered", uptake=Uptake.ANSWERED, **asked)
        said_in(meeting, "No question")
        rows = queries.questions_to_answer(meeting)
        assert texts(rows) == ["Waits", "Shown"]
        assert [row.is_waiting for row in rows] == [True, False]

    def test_a_flood_is_shown_in_part(self, meeting):
        for number in range(3):
            said_in(meeting, f"{number}")
        assert len(queries.of_meeting(meeting, for_facilitator=True, most=2)) == 2


class TestWhoIsCounted:
    def test_the_smallest_group_left_over_is_protected_too(self, community, bos, anas):
        make_voice.crowd(community, 5)
        assert not groups.is_counted(bos, meeting=None)
        make_voice.crowd(community, 5, constituency=anas.constituency)
        assert groups.is_counted(bos, meeting=None)

    def test_before_a_meeting_begins_all_members_may_have_said_it(self, community, meeting, bos):
        make_voice.crowd(community, 10, constituency=bos.constituency)
        make_voice.crowd(community, 5, constituency=community.constituencies.get(name="Support team"))
        assert groups.is_counted(bos, meeting=meeting)
        assert not groups.is_counted(bos, meeting=meeting, origin=Origin.LIVE)
        meeting.phase = Phase.HELD
        assert not groups.is_counted(bos, meeting=meeting)


class TestMarks:
    def test_only_the_secret_finds_it(self, community, bos):
        secret, key = marks.new_secret(), "a-form"
        said = Said(words="Mine", is_anonymous=True, key=key, mark=marks.mark(secret, of=key))
        mine = actions.say(said, to=community, by=bos)
        assert marks.sent_from(secret, community=community) == [mine.pk]
        assert (
            marks.sent_from(marks.new_secret(), community=community) == marks.sent_from("", community=community) == []
        )
        assert marks.is_from(secret, contribution=mine)
        assert not marks.is_from("", contribution=mine)
        assert not marks.is_from(secret, contribution=make_voice.contribution(community))

    def test_two_marks_of_one_device_have_nothing_in_common(self):
        secret = marks.new_secret()
        assert marks.mark(secret, of="one") != marks.mark(secret, of="other")


class TestRows:
    def test_a_row_says_how_it_came_and_how_late_a_reply_is(self, community, anas, bos):
        today = make.A_WEDNESDAY.date()
        make_voice.contribution(community, "Late", by=bos, reply_due=today.replace(day=1), origin=Origin.PHONE)
        make_voice.contribution(community, "Today", by=bos, reply_due=today)
        make_voice.contribution(community, "Parked", by=bos, uptake=Uptake.PARKED, reply_due=today.replace(day=1))
        make_voice.contribution(community, "Done", by=bos, uptake=Uptake.ADOPTED)
        rows = {row.contribution.words: row for row in queries.page(anas, wanted=queries.Wanted(), number=None)}
        assert (rows["Late"].days_late, rows["Late"].tone, rows["Late"].came) == (8, "bad", "Told us by phone")
        assert (rows["Today"].is_due_today, rows["Today"].tone, rows["Today"].came) == (True, "", "")
        assert (rows["Parked"].is_late, rows["Parked"].tone) == (False, "warm")
        assert (rows["Done"].tone, rows["Done"].is_answered) == ("good", True)

    def test_what_has_no_name_comes_after_the_named_of_its_day(self, community, anas, bos):
        for number in range(5):
            make_voice.contribution(community, f"Nameless {number}")
        make_voice.contribution(community, "Named", by=bos)
        first = queries.page(anas, wanted=queries.Wanted(), number=None)[0]
        assert first.contribution.words == "Named"

    def test_whoever_left_has_no_name(self, community, anas):
        said = make_voice.contribution(community, is_anonymous=False)
        rows = queries.page(anas, wanted=queries.Wanted(), number=None)
        assert (rows[0].contribution, rows[0].who) == (said, "Somebody who left")


class TestWords:
    def test_the_most_asked_stands_first_and_a_room_sees_its_own(self, community, meeting):
        make_voice.word(community, "ICB", asked=1, meeting=meeting)
        make_voice.word(community, "PROM", asked=4)
        make_voice.word(community, "QALY", meeting=meeting, term=make.term(community, "QALY"))
        make_voice.word(community, "Mr Smith", meeting=meeting, state="dropped")
        assert [word.word for word in words.to_explain(community)] == ["PROM", "ICB"]
        assert [word.word for word in words.of_meeting(meeting)] == ["ICB", "QALY"]
        assert [word.word for word in words.explained_page(community, number=None)] == ["QALY"]
        assert [word.word for word in words.put_aside(community)] == ["Mr Smith"]


def test_meetings_that_are_cancelled_are_not_offered(community, bos):
    make.meeting(community, "Cancelled", phase=Phase.CANCELLED)
    held = make.meeting(community, "Held", phase=Phase.HELD)
    assert saying.meetings_offered(bos) == [held]


def test_a_paused_member_reads_and_does_not_write(community, bo, bos):
    bos.standing = Standing.PAUSED
    bos.save()
    client = Client()
    client.force_login(bo)
    assert client.get("/communities/hips/voices/").status_code == 200
    assert client.get("/communities/hips/voices/new/").status_code == 403
    said = make_voice.contribution(community)
    assert client.post(f"/contributions/{said.pk}/support/").status_code == 403
