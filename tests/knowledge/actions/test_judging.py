import pytest

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import judging
from mindlines.knowledge.actions.judging import Judged
from mindlines.knowledge.choices import NegotiationStage
from mindlines.knowledge.models import Judgement, Negotiation
from tests import make_knowledge as make


@pytest.fixture
def board(anas: Membership) -> Negotiation:
    return make.negotiation(make.statement(make.item(anas.community, by=anas)))


def answers(board: Negotiation) -> dict[str, tuple[int | None, str]]:
    return {one.question: (one.value, one.why) for one in board.judgements.all()}


def test_answers_are_kept_with_the_group_of_the_day(board: Negotiation, bos: Membership) -> None:
    judging.judge(board, of=bos, judged={"equity": Judged(3, "Not by bus"), "values": Judged(None)})
    assert answers(board) == {"equity": (3, "Not by bus"), "values": (None, "")}
    assert {one.constituency for one in Judgement.objects.all()} == {bos.constituency}


def test_a_later_answer_takes_the_place_and_the_rest_stays(board: Negotiation, bos: Membership) -> None:
    judging.judge(board, of=bos, judged={"equity": Judged(3), "values": Judged(7)})
    judging.judge(board, of=bos, judged={"equity": Judged(6, "The bus is back")})
    judging.judge(board, of=bos, judged={"equity": Judged(6, "The bus is back")})
    assert answers(board) == {"equity": (6, "The bus is back"), "values": (7, "")}


def test_answers_can_change_after_they_are_shown_and_not_once_it_is_settled(
    board: Negotiation, bos: Membership
) -> None:
    Negotiation.objects.update(stage=NegotiationStage.SHOWN)
    judging.judge(board, of=bos, judged={"equity": Judged(3)})
    Negotiation.objects.update(stage=NegotiationStage.SETTLED)
    with pytest.raises(Refused, match="settled already"):
        judging.judge(board, of=bos, judged={"equity": Judged(9)})
    assert answers(board) == {"equity": (3, "")}
