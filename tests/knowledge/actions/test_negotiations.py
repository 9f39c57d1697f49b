from datetime import date
from typing import Any

import pytest

from mindlines.communities.models import Community, Membership, SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.knowledge.actions import negotiations as actions
from mindlines.knowledge.actions import statements
from mindlines.knowledge.actions.negotiations import Begun, Changed, Settled, Stale
from mindlines.knowledge.actions.statements import Claim
from mindlines.knowledge.choices import NegotiationStage, Outcome
from mindlines.knowledge.models import Item, Negotiation, Step
from mindlines.knowledge.queries.negotiations import fingerprint
from mindlines.meetings.models import Action
from mindlines.people.models import Person
from tests import make_knowledge as make
from tests import make_voice

SHORTER = Changed(changed="Six sessions", because="The contract allows six", still_works="Ask people after a year")


@pytest.fixture
def statement(community: Community, anas: Membership) -> Any:
    return make.statement(make.item(community, by=anas))


@pytest.fixture
def board(statement: Any) -> Negotiation:
    return make.negotiation(statement)


@pytest.fixture
def shown(board: Negotiation) -> Negotiation:
    board.stage = NegotiationStage.SHOWN
    board.save()
    return board


@pytest.fixture
def settled(shown: Negotiation, ana: Person) -> Negotiation:
    to = Settled(Outcome.ADAPT, why="Better than nothing", review_on=date(2027, 12, 9), adaptation=SHORTER)
    actions.settle(shown, to=to, by=ana)
    return fresh(shown)


def fresh(board: Negotiation) -> Negotiation:
    return Negotiation.objects.get(pk=board.pk)


def verbs(community: Community) -> list[str]:
    return [line.verb for line in community.record.order_by("pk")]


def test_beginning_leaves_a_line_and_can_be_found(statement: Any, ana: Person, community: Community) -> None:
    made = actions.begin(Begun("The hall in Leek"), of=statement, by=ana)
    assert verbs(community) == ["began-negotiation"]
    entry = SearchEntry.objects.get(ref=f"knowledge.negotiation:{made.pk}")
    assert (entry.title, entry.words) == (statement.words, "The hall in Leek")


def test_a_form_sent_twice_begins_one(statement: Any, ana: Person) -> None:
    begun = Begun("The hall in Leek", key="k")
    assert actions.begin(begun, of=statement, by=ana) == actions.begin(begun, of=statement, by=ana)


def test_what_was_withdrawn_is_not_negotiated(statement: Any, ana: Person) -> None:
    statements.withdraw(statement)
    with pytest.raises(Refused, match="withdrawn"):
        actions.begin(Begun("The hall"), of=statement, by=ana)


def test_one_new_negotiation_follows_an_old_one(settled: Negotiation, statement: Any, ana: Person) -> None:
    made = actions.begin(Begun("The hall"), of=statement, follows=settled, by=ana)
    assert made.follows == settled
    with pytest.raises(Refused, match="follows this one already"):
        actions.begin(Begun("The hall"), of=statement, follows=settled, by=ana)


def test_members_write_on_a_side_and_the_same_words_again_change_nothing(board: Negotiation) -> None:
    for _twice in range(2):
        actions.write(board, side="here", words="Six sessions are paid", seen=fingerprint(""))
    assert fresh(board).here == "Six sessions are paid"


def test_two_who_write_at_once_lose_no_word(board: Negotiation) -> None:
    actions.write(board, side="lived", words="The bus runs twice a day", seen=fingerprint(""))
    with pytest.raises(Stale) as stale:
        actions.write(board, side="lived", words="People work", seen=fingerprint(""))
    assert stale.value.saved == "The bus runs twice a day"
    actions.write(board, side="lived", words="Both", seen=fingerprint("The bus runs twice a day"))
    assert fresh(board).lived == "Both"


def test_things_are_laid_on_a_side_moved_and_taken_off(board: Negotiation, bos: Membership, ana: Person) -> None:
    story = make.story(bos.community, teller=bos)
    said = make_voice.contribution(bos.community, by=bos)
    actions.attach(board, keys=[f"item:{story.pk}", f"contribution:{said.pk}", "item:999"], side="lived", by=ana)
    actions.attach(board, keys=[f"item:{story.pk}"], side="here", by=ana)
    assert list(board.attached.values_list("item", "contribution", "side").order_by("pk")) == [
        (story.pk, None, "here"),
        (None, said.pk, "lived"),
    ]
    actions.detach(board, pk=board.attached.first().pk)  # type: ignore[union-attr]  # it was just laid there
    assert board.attached.count() == 1


def test_a_board_holds_a_hundred_things(board: Negotiation, bos: Membership, ana: Person) -> None:
    here = bos.community
    items = Item.objects.bulk_create(Item(community=here, title=f"Item {number}") for number in range(101))
    actions.attach(board, keys=[f"item:{item.pk}" for item in items[:100]], side="here", by=ana)
    with pytest.raises(Refused, match="up to 100"):
        actions.attach(board, keys=[f"item:{items[100].pk}"], side="here", by=ana)


def test_judgements_are_shown_once_somebody_judged(
    board: Negotiation, bos: Membership, ana: Person, community: Community
) -> None:
    with pytest.raises(Refused, match="Nobody has judged yet"):
        actions.show(board, by=ana)
    make.judged(board, bos)
    for _twice in range(2):
        actions.show(board, by=ana)
    assert (fresh(board).stage, verbs(community)) == ("shown", ["showed-judgements"])


def test_settling_keeps_what_is_different_from_the_research(settled: Negotiation, community: Community) -> None:
    (adaptation,) = settled.adaptations.all()
    assert (adaptation.changed, adaptation.core_lost) == ("Six sessions", "")
    assert (settled.outcome, settled.review_on, settled.is_settled) == ("adapt", date(2027, 12, 9), True)
    assert verbs(community) == ["settled-negotiation"]
    assert "Six sessions" in SearchEntry.objects.get(ref=f"knowledge.negotiation:{settled.pk}").words


def test_nothing_is_settled_before_it_was_shown(board: Negotiation, ana: Person) -> None:
    with pytest.raises(Refused, match="Show the judgements first"):
        actions.settle(board, to=Settled(Outcome.REJECT, why="No"), by=ana)


def test_adapting_needs_what_is_different(shown: Negotiation, ana: Person) -> None:
    for outcome, adaptation in ((Outcome.ADAPT, None), (Outcome.ADOPT, SHORTER)):
        with pytest.raises(Refused, match="different from the research"):
            actions.settle(shown, to=Settled(outcome, why="Yes", adaptation=adaptation), by=ana)


def test_of_two_who_settle_at_once_one_is_refused_in_words(shown: Negotiation, ana: Person, bo: Person) -> None:
    to = Settled(Outcome.ADOPT, why="It helps")
    actions.settle(shown, to=to, by=ana)
    actions.settle(shown, to=to, by=ana)
    with pytest.raises(Refused, match="Somebody settled this while you were writing: Adopt"):
        actions.settle(shown, to=Settled(Outcome.REJECT, why="Too far"), by=bo)
    assert fresh(shown).outcome == "adopt"


@pytest.mark.parametrize(
    "deed",
    [
        lambda board, by: actions.write(board, side="here", words="New", seen=fingerprint("")),
        lambda board, by: actions.attach(board, keys=[], side="here", by=by),
        lambda board, by: actions.detach(board, pk=1),
        lambda board, by: actions.show(board, by=by),
    ],
)
def test_a_settled_board_stays_as_it_is(settled: Negotiation, ana: Person, deed: Any) -> None:
    with pytest.raises(Refused, match="its board stays as it is"):
        deed(settled, ana)


def test_what_was_found_later_stands_beside_what_was_found_before(settled: Negotiation, ana: Person) -> None:
    again = date(2028, 6, 9)
    Negotiation.objects.filter(pk=settled.pk).update(reminded_at=now())
    for _twice in range(2):
        actions.review(settled, found="It still works", on=date(2027, 12, 9), again_on=again, by=ana)
    actions.review(settled, found="People come", on=again, again_on=None, by=ana)
    board = fresh(settled)
    assert board.found == "Thursday 9 December 2027: It still works\n\nFriday 9 June 2028: People come"
    assert (board.reviewed_on, board.review_on, board.reminded_at) == (again, None, None)
    assert [(one.reviewed_on, one.found) for one in board.adaptations.all()] == [(again, "People come")]


def test_only_what_is_settled_is_looked_at_again(shown: Negotiation, ana: Person) -> None:
    with pytest.raises(Refused, match="not settled yet"):
        actions.review(shown, found="Nothing", on=date(2027, 1, 1), again_on=None, by=ana)


def test_an_action_that_follows_is_agreed_once(settled: Negotiation, bos: Membership, ana: Person) -> None:
    for _twice in range(2):
        actions.agree_step(settled, words="Book the hall", owner=bos, due_on=None, by=ana)
    (step,) = Step.objects.all()
    assert (step.negotiation, step.action.owner, Action.objects.count()) == (settled, bos, 1)


def test_nobody_does_anything_because_of_what_is_not_settled(shown: Negotiation, ana: Person) -> None:
    with pytest.raises(Refused, match="Settle it first"):
        actions.agree_step(shown, words="Book the hall", owner=None, due_on=None, by=ana)


def test_the_words_of_a_statement_that_is_withdrawn_are_no_longer_found(settled: Negotiation, statement: Any) -> None:
    statements.change(statement, to=Claim("Twelve sessions help"))
    assert SearchEntry.objects.get(ref=f"knowledge.negotiation:{settled.pk}").title == "Twelve sessions help"
    statements.withdraw(statement)
    entry = SearchEntry.objects.get(ref=f"knowledge.negotiation:{settled.pk}")
    assert entry.title == "Something was withdrawn here"
