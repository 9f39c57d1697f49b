"""Who may do what with what the community knows; nothing is asked of the database."""

from datetime import UTC, datetime

import pytest

from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.knowledge import rules
from mindlines.knowledge.models import Item, Statement


def member(pk: int = 1, *, facilitates: bool = False, standing: str = Standing.ACTIVE) -> Membership:
    made = Membership(pk=pk, standing=standing)
    made.facilitates = facilitates
    return made


def item(viewer: Membership, **more) -> Item:
    made = Item(**more)
    made.viewer = viewer
    return made


GONE = datetime(2026, 1, 1, tzinfo=UTC)
BO, ANA = member(1), member(2, facilitates=True)


@pytest.mark.parametrize(
    ("viewer", "more", "change", "withdraw"),
    [
        (BO, {"brought_by_id": 1}, True, True),
        (BO, {"brought_by_id": 3}, False, False),
        (ANA, {"brought_by_id": 3}, True, True),
        (BO, {"teller_id": 1}, True, True),
        (BO, {"teller_id": 3}, False, False),
        (ANA, {"teller_id": 3}, False, True),
        (ANA, {"teller_id": 3, "brought_by_id": 2}, False, True),
        (ANA, {"withdrawn_at": GONE}, False, True),
    ],
)
def test_a_story_is_its_tellers(viewer, more, change, withdraw):
    found = item(viewer, **more)
    assert (rules.change_item(found), rules.withdraw_item(found)) == (change, withdraw)


@pytest.mark.parametrize(
    ("standing", "more", "reads", "adds"),
    [
        (Standing.ACTIVE, {}, True, True),
        (Standing.PAUSED, {}, True, False),
        (Standing.LEFT, {}, False, False),
        (Standing.ACTIVE, {"withdrawn_at": GONE}, True, False),
    ],
)
def test_active_members_add_to_what_is_there(standing, more, reads, adds):
    found = item(member(standing=standing), **more)
    assert (rules.read_item(found), rules.add_to_item(found)) == (reads, adds)
    statement = Statement(item=found)
    statement.viewer = found.viewer
    assert (rules.read_statement(statement), rules.change_statement(statement)) == (reads, adds)


def test_a_statement_that_was_withdrawn_is_not_changed():
    statement = Statement(item=item(BO), withdrawn_at=GONE)
    statement.viewer = BO
    assert not rules.change_statement(statement)
    assert not rules.lead_on_statement(statement)
