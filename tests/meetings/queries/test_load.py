from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.communities.choices import Standing
from mindlines.meetings.choices import ActionState
from mindlines.meetings.queries import load as queries
from tests import make


def day(after: int):
    return timezone.localdate() + timedelta(days=after)


def give(member, *days):
    for after in days:
        make.action(member.community, owner=member, due_on=None if after is None else day(after))


def told(community):
    groups = queries.groups(community)
    return [
        (row.member.name, row.open, row.soon, row.late)
        for row in queries.rows(queries.people(community), groups=groups)
    ]


def test_open_soon_and_late_are_counted_for_each_person(community, anas, bos):
    give(bos, -1, 0, 7, 8, None)
    give(anas, 3)
    make.action(community, "Done", owner=bos, due_on=day(-3), state=ActionState.DONE)
    make.action(community, "Nobody's")
    assert told(community) == [("Bo Berg", 5, 2, 1), ("Ana Alvarez", 1, 1, 0)]
    assert queries.without_owner(community) == 1


def test_days_that_passed_come_first_then_much(community, anas, bos):
    give(bos, None, None, None)
    give(anas, -2)
    assert [name for name, *_ in told(community)] == ["Ana Alvarez", "Bo Berg"]


def test_other_communities_are_not_counted(community, neighbours, bo, bos):
    elsewhere = make.membership(neighbours, bo)
    give(elsewhere, -1, 1)
    assert told(community) == []
    assert queries.own(bos, groups=queries.groups(community)).open == 0
    assert told(neighbours) == [("Bo Berg", 2, 1, 1)]


def test_who_left_with_something_open_is_not_forgotten(community, bos):
    give(bos, None)
    bos.standing, bos.left_on = Standing.LEFT, timezone.localdate()
    bos.save()
    [row] = queries.rows(queries.people(community), groups=queries.groups(community))
    assert "No longer here" in row.hint
    assert queries.busiest(community) == []
    assert "Bo Berg" not in [one.name for one in queries.offered(community)]
    assert sum(group.actions for group in queries.groups(community)) == 0


@pytest.mark.parametrize(
    ("count", "equal", "is_more"), [(3, 0.5, False), (4, 2, False), (4, 1.9, True), (9, 5, False), (4, 0, True)]
)
def test_much_is_four_and_more_than_twice_an_equal_part(count, equal, is_more):
    assert queries.is_far_more(count, equal=equal) is is_more


def test_who_has_clearly_more_than_others_gets_a_kind_word(community, anas, bos):
    for _ in range(2):
        give(make.membership(community), None)
    give(bos, *[None] * 6)
    rows = queries.rows(queries.people(community), groups=queries.groups(community))
    assert [bool(row.hint) for row in rows] == [True, False, False]
    assert "help" in rows[0].hint


def test_the_groups_say_how_many_they_are_and_what_they_carry(community, anas, bos):
    give(bos, None, None)
    groups = queries.groups(community)
    assert [(group.name, group.people, group.actions) for group in groups] == [
        ("Lay members", 1, 2),
        ("Support team", 1, 0),
    ]
    assert queries.equal_part(groups) == 1
    assert queries.equal_part([]) == 0


def test_giving_a_fourth_action_brings_a_hint_and_the_third_none(bos):
    give(bos, None, None, None)
    assert queries.hint(bos) == ""
    assert queries.hint(None) == ""
    give(bos, None)
    assert "Bo Berg now has 4 open actions" in queries.hint(bos)
    assert queries.busiest(bos.community) == ["Bo Berg: 4 open actions"]


@pytest.mark.parametrize("people", [1, 3, 30])
def test_the_page_costs_the_same_for_one_person_and_for_many(community, people, anas, django_assert_num_queries):
    for number in range(people):
        give(make.membership(community, make.person(f"Person {number}")), -1, 1)
    with django_assert_num_queries(3):
        groups = queries.groups(community)
        rows = queries.rows(queries.people(community)[:30], groups=groups)
        assert [(row.member.constituency.name, row.member.get_absolute_url())[0] for row in rows]
