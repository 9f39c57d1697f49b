"""Saying something, and what is done with it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache

from mindlines.communication.models import Message
from mindlines.communities.models import Membership, SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase, PointKind, Presence
from mindlines.meetings.models import Attendance, Point
from mindlines.voice.actions import contributions as actions
from mindlines.voice.actions import flood
from mindlines.voice.actions.contributions import Said
from mindlines.voice.choices import Audience, ContributionKind, Origin, Showing, Uptake
from tests import make, make_voice

TODAY = make.A_WEDNESDAY.date()
LEAFLET = "Who reads the leaflet?"


@pytest.fixture(autouse=True)
def on_a_wednesday():
    cache.clear()
    with time_machine.travel(make.A_WEDNESDAY, tick=False):
        yield


def asked(**more) -> Said:
    return Said(**{"words": LEAFLET, "kind": ContributionKind.QUESTION} | more)


def there(meeting, members) -> None:
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, membership=member, presence=Presence.ROOM) for member in members
    )


class TestSaying:
    def test_a_member_says_something_with_their_name_and_group(self, community, bos):
        said = actions.say(asked(), to=community, by=bos)
        assert (said.membership, said.constituency, said.made_at) == (bos, bos.constituency, now())
        assert (said.showing, said.audience, said.origin) == (Showing.SHOWN, Audience.EVERYONE, Origin.BETWEEN)

    def test_the_same_form_sent_twice_says_it_once(self, community, bos):
        once = actions.say(asked(key="one-form"), to=community, by=bos)
        assert actions.say(asked(key="one-form"), to=community, by=bos) == once
        assert community.contributions.count() == 1

    def test_a_form_of_another_community_is_refused(self, community, neighbours, bos):
        actions.say(asked(key="one-form"), to=community, by=bos)
        with pytest.raises(Refused, match="Load the page again"):
            actions.say(asked(key="one-form"), to=neighbours, by=make.membership(neighbours))

    def test_nothing_is_not_something(self, community, bos):
        with pytest.raises(Refused, match="Write down what you want to say"):
            actions.say(asked(words="  "), to=community, by=bos)

    def test_what_has_no_name_has_no_person_and_no_time_of_day(self, community, bos):
        said = actions.say(asked(is_anonymous=True, mark="m"), to=community, by=bos)
        said.refresh_from_db()
        assert (said.membership, said.entered_by, said.made_at, said.constituency) == (None, None, None, None)
        assert (said.made_on, said.mark) == (TODAY, "m")
        assert not community.record.exists()

    def test_the_day_is_the_community_s_and_not_the_one_of_a_member_abroad(self, community, bos):
        with time_machine.travel(make.A_WEDNESDAY.replace(hour=23, minute=30), tick=False):
            community.time_zone = "Pacific/Auckland"
            said = actions.say(asked(is_anonymous=True), to=community, by=bos)
        assert said.made_on == TODAY + timedelta(days=1)

    def test_a_group_is_counted_once_five_could_have_said_it(self, community, bos):
        make_voice.crowd(community, 4)
        said = actions.say(asked(is_anonymous=True), to=community, by=bos)
        assert said.constituency == bos.constituency

    def test_in_a_meeting_only_those_who_are_there_count(self, community, meeting, bos):
        others = make_voice.crowd(community, 6)
        there(meeting, [bos, *others[:3]])
        first = actions.say(asked(is_anonymous=True, origin=Origin.LIVE), to=community, by=bos, meeting=meeting)
        there(meeting, others[3:])
        second = actions.say(asked(is_anonymous=True, origin=Origin.LIVE), to=community, by=bos, meeting=meeting)
        assert (first.constituency, second.constituency) == (None, bos.constituency)

    def test_about_a_meeting_that_was_held_those_who_were_there_count(self, community, bos):
        held = make.meeting(community, phase=Phase.HELD)
        make_voice.crowd(community, 6)
        said = actions.say(asked(is_anonymous=True), to=community, by=bos, meeting=held)
        assert said.constituency is None

    def test_a_visitor_of_a_meeting_never_has_a_name(self, community, meeting):
        said = actions.say(asked(origin=Origin.LIVE), to=community, by=None, meeting=meeting)
        assert (said.is_anonymous, said.membership, said.constituency) == (True, None, None)

    def test_it_can_wait_until_a_facilitator_has_read_it(self, community, bos):
        said = actions.say(asked(), to=community, by=bos, waits=True)
        assert said.showing == Showing.WAITING

    def test_others_without_a_name_are_written_anew_with_it(self, community, bos):
        earlier = make_voice.contribution(community, "Earlier")
        actions.say(asked(is_anonymous=True), to=community, by=bos)
        earlier.refresh_from_db()
        assert earlier.words == "Earlier"


class TestRepliesOwed:
    def test_a_lay_member_is_owed_a_reply_within_two_weeks(self, community, bos):
        assert actions.say(asked(), to=community, by=bos).reply_due == TODAY + timedelta(days=14)

    def test_of_a_meeting_to_come_the_two_weeks_begin_after_it(self, community, bos):
        later = make.meeting(community, starts_at=make.A_WEDNESDAY + timedelta(days=10))
        said = actions.say(asked(), to=community, by=bos, meeting=later)
        assert said.reply_due == TODAY + timedelta(days=24)

    def test_of_a_meeting_long_ago_they_begin_today(self, community, bos):
        held = make.meeting(community, starts_at=make.A_WEDNESDAY - timedelta(days=90), phase=Phase.HELD)
        assert actions.say(asked(), to=community, by=bos, meeting=held).reply_due == TODAY + timedelta(days=14)

    def test_nobody_else_is_owed_one_by_a_day(self, community, anas):
        assert actions.say(asked(), to=community, by=anas).reply_due is None

    def test_where_the_group_is_not_known_a_day_does_not_tell_it(self, community, anas, bos):
        of_ana = actions.say(asked(is_anonymous=True), to=community, by=anas)
        of_bo = actions.say(asked(is_anonymous=True), to=community, by=bos)
        assert of_ana.reply_due == of_bo.reply_due == TODAY + timedelta(days=14)


class TestSlowingDown:
    def test_seven_in_a_minute_are_too_many(self, community, bos):
        for _number in range(flood.MOST_OF_ONE):
            actions.say(asked(), to=community, by=bos)
        with pytest.raises(Refused, match="wait a minute"):
            actions.say(asked(), to=community, by=bos)
        assert community.contributions.count() == flood.MOST_OF_ONE

    def test_somebody_else_is_not_held_up(self, community, anas, bos):
        for _number in range(flood.MOST_OF_ONE):
            actions.say(asked(), to=community, by=bos)
        assert actions.say(asked(), to=community, by=anas)

    def test_visitors_are_counted_together(self, community, meeting, monkeypatch):
        monkeypatch.setattr(flood, "MOST_OF_VISITORS", 2)
        for _number in range(2):
            actions.say(asked(), to=community, by=None, meeting=meeting)
        with pytest.raises(Refused, match="wait a minute"):
            actions.say(asked(), to=community, by=None, meeting=meeting)
        assert actions.say(asked(), to=community, by=None)

    def test_the_minute_may_end_while_we_count(self, community, bos, monkeypatch):
        monkeypatch.setattr(flood, "A_MINUTE", 0)
        assert actions.say(asked(), to=community, by=bos)


class TestWritingDown:
    def test_it_says_for_whom_by_whom_and_how_it_came(self, community, ana, bos):
        said = actions.write_down(asked(origin=Origin.POST), of=bos, by=ana)
        assert (said.membership, said.entered_by, said.origin) == (bos, ana, Origin.POST)
        assert said.reply_due == TODAY + timedelta(days=14)
        line = community.record.get()
        assert (line.actor, line.about, line.words) == (ana, bos.person, "")

    def test_without_a_name_nothing_says_who_wrote_it_down(self, community, ana, bos):
        said = actions.write_down(asked(origin=Origin.PHONE, is_anonymous=True), of=bos, by=ana)
        assert (said.membership, said.entered_by, said.made_at) == (None, None, None)
        assert not community.record.exists()

    def test_twice_is_once(self, ana, bos):
        once = actions.write_down(asked(origin=Origin.POST, key="a-form"), of=bos, by=ana)
        assert actions.write_down(asked(origin=Origin.POST, key="a-form"), of=bos, by=ana) == once

    def test_nobody_types_for_somebody_else_as_if_they_were_them(self, ana, bos):
        with pytest.raises(Refused, match="Choose how it reached you"):
            actions.write_down(asked(origin=Origin.BETWEEN), of=bos, by=ana)


class TestAnswering:
    def test_the_member_is_told(self, community, ana, bo, bos):
        said = make_voice.contribution(community, LEAFLET, by=bos)
        actions.answer(said, by=ana, uptake=Uptake.ADAPTED, reply="We changed the first page.")
        said.refresh_from_db()
        assert (said.uptake, said.reply, said.replied_on, said.replied_by) == (
            Uptake.ADAPTED,
            "We changed the first page.",
            TODAY,
            ana,
        )
        message = Message.objects.get(person=bo)
        assert "We changed the first page." in message.words
        assert f"/contributions/{said.pk}/" in message.words

    def test_the_same_answer_again_tells_nobody_twice(self, community, ana, bos):
        said = make_voice.contribution(community, by=bos)
        for _number in range(2):
            actions.answer(said, by=ana, uptake=Uptake.ANSWERED, reply="Yes.")
        assert (Message.objects.count(), community.record.count()) == (1, 1)

    def test_an_answer_given_aloud_needs_no_words_and_no_mail(self, community, ana, bos):
        said = make_voice.contribution(community, by=bos)
        actions.answer(said, by=ana, uptake=Uptake.ANSWERED)
        assert not Message.objects.exists()

    def test_parking_needs_a_reason(self, community, ana, bos):
        said = make_voice.contribution(community, by=bos)
        with pytest.raises(Refused, match="why it is parked"):
            actions.answer(said, by=ana, uptake=Uptake.PARKED, reply=" ")

    def test_what_became_of_it_is_one_of_five(self, community, ana, bos):
        said = make_voice.contribution(community, by=bos)
        with pytest.raises(Refused, match="Choose what became of it"):
            actions.answer(said, by=ana, uptake=Uptake.UNANSWERED)

    def test_nobody_is_told_who_has_no_name_who_left_or_who_answers_themselves(self, community, ana, anas, bos):
        nameless, own = make_voice.contribution(community), make_voice.contribution(community, by=anas)
        of_bo = make_voice.contribution(community, by=bos)
        Membership.objects.filter(pk=bos.pk).update(standing="left", left_on=TODAY)
        for said in (nameless, own, of_bo):
            actions.answer(said, by=ana, uptake=Uptake.ANSWERED, reply="Yes.")
        assert not Message.objects.exists()

    def test_an_answer_can_be_taken_back(self, community, ana, bos):
        said = make_voice.contribution(community, by=bos)
        actions.answer(said, by=ana, uptake=Uptake.ANSWERED, reply="Yes.")
        for _number in range(2):
            actions.reopen(said, by=ana)
        said.refresh_from_db()
        assert (said.uptake, said.reply, said.replied_on, said.replied_by) == (Uptake.UNANSWERED, "", None, None)
        assert [line.verb for line in community.record.all()] == ["took-back-an-answer", "answered-what-was-said"]


class TestHiding:
    def test_it_is_out_of_sight_with_a_reason_and_can_be_shown_again(self, community, ana, bos):
        said = make_voice.contribution(community, by=bos)
        actions.hide(said, by=ana, because="It names a patient.")
        said.refresh_from_db()
        assert (said.showing, said.hidden_because) == (Showing.HIDDEN, "It names a patient.")
        for _number in range(2):
            actions.show(said, by=ana)
        said.refresh_from_db()
        assert (said.showing, said.hidden_because) == (Showing.SHOWN, "")
        assert community.record.count() == 2

    def test_nothing_is_hidden_without_a_reason(self, community, ana):
        with pytest.raises(Refused, match="why you hide it"):
            actions.hide(make_voice.contribution(community), by=ana, because=" ")

    def test_what_was_joined_is_taken_apart_first(self, community, ana):
        one, other = make_voice.contribution(community), make_voice.contribution(community)
        actions.merge(one, into=other, by=ana)
        with pytest.raises(Refused, match="apart first"):
            actions.hide(one, by=ana, because="It names a patient.")


class TestJoining:
    def test_one_reply_answers_all_that_say_the_same(self, community, ana, bo, bos):
        of_bo = make_voice.contribution(community, by=bos)
        deeper, other = make_voice.contribution(community), make_voice.contribution(community)
        actions.merge(of_bo, into=deeper, by=ana)
        actions.merge(deeper, into=other, by=ana)
        actions.answer(other, by=ana, uptake=Uptake.ADOPTED, reply="There are more places now.")
        assert set(other.merged_from.values_list("uptake", flat=True)) == {Uptake.ADOPTED}
        assert other.merged_from.count() == 2
        assert Message.objects.get().person == bo

    def test_the_earliest_day_of_a_reply_holds(self, community, ana):
        early = make_voice.contribution(community, reply_due=TODAY)
        late = make_voice.contribution(community, reply_due=TODAY + timedelta(days=9))
        for _number in range(2):
            actions.merge(early, into=late, by=ana)
        late.refresh_from_db()
        assert late.reply_due == TODAY

    def test_who_comes_late_gets_the_reply_that_was_given(self, community, ana, bo, bos):
        answered = make_voice.contribution(community, uptake=Uptake.PARKED, reply="Next year.")
        of_bo = make_voice.contribution(community, by=bos)
        actions.merge(of_bo, into=answered, by=ana)
        of_bo.refresh_from_db()
        assert (of_bo.uptake, of_bo.reply, Message.objects.get().person) == (Uptake.PARKED, "Next year.", bo)

    def test_the_one_that_was_joined_is_answered_through_the_other(self, community, ana):
        one, other = make_voice.contribution(community), make_voice.contribution(community)
        actions.merge(one, into=other, by=ana)
        with pytest.raises(Refused, match="Answer that one"):
            actions.answer(one, by=ana, uptake=Uptake.ANSWERED, reply="Yes.")
        actions.reopen(one, by=ana)

    def test_it_is_taken_apart_again(self, community, ana):
        one, other = make_voice.contribution(community), make_voice.contribution(community)
        actions.merge(one, into=other, by=ana)
        actions.show(one, by=ana)
        one.refresh_from_db()
        assert (one.showing, one.merged_into) == (Showing.SHOWN, None)

    def test_some_cannot_be_joined(self, community, neighbours, ana):
        one = make_voice.contribution(community)
        private = make_voice.contribution(community, audience=Audience.FACILITATORS)
        hidden = make_voice.contribution(community, showing=Showing.HIDDEN)
        for other in (one, private, hidden, make_voice.contribution(neighbours)):
            with pytest.raises(Refused):
                actions.merge(one, into=other, by=ana)
        actions.merge(private, into=one, by=ana)


class TestCarryingToTheNotes:
    def test_a_question_stands_in_the_notes_with_whoever_asked(self, community, meeting, ana, bos):
        said = make_voice.contribution(community, LEAFLET, by=bos, meeting=meeting, kind=ContributionKind.QUESTION)
        item = make.item(meeting)
        point = actions.carry(said, by=ana, item=item)
        assert (point.kind, point.words, point.raised_by, point.item) == (PointKind.QUESTION, LEAFLET, bos, item)
        assert actions.carry(said, by=ana, item=None) == point
        assert Point.objects.count() == 1

    def test_a_story_becomes_a_point_of_the_meeting_as_a_whole(self, community, meeting, ana):
        said = make_voice.contribution(community, "x" * 1500, meeting=meeting, kind=ContributionKind.STORY)
        point = actions.carry(said, by=ana, item=None)
        assert (point.kind, point.item, point.raised_by, len(point.words)) == (PointKind.POINT, None, None, 1000)

    def test_without_a_meeting_there_are_no_notes(self, community, ana):
        with pytest.raises(Refused, match="belongs to no meeting"):
            actions.carry(make_voice.contribution(community), by=ana, item=None)

    def test_what_not_everyone_can_read_stays_out_of_the_notes(self, community, meeting, ana):
        for more in ({"audience": Audience.FACILITATORS}, {"showing": Showing.HIDDEN}):
            said = make_voice.contribution(community, meeting=meeting, **more)
            with pytest.raises(Refused, match="not everyone can read"):
                actions.carry(said, by=ana, item=None)


class TestFinding:
    def test_what_everyone_can_read_is_found_and_forgotten_when_hidden(self, community, ana, bos):
        said = actions.say(asked(), to=community, by=bos)
        assert SearchEntry.objects.get().title == LEAFLET
        actions.hide(said, by=ana, because="It names a patient.")
        assert not SearchEntry.objects.exists()

    def test_what_only_facilitators_read_is_not_found(self, community, bos):
        actions.say(asked(audience=Audience.FACILITATORS), to=community, by=bos)
        assert not SearchEntry.objects.exists()

    def test_a_long_one_is_found_by_its_reply_too(self, community, ana, bos):
        said = actions.say(asked(words="long " * 100), to=community, by=bos)
        actions.answer(said, by=ana, uptake=Uptake.ANSWERED, reply="Wheelchairs too.")
        entry = SearchEntry.objects.get()
        assert entry.title.endswith("…") and "Wheelchairs" in entry.words

    def test_what_has_no_name_is_entered_when_its_day_is_over(self, community, ana, bos):
        said = actions.say(asked(is_anonymous=True), to=community, by=bos)
        actions.answer(said, by=ana, uptake=Uptake.ANSWERED, reply="Yes.")
        assert not SearchEntry.objects.exists()
        with time_machine.travel(now() + timedelta(days=1)):
            assert (findable_now(), findable_now()) == (1, 0)
        assert SearchEntry.objects.get().url == f"/contributions/{said.pk}/"


def findable_now() -> int:
    from mindlines.voice.actions import findable  # noqa: PLC0415 - one test asks for it

    return findable.catch_up()


def test_the_room_hears_of_it(community, meeting, bos, django_capture_on_commit_callbacks, monkeypatch):
    from mindlines.kernel import news  # noqa: PLC0415 - as above

    heard = []
    monkeypatch.setattr(news, "_listeners", [lambda meeting, part: heard.append((meeting, part))])
    with django_capture_on_commit_callbacks(execute=True):
        actions.say(asked(), to=community, by=bos, meeting=meeting)
        actions.say(asked(), to=community, by=bos)
    assert heard == [(meeting.pk, "questions")]
