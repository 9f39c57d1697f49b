"""Who sat with whom, and what a round depends on."""

import pytest

from mindlines.meetings.choices import Phase, WishKind
from mindlines.meetings.models import Round
from mindlines.meetings.queries import groups, rounds
from mindlines.meetings.queries import participants as queries
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


def held(community, month, *people, **more):
    meeting = make.meeting(community, f"Month {month}", starts_at=make.A_WEDNESDAY.replace(month=month), **more)
    return make.small_groups(meeting, *people)


def test_the_past_is_told_oldest_first_and_only_what_was_chosen(community, crowd, bos, anas):
    third = make.membership(community)
    held(community, 6, [bos, third], phase=Phase.HELD)
    held(community, 3, [bos, anas], [third], phase=Phase.HELD)
    held(community, 9, [bos, anas, third], phase=Phase.CANCELLED)
    make.small_groups(make.meeting(community, "Next year", starts_at=make.FAR_AWAY), [bos, anas, third])
    tried = held(community, 7, [bos, anas, third])
    Round.objects.filter(pk=tried.round_id).update(chosen=None)
    assert groups.past(crowd) == (((bos.pk, anas.pk), (third.pk,)), ((bos.pk, third.pk),))


def test_an_earlier_round_of_the_same_meeting_counts_and_a_later_one_does_not(crowd, bos, anas):
    second = make.work(crowd.meeting, "After tea")
    crowd.chosen = make.division(crowd, queries.present(crowd)[:2])
    crowd.save()
    assert len(groups.past(second)) == 1
    assert groups.past(crowd) == ()


def test_what_happened_next_door_plays_no_part(neighbours, chi, crowd):
    (member,) = chi.memberships.all()
    held(neighbours, 3, [member, make.membership(neighbours)], phase=Phase.HELD)
    assert groups.past(crowd) == ()


def test_who_had_left_that_round_met_nobody(community, crowd, bos, anas):
    division = held(community, 3, [bos, anas], phase=Phase.HELD)
    division.round.participants.filter(membership=anas).update(is_present=False)
    assert groups.past(crowd) == (((bos.pk,),),)


def test_a_round_with_its_people_and_wishes_costs_the_same_however_many(crowd, django_assert_num_queries):
    crowd.wishes.create(kind=WishKind.MEET_NEW)
    for _number in range(2):
        crowd.wishes.create(kind=WishKind.APART).people.set(crowd.participants.all()[:2])
    # People, wishes, those they name, groups, and the past.
    with django_assert_num_queries(5):
        asked = groups.asked(crowd)
        assert asked.people[0].membership.organisation is None
        assert asked.named_in(asked.wishes[1])[0].name == "Bo Berg"


def test_sizes_come_nearest_to_what_was_asked(meeting):
    by_size, by_number = make.work(meeting, size=5), make.work(meeting, group_count=4)
    assert [by_size.groups_for(people) for people in (0, 2, 7, 8, 23, 60)] == [1, 1, 1, 2, 5, 12]
    assert by_number.groups_for(60) == 4


def test_groups_that_are_not_yet_made_are_shown_as_they_would_be(crowd):
    shown = rounds.groups(crowd, count=4)
    assert [str(group) for group in shown] == ["Group 1", "Group 2", "Group 3", "Group 4"]
    assert shown[3].pk is None
    assert [group.pk for group in shown[:3]] == list(crowd.groups.values_list("pk", flat=True))


def test_everything_has_a_name(crowd):
    one = queries.present(crowd)[0]
    division = make.division(crowd, [one])
    assert str(crowd) == "What gets in the way?"
    assert str(one) == "Bo Berg"
    assert str(division.seats.get()) == "Bo Berg: Group 1"
    assert str(crowd.wishes.create(kind=WishKind.MEET_NEW)).startswith("People meet others")
    assert str(division.changes.create(kind="move", moves=[])) == "Move"
