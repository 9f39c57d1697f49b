from typing import Any

import pytest
from django.test import Client

from mindlines.communities.models import Membership
from mindlines.knowledge.actions import negotiations as actions
from mindlines.knowledge.choices import Form, NegotiationStage, Outcome
from mindlines.knowledge.models import AuditTable, Negotiation, Statement
from mindlines.knowledge.queries.negotiations import fingerprint
from mindlines.people.models import Person
from tests import make, make_knowledge, make_voice


@pytest.fixture
def statement(anas: Membership) -> Statement:
    return make_knowledge.statement(make_knowledge.item(anas.community, by=anas))


@pytest.fixture
def board(statement: Statement) -> Negotiation:
    return make_knowledge.negotiation(statement)


def shown(board: Negotiation) -> Negotiation:
    board.stage = NegotiationStage.SHOWN
    board.save()
    return board


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def fresh(board: Negotiation) -> Negotiation:
    return Negotiation.objects.get(pk=board.pk)


def test_a_facilitator_begins_one_for_an_item_of_an_agenda(as_ana: Client, statement: Statement) -> None:
    meeting = make.meeting(statement.item.community, phase="announced")
    item = make.item(meeting, "Exercise")
    page = as_ana.get(f"/statements/{statement.pk}/negotiations/new/")
    assert "Winter meeting – Exercise" in text(page)
    as_ana.post(
        f"/statements/{statement.pk}/negotiations/new/", {"setting": "The hall in Leek", "place": f"item:{item.pk}"}
    )
    (made,) = Negotiation.objects.all()
    assert (made.meeting, made.agenda_item) == (meeting, item)


def test_one_can_be_begun_for_a_meeting_as_a_whole(as_ana: Client, statement: Statement) -> None:
    meeting = make.meeting(statement.item.community, phase="announced")
    body = {"setting": "The hall", "place": f"meeting:{meeting.pk}"}
    as_ana.post(f"/statements/{statement.pk}/negotiations/new/", body)
    assert [(one.meeting, one.agenda_item) for one in Negotiation.objects.all()] == [(meeting, None)]


def test_a_new_one_follows_a_settled_one(as_ana: Client, statement: Statement) -> None:
    before = make_knowledge.negotiation(statement, stage=NegotiationStage.SETTLED, outcome=Outcome.DEFER)
    page = as_ana.get(f"/statements/{statement.pk}/negotiations/new/?follows={before.pk}")
    assert "Defer: come back to it later" in text(page)
    address = f"/statements/{statement.pk}/negotiations/new/?follows={before.pk}"
    as_ana.post(address, {"setting": "The hall in Leek"})
    assert fresh(before).followed_by.setting == "The hall in Leek"
    assert as_ana.get(address).status_code == 404
    assert as_ana.get(f"/statements/{statement.pk}/negotiations/new/?follows=x").status_code == 404


def test_two_who_write_one_side_at_once_see_both_texts(as_bo: Client, board: Negotiation) -> None:
    address = f"/negotiations/{board.pk}/here/"
    seen = fingerprint("")
    as_bo.post(address, {"words": "Six sessions are paid", "seen": seen})
    answer = as_bo.post(address, {"words": "One hall on Tuesdays", "seen": seen})
    assert answer.status_code == 409
    assert "Six sessions are paid" in text(answer)
    assert "One hall on Tuesdays" in text(answer)
    as_bo.post(address, {"words": "Both", "seen": fingerprint("Six sessions are paid")})
    assert fresh(board).here == "Both"


def test_a_table_lies_on_the_board_with_its_picture_and_what_is_withdrawn_says_so(
    as_bo: Client, bos: Membership, board: Negotiation
) -> None:
    audit = make_knowledge.item(bos.community, "Sessions by clinic", form=Form.TABLE, by=bos)
    AuditTable.objects.create(item=audit, columns=["Clinic", "Sessions"], rows=[["Leek", "6"]])
    said = make_voice.contribution(bos.community, by=bos, words="The bus stops at four")
    address = f"/negotiations/{board.pk}/things/new/"
    sent = {"things": [f"item:{audit.pk}", f"contribution:{said.pk}"], "side": "here"}
    looking = as_bo.post(address, sent | {"look": "1", "typed": "clinic"})
    assert board.attached.count() == 0
    assert text(looking).count("checked") == 3
    as_bo.post(address, sent)
    said.showing = "hidden"
    said.save()
    page = text(as_bo.get(f"/negotiations/{board.pk}/"))
    assert "<svg" in page
    assert "Something was withdrawn here" in page
    assert "The bus stops at four" not in page


def test_nobody_sees_what_anybody_judged_before_it_is_shown(
    as_ana: Client, as_bo: Client, bos: Membership, board: Negotiation
) -> None:
    as_bo.post(f"/negotiations/{board.pk}/judge/", {"equity": "2", "equity-why": "No bus", "values": "0"})
    page = text(as_ana.get(f"/negotiations/{board.pk}/"))
    assert "1 or 2 people" in page
    assert "No bus" not in page
    assert "No bus" not in text(as_ana.get(f"/negotiations/{board.pk}/paper/{bos.pk}/"))
    assert "No bus" in text(as_bo.get(f"/negotiations/{board.pk}/judge/"))
    assert "You answered 2 of 14" in text(as_bo.get(f"/negotiations/{board.pk}/"))


def test_a_line_without_a_number_is_asked_back_and_nothing_typed_is_lost(as_bo: Client, board: Negotiation) -> None:
    address = f"/negotiations/{board.pk}/judge/"
    page = text(as_bo.post(address, {"equity-why": "No bus", "values": "7"}))
    assert "You wrote why. Choose a number too" in page
    assert "No bus" in page
    assert as_bo.post(address, {"equity": "12"}, headers={"X-Autosave": "1"}).status_code == 422
    assert as_bo.post(address, {"equity": "2"}, headers={"X-Autosave": "1"}).status_code == 204
    assert board.judgements.count() == 1


def test_a_facilitator_enters_what_stands_on_paper(as_ana: Client, bos: Membership, board: Negotiation) -> None:
    as_ana.post(f"/negotiations/{board.pk}/paper/{bos.pk}/", {"equity": "2"})
    assert [(one.membership, one.value) for one in board.judgements.all()] == [(bos, 2)]
    assert "answered" in text(as_ana.get(f"/negotiations/{board.pk}/paper/"))
    assert as_ana.get(f"/negotiations/{board.pk}/paper/999999/").status_code == 404


def test_the_sheet_is_a_pdf_with_all_questions(as_ana: Client, board: Negotiation) -> None:
    answer = as_ana.get(f"/negotiations/{board.pk}/paper/sheet/?size=18")
    assert answer.headers["Content-Type"] == "application/pdf"


def test_from_private_to_settled_and_looked_at_again(as_ana: Client, bos: Membership, board: Negotiation) -> None:
    make_knowledge.judged(board, bos)
    here = f"/negotiations/{board.pk}/"
    assert "Show what everybody thinks?" in text(as_ana.get(f"{here}show/"))
    as_ana.post(f"{here}show/")
    assert "Fewer than three people judged" in text(as_ana.get(here))
    as_ana.post(f"{here}settle/", {"outcome": "trial", "why": "We try", **day("review_on", "9 12 2020")})
    page = text(as_ana.get(here))
    assert "Trial: try it out first" in page
    assert "The day to look at it again has come" in page
    as_ana.post(f"{here}actions/new/", {"words": "Book the hall", "owner": "Bo Berg"})
    as_ana.post(f"{here}review/", {"found": "People come", **day("on", "9 12 2026")})
    page = text(as_ana.get(here))
    assert "People come" in page
    assert "Book the hall" in page
    assert "Bo Berg" in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Choose what we do."),
        ({"outcome": "adopt"}, "Write why."),
        ({"outcome": "defer", "why": "Later"}, "Choose a day on which we look at it again."),
        ({"outcome": "adapt", "why": "Shorter"}, "Write how we will see that it still works."),
        ({"outcome": "adopt", "why": "Yes", "changed": "Six"}, "Choose “Adapt”, or empty those boxes."),
    ],
)
def test_what_is_missing_when_settling_is_said(as_ana: Client, board: Negotiation, sent: Any, words: str) -> None:
    assert words in text(as_ana.post(f"/negotiations/{shown(board).pk}/settle/", sent or {"key": ""}))


def test_what_looks_like_a_patient_s_number_is_asked_back_and_can_be_kept(as_ana: Client, board: Negotiation) -> None:
    address, body = f"/negotiations/{shown(board).pk}/settle/", {"outcome": "adopt", "why": "Call 943 476 5919"}
    page = text(as_ana.post(address, body))
    assert "This looks like an NHS number" in page
    assert "I looked: this is no number of a patient" in page
    assert "I looked" not in text(as_ana.get(address))
    as_ana.post(address, body | {"looked": "on"})
    assert fresh(board).is_settled


def test_adapting_keeps_what_is_different(as_ana: Client, board: Negotiation) -> None:
    changed = {"changed": "Six sessions", "because": "The contract", "still_works": "Ask after a year"}
    body = {"outcome": "adapt", "why": "Better than none", **changed, **day("review_on", "9 12 2027")}
    as_ana.post(f"/negotiations/{shown(board).pk}/settle/", body)
    page = text(as_ana.get(f"/negotiations/{board.pk}/"))
    assert "Six sessions" in page
    assert "None, as far as we know." in page
    assert "Six sessions" in text(as_ana.get(f"/negotiations/{board.pk}/review/"))


def test_of_two_who_settle_the_second_reads_why_not(as_ana: Client, board: Negotiation, ana: Person) -> None:
    actions.settle(shown(board), to=actions.Settled(Outcome.ADOPT, why="It helps"), by=ana)
    answer = as_ana.post(f"/negotiations/{board.pk}/settle/", {"outcome": "reject", "why": "Too far"}, follow=True)
    assert "Somebody settled this while you were writing" in text(answer)
    judged = as_ana.post(f"/negotiations/{board.pk}/judge/", {"equity": "2"}, follow=True)
    assert "settled already" in text(judged)


def test_an_action_for_somebody_unknown_is_asked_back(as_ana: Client, board: Negotiation) -> None:
    Negotiation.objects.update(stage=NegotiationStage.SETTLED, outcome=Outcome.ADOPT)
    for _twice in range(2):
        make.membership(board.statement.item.community, make.person("Bo Berg"))
    for owner, words in (("Zoe", "No member has this name"), ("Bo Berg", "Several members have this name")):
        body = {"words": "Book the hall", "owner": owner}
        assert words in text(as_ana.post(f"/negotiations/{board.pk}/actions/new/", body))


def test_the_page_of_a_statement_lists_its_negotiations(as_bo: Client, statement: Statement) -> None:
    assert "Nobody has negotiated it yet" in text(as_bo.get(f"/statements/{statement.pk}/"))
    make_knowledge.negotiation(statement)
    assert "The hall in Leek" in text(as_bo.get(f"/statements/{statement.pk}/"))


def day(name: str, words: str) -> dict[str, str]:
    return dict(zip((f"{name}_day", f"{name}_month", f"{name}_year"), words.split(), strict=True))


def test_the_list_teaches_while_nothing_is_negotiated_and_then_shows_what_waits(
    as_bo: Client, statement: Statement
) -> None:
    address = f"/communities/{statement.item.community.slug}/negotiations/"
    assert "Nothing is negotiated yet" in text(as_bo.get(address))
    make_knowledge.negotiation(statement)
    assert "Your judgement is waited for." in text(as_bo.get(address))
    assert "There is no negotiation of this kind." in text(as_bo.get(f"{address}?show=settled"))


def test_what_lies_on_the_board_is_taken_off(as_bo: Client, board: Negotiation, bo: Person) -> None:
    actions.attach(board, keys=[f"item:{board.statement.item_id}"], side="research", by=bo)
    as_bo.post(f"/negotiations/{board.pk}/things/{board.attached.get().pk}/remove/")
    assert not board.attached.exists()
