from datetime import timedelta
from typing import Any

import pytest

from mindlines.communities.models import Community, Membership
from mindlines.knowledge.choices import NegotiationStage, Outcome
from mindlines.knowledge.models import Attached, Negotiation
from mindlines.knowledge.queries import negotiations as queries
from tests import make, make_voice
from tests import make_knowledge as knowledge


def settled(community: Community, days: int, setting: str = "Leek") -> Negotiation:
    """Settled, and to be looked at again so many days from now."""
    return knowledge.negotiation(
        knowledge.statement(knowledge.item(community)),
        setting,
        stage=NegotiationStage.SETTLED,
        outcome=Outcome.TRIAL,
        review_on=queries.today(community) + timedelta(days=days),
    )


def test_what_is_due_comes_first_then_what_is_under_way(bos: Membership) -> None:
    here = bos.community
    settled(here, 30, "Later")
    open_one = knowledge.negotiation(knowledge.statement(knowledge.item(here)), "Open")
    settled(here, 0, "Due")
    rows = list(queries.page(bos, show="", number=None))
    assert [(row.negotiation.setting, row.is_due, row.waits) for row in rows] == [
        ("Due", True, False),
        ("Open", False, True),
        ("Later", False, False),
    ]
    knowledge.judged(open_one, bos)
    assert not any(row.waits for row in queries.page(bos, show="", number=None))


def test_the_list_can_be_narrowed_to_what_is_due_or_to_a_stage(bos: Membership) -> None:
    assert queries.choices(bos, show="") == []
    settled(bos.community, 0, "Due")
    settled(bos.community, 9, "Later")
    assert [row.negotiation.setting for row in queries.page(bos, show="due", number=None)] == ["Due"]
    assert len(queries.page(bos, show="settled", number=None)) == 2
    assert len(queries.page(bos, show="nonsense", number=None)) == 2
    assert [(one.key, one.count) for one in queries.choices(bos, show="private")] == [
        ("", 2),
        ("due", 1),
        ("private", 0),
        ("settled", 2),
    ]


@pytest.mark.parametrize("how_many", [1, 3])
def test_a_longer_list_costs_no_more_queries(bos: Membership, how_many: int, django_assert_num_queries: Any) -> None:
    for _number in range(how_many):
        settled(bos.community, 0)
    with django_assert_num_queries(3):
        list(queries.page(bos, show="", number=None))


@pytest.mark.parametrize("how_many", [1, 3])
def test_a_fuller_board_costs_no_more_queries(bos: Membership, how_many: int, django_assert_num_queries: Any) -> None:
    board = knowledge.negotiation(knowledge.statement(knowledge.item(bos.community)))
    for _number in range(how_many):
        item = knowledge.item(bos.community, by=bos)
        Attached.objects.create(negotiation=board, side="here", item=item)
        Attached.objects.create(negotiation=board, side="lived", statement=knowledge.statement(item))
        said = make_voice.contribution(bos.community, by=bos)
        Attached.objects.create(negotiation=board, side="lived", contribution=said)
    with django_assert_num_queries(5):
        sides = queries.board(board)
    assert [len(side.laid) for side in sides] == [0, how_many, 2 * how_many]


def test_those_who_can_judge_are_all_active_members(bos: Membership, anas: Membership) -> None:
    board = knowledge.negotiation(knowledge.statement(knowledge.item(bos.community)))
    make.membership(bos.community, standing="paused")
    knowledge.judged(board, bos)
    assert queries.asked(board) == [anas, bos]
    assert queries.has_judged(board) == {bos.pk}
