import pytest

from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.knowledge import rules
from mindlines.knowledge.choices import NegotiationStage
from mindlines.knowledge.models import Item, Negotiation, Statement


def seen(by: Membership, stage: str = NegotiationStage.PRIVATE) -> Negotiation:
    statement = Statement(item=Item(community=by.community))
    made = Negotiation(statement=statement, stage=stage)
    made.viewer = statement.viewer = by
    return made


def test_a_facilitator_leads_and_members_take_part(anas: Membership, bos: Membership) -> None:
    assert rules.lead_negotiation(seen(anas))
    assert rules.lead_on_statement(seen(anas).statement)
    assert not rules.lead_negotiation(seen(bos))
    assert not rules.lead_on_statement(seen(bos).statement)
    assert rules.read_negotiation(seen(bos))
    assert rules.judge(seen(bos))


@pytest.mark.parametrize("stage", NegotiationStage)
def test_members_write_on_the_board_until_it_is_settled(bos: Membership, stage: str) -> None:
    assert rules.write_on_board(seen(bos, stage)) == (stage != NegotiationStage.SETTLED)


def test_whoever_takes_a_pause_reads_and_neither_judges_nor_writes(bos: Membership) -> None:
    bos.standing = Standing.PAUSED
    assert rules.read_negotiation(seen(bos))
    assert not rules.judge(seen(bos))
    assert not rules.write_on_board(seen(bos))
