"""Moving people by hand, and taking it back."""

import pytest

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import divisions, participants, wishes
from mindlines.meetings.actions import seats as actions
from mindlines.meetings.choices import ChangeKind, WishKind
from mindlines.meetings.models import Change, Division, Participant
from mindlines.meetings.queries import groups
from mindlines.meetings.queries import participants as queries
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch):
    monkeypatch.setattr(actions, "SECONDS", 0.1)


@pytest.fixture
def people(crowd):
    return queries.present(crowd)


@pytest.fixture
def division(crowd, people):
    """Bo and the clinicians 0 to 2; clinicians 3 and 4 with lay 0 and 1; the rest."""
    return make.division(crowd, people[:4], people[4:8], people[8:])


def fresh(division):
    return Division.objects.select_related("round__meeting__community").get(pk=division.pk)


def group_of(division, person):
    return groups.seating(division).get(person.pk)


def move(division, person, *, to, by, version=None):
    now = fresh(division)
    actions.move(now, by=by, person=person.pk, to=to, version=now.version if version is None else version)


def test_somebody_moves_and_moves_back(division, people, ana):
    move(division, people[0], to=2, by=ana)
    assert group_of(division, people[0]) == 2
    actions.undo(fresh(division), change=Change.objects.get().pk)
    assert group_of(division, people[0]) == 1
    assert not Change.objects.exists()


def test_the_same_move_sent_twice_is_one(division, people, ana):
    move(division, people[0], to=2, by=ana, version=0)
    move(division, people[0], to=2, by=ana, version=0)
    assert Change.objects.count() == 1


def test_a_move_from_an_older_view_is_refused(division, people, ana):
    move(division, people[0], to=2, by=ana)
    with pytest.raises(Refused, match="These groups have changed"):
        move(division, people[1], to=3, by=ana, version=0)


def test_two_people_change_places_once_however_often_it_is_sent(division, people, ana):
    for _time in range(2):
        actions.swap(fresh(division), by=ana, person=people[0].pk, other=people[4].pk, version=0)
        assert (group_of(division, people[0]), group_of(division, people[4])) == (2, 1)
    with pytest.raises(Refused, match="These groups have changed"):
        actions.swap(fresh(division), by=ana, person=people[1].pk, other=people[5].pk, version=7)
    actions.swap(fresh(division), by=ana, person=people[0].pk, other=people[5].pk, version=1)
    assert Change.objects.count() == 1


def test_who_is_locked_is_not_moved(division, people, ana):
    actions.lock(fresh(division), person=people[0].pk, is_locked=True)
    with pytest.raises(Refused, match="locked"):
        move(division, people[0], to=2, by=ana)
    with pytest.raises(Refused, match="locked"):
        actions.swap(fresh(division), by=ana, person=people[4].pk, other=people[0].pk, version=0)
    actions.lock(fresh(division), person=people[0].pk, is_locked=False)
    move(division, people[0], to=2, by=ana)


def test_a_place_is_locked_once_there_is_one(division, people, ana):
    move(division, people[0], to=0, by=ana)
    assert group_of(division, people[0]) is None
    with pytest.raises(Refused, match="Give them a place first"):
        actions.lock(fresh(division), person=people[0].pk, is_locked=True)


def test_there_is_no_fourth_group_here_and_nobody_who_left(division, people, ana):
    with pytest.raises(Refused, match="no group of this number"):
        move(division, people[0], to=4, by=ana)
    participants.leave(division.round, participant=people[0].pk)
    with pytest.raises(Refused, match="no longer in this round"):
        move(division, people[0], to=2, by=ana)
    with pytest.raises(Refused, match="no longer in this round"):
        actions.find_place(fresh(division), by=ana, person=people[0].pk, version=0)
    participants.come_back(division.round, participant=people[0].pk)
    assert group_of(division, people[0]) == 1


def test_nobody_of_another_round_is_taken_out_or_brought_back(division, people, meeting):
    elsewhere = make.there(make.work(meeting))
    for deed in (participants.leave, participants.come_back):
        with pytest.raises(Refused, match="no longer in this round"):
            deed(division.round, participant=elsewhere.pk)
    assert Participant.objects.get(pk=elsewhere.pk).is_present


def test_a_division_that_is_gone_cannot_be_changed(division, people, ana):
    now = fresh(division)
    divisions.remove(division)
    with pytest.raises(Refused, match="removed this division"):
        actions.move(now, by=ana, person=people[0].pk, to=2, version=0)


def test_fifty_changes_can_be_undone_and_only_the_last_one_first(division, people, ana, monkeypatch):
    monkeypatch.setattr(actions, "MOST_UNDONE", 3)
    for number in range(5):
        move(division, people[0], to=2 + number % 2, by=ana)
    assert Change.objects.count() == 3
    oldest = Change.objects.last()
    actions.undo(fresh(division), change=oldest.pk)
    assert Change.objects.count() == 3
    participants_gone(people[0])
    actions.undo(fresh(division), change=Change.objects.first().pk)
    actions.undo(fresh(division), change=0)
    assert Change.objects.count() == 2


def participants_gone(person):
    Participant.objects.filter(pk=person.pk).delete()


def test_the_rest_is_divided_and_who_is_locked_stays(division, people, ana):
    wishes.wish(division.round, kind=WishKind.FACILITATOR)
    with pytest.raises(Refused, match="Nobody is locked"):
        actions.divide_rest(fresh(division), by=ana, version=0)
    actions.lock_group(fresh(division), number=1, is_locked=True)
    actions.lock(fresh(division), person=people[0].pk, is_locked=False)
    late = make.there(division.round, make.membership(division.round.meeting.community))
    assert actions.divide_rest(fresh(division), by=ana, version=0)
    assert all(group_of(division, one) == 1 for one in people[1:4])
    assert group_of(division, late)
    leaders = [group_of(division, one) for one in people if one.is_facilitator]
    assert sorted(leaders) == [1, 2, 3]
    assert Change.objects.get().kind == ChangeKind.REST
    actions.undo(fresh(division), change=Change.objects.get().pk)
    assert group_of(division, people[4]) == 2
    assert group_of(division, late) is None


def test_when_locks_and_wishes_contradict_nobody_moves(division, people, ana):
    wishes.wish_about_people(division.round, kind=WishKind.APART, people=people[:2])
    actions.lock_group(fresh(division), number=1, is_locked=True)
    before = groups.seating(division)
    assert actions.divide_rest(fresh(division), by=ana, version=0) is None
    assert groups.seating(division) == before
    assert fresh(division).round.trouble["division"] == division.pk


def test_dividing_the_rest_of_what_is_best_already_changes_nothing(crowd, people, ana):
    division = make.division(crowd, people[:6], people[6:])
    for number in (1, 2):
        actions.lock_group(fresh(division), number=number, is_locked=True)
    assert actions.divide_rest(fresh(division), by=ana, version=0) == 0
    assert not Change.objects.exists()


def test_who_comes_late_gets_a_good_place_and_nobody_else_moves(division, people, ana, community):
    lay = community.constituencies.get(name="Lay members")
    wishes.make_usual(division.round)
    late = make.there(division.round, make.membership(community, constituency=lay))
    before = groups.seating(division)
    for _time in range(2):
        actions.find_place(fresh(division), by=ana, person=late.pk, version=0)
    # The only lay member among three of the support team is alone no longer.
    assert groups.seating(division) == {**before, late.pk: 3}
    assert Change.objects.get().kind == ChangeKind.PLACE


def test_undoing_leaves_those_who_were_locked_since_where_they_are(division, people, ana):
    move(division, people[0], to=2, by=ana)
    actions.lock(fresh(division), person=people[0].pk, is_locked=True)
    with pytest.raises(Refused, match="locked"):
        actions.undo(fresh(division), change=Change.objects.get().pk)
    assert group_of(division, people[0]) == 2


def test_who_is_locked_while_the_rest_is_divided_is_not_moved(division, people, ana):
    now = fresh(division)
    wished = (tuple(one.pk for one in people[4:8]), tuple(one.pk for one in people[:4]), (people[8].pk,))
    actions.lock(fresh(division), person=people[0].pk, is_locked=True)
    with pytest.raises(Refused, match="These groups have changed"):
        actions._placed(now, by=ana, version=0, groups=wished, locked={})
    assert group_of(division, people[0]) == 1
