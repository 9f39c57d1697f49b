from datetime import timedelta

import pytest

from mindlines.communication.models import Message
from mindlines.communities.models import Membership
from mindlines.knowledge.actions import negotiation_reminding, negotiations
from mindlines.knowledge.choices import NegotiationStage, Outcome
from mindlines.knowledge.models import Negotiation
from mindlines.knowledge.queries.negotiations import today
from mindlines.knowledge.tasks import remind_of_reviews
from tests import make_knowledge as make


@pytest.fixture
def board(anas: Membership, bos: Membership) -> Negotiation:
    here = anas.community
    return make.negotiation(
        make.statement(make.item(here), "Twelve sessions"),
        stage=NegotiationStage.SETTLED,
        outcome=Outcome.TRIAL,
        review_on=today(here),
    )


def test_facilitators_are_reminded_once_on_the_day_without_a_word_of_the_statement(
    board: Negotiation, anas: Membership
) -> None:
    remind_of_reviews()
    assert negotiation_reminding.remind_due() == 0
    assert not negotiation_reminding.remind(board)
    (message,) = Message.objects.all()
    assert (message.person, message.subject) == (anas.person, "Time to look at it again: The hall in Leek")
    assert "Twelve" not in message.words


def test_a_new_day_is_reminded_of_again_and_not_before(board: Negotiation, anas: Membership) -> None:
    negotiation_reminding.remind_due()
    later = board.review_on + timedelta(days=30)  # type: ignore[operator]  # the story gives it a day
    negotiations.review(board, found="It works", on=today(anas.community), again_on=later, by=anas.person)
    assert negotiation_reminding.remind_due() == 0
    Negotiation.objects.update(review_on=today(anas.community))
    assert negotiation_reminding.remind_due() == 1
