"""Preparing work in small groups."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from mindlines.communities.choices import ConstituencyKind, Standing
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import participants, rounds, wishes
from mindlines.meetings.choices import ONCE_EACH, ParticipantSource, Phase, Presence, ReplyMode, WishKind
from mindlines.meetings.models import Attendance, Participant, Reply, Round, Wish
from mindlines.meetings.queries import participants as queries
from mindlines.people.choices import Need
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")

WORDS = rounds.Words(title="What helps?", size=3)


def names(work):
    return [one.name for one in queries.present(work)]


def replies(meeting, membership, mode):
    return Reply.objects.create(meeting=meeting, membership=membership, mode=mode)


def test_who_said_yes_is_there_with_what_they_need(meeting, ana, anas, bos):
    bos.person.needs.create(need=Need.STEP_FREE)
    replies(meeting, anas, ReplyMode.ONLINE)
    replies(meeting, bos, ReplyMode.ROOM)
    replies(meeting, make.membership(meeting.community), ReplyMode.CANNOT)
    work = rounds.plan(meeting, by=ana, words=WORDS)
    one, other = queries.present(work)
    assert (one.membership, one.is_online, one.is_facilitator, one.needs_step_free) == (anas, True, True, False)
    assert (other.membership, other.is_online, other.is_facilitator, other.needs_step_free) == (bos, False, False, True)
    assert other.source == ParticipantSource.REPLY


def test_once_attendance_is_taken_it_says_who_is_there(meeting, ana, anas, bos):
    replies(meeting, anas, ReplyMode.ROOM)
    Attendance.objects.create(meeting=meeting, membership=bos, presence=Presence.PHONE)
    Attendance.objects.create(meeting=meeting, guest="Gail", presence=Presence.ROOM)
    by_proxy = make.membership(meeting.community)
    Attendance.objects.create(meeting=meeting, membership=by_proxy, presence=Presence.PROXY)
    work = rounds.plan(meeting, by=ana, words=WORDS)
    (only,) = queries.present(work)
    assert (only.membership, only.is_online, only.source) == (bos, True, ParticipantSource.ATTENDANCE)


def test_a_round_begins_with_the_usual_wishes(meeting, ana, community):
    carers = make.constituency(community, "Carers", kind=ConstituencyKind.LAY)
    work = rounds.plan(meeting, by=ana, words=WORDS)
    kinds = list(work.wishes.values_list("kind", flat=True))
    assert kinds == [*ONCE_EACH, WishKind.NOT_ALONE, WishKind.NOT_ALONE]
    protected = list(work.wishes.filter(kind=WishKind.NOT_ALONE).values_list("constituency__name", "count"))
    assert protected == [("Lay members", 2), (carers.name, 2)]


def test_the_same_form_sent_twice_makes_one_round(meeting, ana):
    first = rounds.plan(meeting, by=ana, words=WORDS, key="one")
    assert rounds.plan(meeting, by=ana, words=WORDS, key="one") == first
    second = rounds.plan(meeting, by=ana, words=WORDS, key="two")
    assert (second.position, Round.objects.count()) == (first.position + 1, 2)


def test_the_key_of_another_meeting_does_not_bring_its_round_here(meeting, ana, community):
    elsewhere = rounds.plan(make.meeting(community, "Spring"), by=ana, words=WORDS, key="one")
    assert rounds.plan(meeting, by=ana, words=WORDS, key="one") != elsewhere


def test_when_some_are_online_the_last_groups_meet_online(crowd):
    Participant.objects.filter(pk__in=queries_of(crowd, 4)).update(is_online=True)
    rounds.change(crowd, words=WORDS)
    assert list(crowd.groups.values_list("is_online", flat=True)) == [False, False, False, True]
    rounds.furnish(crowd, rooms=[rounds.Room(number=1, is_online=True), rounds.Room(number=4, name="Oak", place="Up")])
    rounds.change(crowd, words=WORDS)
    assert list(crowd.groups.values_list("is_online", flat=True)) == [True, False, False, False]
    assert str(crowd.groups.get(number=4)) == "Oak"


def queries_of(work, count):
    return [one.pk for one in queries.present(work)[:count]]


def test_groups_of_a_meeting_that_is_over_stay_as_they_were(crowd, ana):
    crowd.meeting.phase = Phase.HELD
    crowd.meeting.save()
    for deed in (
        lambda: rounds.plan(crowd.meeting, by=ana, words=WORDS),
        lambda: rounds.change(crowd, words=WORDS),
        lambda: rounds.remove(crowd),
        lambda: participants.tick_nobody(crowd),
        lambda: wishes.drop(crowd, wish=1),
    ):
        with pytest.raises(Refused, match="over or cancelled"):
            deed()


def test_a_round_that_somebody_removed_is_gone(crowd):
    rounds.remove(crowd)
    rounds.remove(crowd)
    with pytest.raises(Refused, match="removed this round"):
        rounds.change(crowd, words=WORDS)


def test_choosing_leaves_one_line_in_the_record_and_names_nobody(crowd, ana):
    division = make.division(crowd, queries.present(crowd))
    rounds.choose(division, by=ana)
    rounds.choose(division, by=ana)
    (line,) = crowd.meeting.community.record.filter(verb="chose-groups")
    assert (line.actor, line.words, line.about) == (ana, crowd.meeting.title, None)


def test_groups_are_chosen_once_everybody_has_a_place(crowd, ana):
    division = make.division(crowd, queries.present(crowd)[:5])
    division.seats.create(participant=queries.present(crowd)[5])
    with pytest.raises(Refused, match="no group yet"):
        rounds.choose(division, by=ana)


def test_somebody_who_came_after_the_groups_were_made_needs_a_place_before_they_are_chosen(crowd, ana):
    division = make.division(crowd, queries.present(crowd))
    late = make.there(crowd)
    with pytest.raises(Refused, match="no group yet"):
        rounds.choose(division, by=ana)
    participants.leave(crowd, participant=late.pk)
    rounds.choose(division, by=ana)


def test_a_member_who_left_the_community_is_not_ticked_with_everybody(crowd, bos):
    crowd.participants.filter(membership=bos).update(is_present=False)
    bos.standing, bos.left_on = Standing.LEFT, timezone.localdate()
    bos.save()
    participants.tick_everybody(crowd)
    assert bos.name not in names(crowd)


def test_a_wish_names_nobody_of_another_round(crowd, meeting):
    strangers = [make.there(make.work(meeting)) for _number in range(2)]
    with pytest.raises(Refused, match="at least two people"):
        wishes.wish_about_people(crowd, kind=WishKind.APART, people=strangers)


def test_members_see_groups_only_after_some_are_chosen(crowd, ana):
    with pytest.raises(Refused, match="Choose a division first"):
        rounds.show(crowd)
    rounds.choose(make.division(crowd, queries.present(crowd)), by=ana)
    rounds.show(crowd)
    rounds.show(crowd)
    crowd.refresh_from_db()
    assert crowd.shown_at is not None
    rounds.hide(crowd)
    crowd.refresh_from_db()
    assert crowd.shown_at is None


def test_thirty_days_after_a_meeting_needs_and_wishes_about_people_are_forgotten(crowd):
    one, other = queries.present(crowd)[:2]
    Participant.objects.filter(pk=one.pk).update(needs_step_free=True)
    wishes.wish_about_people(crowd, kind=WishKind.APART, people=[one, other])
    wishes.wish(crowd, kind=WishKind.MEET_NEW)
    for day, left in ((7, 2), (9, 1)):
        with time_machine.travel(datetime(2027, 1, day, tzinfo=UTC)):
            rounds.forget_needs_and_wishes()
        assert Wish.objects.count() == left
    assert not Participant.objects.filter(needs_step_free=True).exists()


def test_ticks_of_one_page_leave_the_others_alone(crowd, bos, anas):
    before = len(names(crowd))
    ticks = participants.Ticks(
        shown=[bos.pk, anas.pk], is_present=[anas.pk], is_facilitator=[anas.pk], is_late=[bos.pk]
    )
    participants.tick(crowd, ticks=ticks)
    participants.tick(crowd, ticks=ticks)
    assert "Bo Berg" not in names(crowd)
    assert "Ana Alvarez" in names(crowd)
    assert len(names(crowd)) == before
    assert crowd.participants.get(membership=bos).is_late


def test_somebody_of_another_community_cannot_be_ticked(crowd, chi):
    (stranger,) = chi.memberships.all()
    participants.tick(crowd, ticks=participants.Ticks(shown=[stranger.pk], is_present=[stranger.pk]))
    assert "Chi Chan" not in names(crowd)


def test_many_ticks_at_once(crowd, bos, anas):
    replies(crowd.meeting, anas, ReplyMode.ROOM)
    make.membership(crowd.meeting.community, make.person("Gone"), standing=Standing.LEFT, left_on=make.soon())
    anas.person.needs.create(need=Need.STEP_FREE)
    assert queries.drift(crowd) == queries.Drift(newcomers=1, absentees=0)
    assert participants.bring_expected(crowd) == 1
    participants.tick_nobody(crowd)
    assert participants.bring_expected(crowd) == 0
    assert names(crowd) == []
    participants.begin_again(crowd)
    assert names(crowd) == ["Ana Alvarez"]
    participants.tick_everybody(crowd)
    assert len(names(crowd)) == 13


def test_who_has_not_come_after_all_is_noticed(crowd, bos, anas):
    Participant.objects.filter(membership=bos).update(source=ParticipantSource.REPLY)
    Attendance.objects.create(meeting=crowd.meeting, membership=anas, presence=Presence.ROOM)
    assert queries.drift(crowd) == queries.Drift(newcomers=1, absentees=1)


def test_every_member_can_be_ticked_with_what_they_told_us(meeting, bos):
    bos.person.needs.create(need=Need.STEP_FREE)
    work = make.work(meeting)
    participants.tick_everybody(work)
    assert work.participants.get().needs_step_free


def test_a_wish_is_there_once(crowd, community):
    one, other, third = queries.present(crowd)[:3]
    lay = community.constituencies.get(name="Lay members")
    for _time in range(2):
        wishes.wish(crowd, kind=WishKind.FACILITATOR)
        wishes.wish_about_people(crowd, kind=WishKind.APART, people=[one, other])
        wishes.wish_about_people(crowd, kind=WishKind.APART, people=[other, third])
        wishes.wish_for_number(crowd, kind=WishKind.AT_LEAST, group=lay, count=1)
    wishes.wish_for_number(crowd, kind=WishKind.AT_LEAST, group=lay, count=2)
    assert crowd.wishes.count() == 4
    assert crowd.wishes.get(kind=WishKind.AT_LEAST).count == 2
    with pytest.raises(Refused, match="at least two"):
        wishes.wish_about_people(crowd, kind=WishKind.TOGETHER, people=[one, one])


def test_the_database_knows_a_wish_once_and_of_whom_it_counts(crowd, community):
    lay = community.constituencies.get(name="Lay members")
    crowd.wishes.create(kind=WishKind.MEET_NEW)
    crowd.wishes.create(kind=WishKind.AT_LEAST, constituency=lay)
    for again in ({"kind": WishKind.MEET_NEW}, {"kind": WishKind.AT_LEAST, "constituency": lay}):
        with pytest.raises(IntegrityError, match=r"(?i)unique"), transaction.atomic():
            crowd.wishes.create(**again)
    for wrong in ({"kind": WishKind.AT_MOST}, {"kind": WishKind.APART, "constituency": lay}):
        with pytest.raises(IntegrityError, match="names_a_constituency"), transaction.atomic():
            crowd.wishes.create(**wrong)


def test_a_change_makes_the_last_trouble_out_of_date(crowd):
    Round.objects.update(trouble={"wishes": [], "rooms": [], "locked": [], "is_size": True, "groups": 3})
    made = wishes.wish(crowd, kind=WishKind.MEET_NEW)
    crowd.refresh_from_db()
    assert crowd.trouble == {}
    wishes.drop(crowd, wish=made.pk)
    wishes.drop(crowd, wish=made.pk)
    assert not crowd.wishes.exists()
