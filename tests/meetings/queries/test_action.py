from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.meetings.choices import ActionState
from mindlines.meetings.queries import action as queries
from tests import make


def test_my_own_actions_come_first_then_the_nearest_day(community, anas, bos):
    far = make.action(community, "Far", owner=bos, due_on=make.soon(9))
    someday = make.action(community, "Someday", owner=bos)
    near = make.action(community, "Near", owner=anas, due_on=make.soon(2))
    nobodys = make.action(community, "Nobody's", due_on=make.soon(1))
    assert list(queries.of(community, viewer=bos)) == [far, someday, nobodys, near]
    assert list(queries.open_actions_of(bos)) == [far, someday]


def test_what_is_done_stands_newest_first(community, bos):
    for day in (1, 2):
        make.action(community, str(day), state=ActionState.DONE, closed_at=timezone.now() + timedelta(days=day))
    assert [action.words for action in queries.of(community, viewer=bos, state=ActionState.DONE)] == ["2", "1"]
    assert (queries.chosen_state("dropped"), queries.chosen_state("nonsense")) == ("dropped", "open")


@pytest.mark.parametrize("actions", [1, 3])
def test_the_list_costs_the_same_for_one_action_and_for_three(community, bos, actions, django_assert_num_queries):
    for _ in range(actions):
        make.action(community, owner=bos)
    with django_assert_num_queries(1):
        assert [row.action.owner.person.name for row in queries.rows(queries.of(community, viewer=bos), viewer=bos)]
