"""What was decided stays: by the model, by many rows at once, and by bare SQL, on both databases."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions import closing, dissents, grounds, running
from mindlines.coproduction.models import Decision, DecisionRecord, Dissent, Proposal
from mindlines.coproduction.queries.decisions import digest
from mindlines.coproduction.queries.decisions.record import shown
from mindlines.knowledge.models import Item
from tests import make_coproduction, make_knowledge


@pytest.fixture
def decision(community, ana, bos) -> Decision:
    """A closed decision with a dissent."""
    made = make_coproduction.decision(community, rule="consent", words="Twelve is what the trial had.")
    running.open(made, by=ana)
    closing.close(made, by=ana)
    dissents.put_on_record(made, words="Twelve is too many for us", is_anonymous=False, key="", by=bos)
    made.refresh_from_db()
    return made


def bare(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def by_model(decision: Decision) -> None:
    decision.question = "Something else"
    decision.save()


def a_record_by_model(decision: Decision) -> None:
    record = decision.decision_record
    record.content = {**record.content, "result": "agreed"}
    record.save()


def a_dissent_by_model(decision: Decision) -> None:
    dissent = decision.dissents.get()
    dissent.words = "I agree after all"
    dissent.save()


def records_in_bulk(decision: Decision) -> None:
    record = decision.decision_record
    record.digest = "0" * 64
    DecisionRecord.objects.bulk_update([record], ["digest"])


ATTEMPTS: dict[str, Callable[[Decision], object]] = {
    "the question by its model": by_model,
    "the result of many": lambda decision: Decision.objects.update(result="agreed"),
    "the stage": lambda decision: Decision.objects.update(stage="open"),
    "the rule": lambda decision: Decision.objects.update(rule="gradient"),
    "the day of closing": lambda decision: Decision.objects.update(closed_at=None),
    "the result by SQL": lambda decision: bare("UPDATE coproduction_decision SET result = %s", "agreed"),
    "a proposal": lambda decision: Proposal.objects.update(words="Twenty sessions"),
    "a proposal by SQL": lambda decision: bare("UPDATE coproduction_proposal SET result = %s", "tied"),
    "a record by its model": a_record_by_model,
    "records of many": lambda decision: DecisionRecord.objects.update(digest="0" * 64),
    "records in bulk": records_in_bulk,
    "a record by SQL": lambda decision: bare("UPDATE coproduction_decisionrecord SET digest = %s", "0" * 64),
    "a dissent by its model": a_dissent_by_model,
    "dissents of many": lambda decision: Dissent.objects.update(words="I agree after all"),
    "a dissent by SQL": lambda decision: bare("UPDATE coproduction_dissent SET words = %s", "I agree"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_the_database_refuses_to_change(decision, attempt):
    with pytest.raises(IntegrityError, match="What was decided stays"), transaction.atomic():
        attempt(decision)
    assert digest.is_intact(DecisionRecord.objects.get())
    assert Decision.objects.get().result == "not_agreed"


def test_the_rule_stays_from_the_opening_on(community, ana):
    decision = make_coproduction.decision(community, rule="gradient", threshold=75)
    Decision.objects.update(threshold=60)
    running.open(decision, by=ana)
    with pytest.raises(IntegrityError, match="What was decided stays"), transaction.atomic():
        Decision.objects.update(threshold=50)


def test_what_decides_nothing_can_change(decision, ana):
    Decision.objects.update(review_on=date(2030, 1, 1), closed_by=None, made_by=None)
    Dissent.objects.update(membership=None)


def test_a_whole_community_can_be_erased(decision):
    Membership.objects.all().delete()
    decision.community.delete()
    assert not DecisionRecord.objects.exists()


def test_a_record_holds_no_name_and_no_words_of_what_it_rests_on(community, ana):
    item = make_knowledge.item(community, title="A story about the stairs")
    made = make_coproduction.decision(community, rule="consent")
    grounds.put(made, keys=[f"item:{item.pk}"], why="It is what people live", is_set_aside=False, by=ana)
    running.open(made, by=ana)
    closing.close(made, by=ana)
    kept = digest.canonical(DecisionRecord.objects.get().content)
    assert "Ana" not in kept
    assert "stairs" not in kept
    assert shown(made).resting[0].thing.words == "A story about the stairs"
    Item.objects.update(title="Something was withdrawn here", withdrawn_at=made.made_at)
    record = shown(made)
    assert record.resting[0].thing.is_withdrawn
    assert record.is_intact


def test_a_record_that_was_tampered_with_is_told(decision):
    """As an operator could who takes the guard away."""
    record = decision.decision_record
    record.content = {**record.content, "result": "agreed"}
    assert not digest.is_intact(record)
