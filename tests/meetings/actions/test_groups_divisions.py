"""Dividing people, by wishes, by lot and by hand."""

import pytest

from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.kernel.work import do_one_task
from mindlines.meetings.actions import divisions as actions
from mindlines.meetings.actions import rounds, wishes
from mindlines.meetings.choices import DivisionOrigin, Phase, WishKind
from mindlines.meetings.models import Division, Participant, Round, Seat
from mindlines.meetings.queries import groups, participants
from mindlines.meetings.queries import rounds as queries
from mindlines.meetings.queries.trouble import trouble
from tests import make

pytestmark = [pytest.mark.usefixtures("in_november")]


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 0.1)
    monkeypatch.setattr(actions, "IN_THE_WORKSHOP", 0.1)


def seated(division):
    """Names by group."""
    found = {}
    for seat in division.seats.select_related("group", "participant__membership__person"):
        found.setdefault(seat.group.number, set()).add(seat.participant.name)
    return found


def test_every_wish_holds_in_what_is_divided(crowd, ana):
    lay = crowd.meeting.community.constituencies.get(name="Lay members")
    people = {one.name: one for one in participants.present(crowd)}
    wishes.make_usual(crowd)
    wishes.wish_about_people(crowd, kind=WishKind.APART, people=[people["Bo Berg"], people["Lay 0"]])
    wishes.wish_about_people(crowd, kind=WishKind.TOGETHER, people=[people["Bo Berg"], people["Clinician 4"]])
    division = actions.divide(crowd, by=ana, key="one")
    assert (division.letter, division.origin, division.group_count) == ("A", DivisionOrigin.DIVIDED, 3)
    for names in seated(division).values():
        assert len(names) == 4
        assert len([name for name in names if name.startswith("Support")]) == 1
        assert len([name for name in names if name.startswith(("Lay", "Bo"))]) in (0, 2)
        assert not {"Bo Berg", "Lay 0"} <= names
        assert ("Bo Berg" in names) == ("Clinician 4" in names)
    assert lay.is_lay


def test_the_button_pressed_twice_divides_once_and_again_gives_another_letter(crowd, ana):
    first = actions.divide(crowd, by=ana, key="one")
    assert actions.divide(crowd, by=ana, key="one") == first
    assert actions.begin_by_hand(crowd, by=ana, key="one") == first
    assert actions.divide(crowd, by=ana, key="two").letter == "B"


def test_shuffling_keeps_sizes_and_rooms_only(crowd, ana):
    wishes.make_usual(crowd)
    one = crowd.participants.get(membership__person__name="Lay 1")
    Participant.objects.filter(pk=one.pk).update(needs_step_free=True)
    crowd.groups.filter(number__in=(1, 2)).update(is_step_free=False)
    division = actions.shuffle(crowd, by=ana, key="")
    assert division.origin == DivisionOrigin.SHUFFLED
    assert "Lay 1" in seated(division)[3]


def test_by_hand_nobody_is_placed_yet(crowd, ana):
    division = actions.begin_by_hand(crowd, by=ana, key="")
    assert division.seats.filter(group=None).count() == 12
    assert division.group_count == 3


@pytest.mark.parametrize("deed", [actions.divide, actions.shuffle, actions.begin_by_hand])
def test_one_person_cannot_be_divided_and_groups_need_people(meeting, ana, bos, deed):
    work = make.work(meeting, group_count=3)
    make.there(work, bos)
    with pytest.raises(Refused, match="Fewer than two"):
        deed(work, by=ana, key="")
    make.there(work)
    with pytest.raises(Refused, match="more groups than people"):
        deed(work, by=ana, key="")


def test_wishes_that_cannot_hold_change_nothing_and_say_so(crowd, ana):
    lay = crowd.meeting.community.constituencies.get(name="Lay members")
    wish = wishes.wish_for_number(crowd, kind=WishKind.AT_LEAST, group=lay, count=2)
    assert actions.divide(crowd, by=ana, key="") is None
    crowd.refresh_from_db()
    assert crowd.trouble["wishes"] == [wish.pk]
    assert not Division.objects.exists()
    wishes.drop(crowd, wish=wish.pk)
    assert actions.divide(crowd, by=ana, key="") is not None


# The worker closes connections between tasks, which a test inside one transaction would not survive.
@pytest.mark.django_db(transaction=True)
def test_very_many_people_are_divided_in_the_workshop(crowd, ana, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 10)
    assert actions.divide(crowd, by=ana, key="one") is None
    crowd.refresh_from_db()
    assert queries.is_dividing(crowd)
    assert actions.divide(crowd, by=ana, key="one") is None
    do_one_task()
    do_one_task()
    crowd.refresh_from_db()
    assert not queries.is_dividing(crowd)
    assert Division.objects.get().seats.count() == 12
    assert actions.divide(crowd, by=ana, key="one") == Division.objects.get()


def test_the_workshop_leaves_a_round_alone_that_is_gone_or_done(crowd, ana, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 10)
    actions.divide_many.func(crowd.pk, by=ana.pk, key="one", origin="divided")
    actions.divide_many.func(0, by=ana.pk, key="one", origin="divided")
    assert not Division.objects.exists()
    Round.objects.update(dividing_since=now())
    actions.divide_many.func(crowd.pk, by=0, key="one", origin="divided")
    assert not Division.objects.exists()
    assert Round.objects.get().dividing_since is None


def test_whoever_waits_hears_that_dividing_failed(crowd, ana):
    alone = crowd.participants.first()
    crowd.participants.exclude(pk=alone.pk).update(is_present=False)
    Round.objects.update(dividing_since=now())
    with pytest.raises(ValueError, match="alone"):
        actions.divide_many.func(crowd.pk, by=ana.pk, key="one", origin="divided")
    work = Round.objects.get()
    assert work.dividing_since is None
    assert trouble(groups.asked(work)).has_failed


def test_the_division_in_use_cannot_be_removed(crowd, ana):
    one, other = (make.division(crowd, participants.present(crowd)) for _time in range(2))
    rounds.choose(one, by=ana)
    with pytest.raises(Refused, match="in use"):
        actions.remove(one)
    actions.remove(other)
    actions.remove(other)
    assert list(Division.objects.all()) == [one]


def test_there_are_at_most_as_many_divisions_as_letters(crowd, ana):
    for _number in range(26):
        last = make.division(crowd)
    assert last.letter == "Z"
    assert Division(number=28).letter == "AB"
    for deed in (actions.begin_by_hand, actions.divide):
        with pytest.raises(Refused, match="many divisions"):
            deed(crowd, by=ana, key="")


def test_the_workshop_is_not_asked_when_there_are_too_many_divisions(crowd, ana, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(actions, "MOST_DIVISIONS", 1)
    make.division(crowd)
    with pytest.raises(Refused, match="many divisions"):
        actions.divide(crowd, by=ana, key="")
    assert Round.objects.get().dividing_since is None


def test_people_who_come_while_the_workshop_waits_have_a_group_too(crowd, ana, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 10)
    actions.divide(crowd, by=ana, key="one")
    for _number in range(4):
        make.there(crowd)
    actions.divide_many.func(crowd.pk, by=ana.pk, key="one", origin="divided")
    assert sorted(len(names) for names in seated(Division.objects.get()).values()) == [4, 4, 4, 4]


def test_people_online_sit_together_and_nobody_else_with_them(crowd, ana):
    people = participants.present(crowd)
    Participant.objects.filter(pk__in=[one.pk for one in people[:4]]).update(is_online=True, needs_step_free=True)
    division = actions.divide(crowd, by=ana, key="")
    online = crowd.groups.get(is_online=True)
    assert seated(division)[online.number] == {one.name for one in people[:4]}


def test_people_meet_others_than_in_earlier_meetings(community, ana):
    members = [make.membership(community) for _number in range(4)]
    before = make.meeting(community, "Autumn", starts_at=make.A_WEDNESDAY.replace(month=9), phase=Phase.HELD)
    make.small_groups(before, members[:2], members[2:])
    work = make.work(make.meeting(community), size=2)
    for member in members:
        make.there(work, member)
    wishes.wish(work, kind=WishKind.MEET_NEW)
    division = actions.divide(work, by=ana, key="")
    together = {frozenset(row) for row in by_group(division)}
    assert frozenset({members[0].pk, members[1].pk}) not in together
    assert groups.past(work) == ((tuple(one.pk for one in members[:2]), tuple(one.pk for one in members[2:])),)


def by_group(division):
    found = {}
    for group, member in Seat.objects.filter(division=division).values_list("group", "participant__membership"):
        found.setdefault(group, []).append(member)
    return found.values()


def test_two_presses_at_the_same_moment_write_one_division(crowd, ana):
    asked = groups.asked(crowd)
    outcome = actions.measures.divide(asked, groups=3, effort=actions.measures.Effort(seconds=0.1))
    kept = {"by": ana, "key": "one", "origin": DivisionOrigin.DIVIDED, "outcome": outcome}
    assert actions._written(crowd, **kept) == actions._written(crowd, **kept)
    assert Division.objects.count() == 1
