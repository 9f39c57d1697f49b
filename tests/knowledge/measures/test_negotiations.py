from typing import Any

import pytest

from mindlines.communities.models import Community, Membership
from mindlines.knowledge.measures import negotiations as measures
from mindlines.knowledge.measures.negotiations import Asked
from mindlines.knowledge.models import Negotiation
from tests import make_knowledge as make
from tests import make_voice


@pytest.fixture
def board(community: Community) -> Negotiation:
    return make.negotiation(make.statement(make.item(community)))


def judge(board: Negotiation, group: str, *values: int | None, question: str = "feasibility", why: str = "") -> None:
    """Each value by a new member of this group."""
    constituency = board.statement.item.community.constituencies.get(name=group)
    members = make_voice.crowd(board.statement.item.community, len(values), constituency=constituency)
    for member, value in zip(members, values, strict=True):
        make.judged(board, member, question, value=value, why=why)


def one(board: Negotiation) -> Asked:
    (asked,) = measures.shown(board).questions
    return asked


def test_groups_of_three_are_shown_side_by_side(board: Negotiation) -> None:
    judge(board, "Lay members", 1, 2, 3)
    judge(board, "Clinicians", 8, 9, 9, None)
    asked = one(board)
    assert [(lot.name, lot.words) for lot in asked.groups] == [
        ("Clinicians", "Speaks for it: 9 in the middle; 3 to 5 people; of them, 1 or 2 people do not know"),
        ("Lay members", "Speaks against it: 2 in the middle; 3 to 5 people"),
    ]
    assert asked.short == "Lay members and Clinicians are 7 steps apart"
    assert asked.too_small == ()


def test_a_group_of_two_is_counted_with_everybody_and_cannot_be_worked_out(board: Negotiation) -> None:
    judge(board, "Lay members", 2, 2, 2)
    judge(board, "Clinicians", 9, 9)
    asked = one(board)
    assert (asked.groups, asked.too_small) == ((), ("Clinicians", "Lay members"))
    assert asked.everyone.words == "Speaks against it: 2 in the middle; 3 to 5 people"
    assert measures.shown(board).none_apart


def test_a_small_group_is_named_beside_those_that_are_shown(board: Negotiation) -> None:
    judge(board, "Lay members", 5, 5, 6)
    judge(board, "Clinicians", 6)
    judge(board, "Support team", 6, 5)
    asked = one(board)
    assert [lot.name for lot in asked.groups] == ["Lay members"]
    assert asked.too_small == ("Clinicians", "Support team")
    assert asked.short == "Neither for nor against: 5.5 in the middle; 6 to 10 people"


def test_of_two_people_nothing_is_shown(board: Negotiation) -> None:
    judge(board, "Lay members", 2, 9, why="Because of my knee")
    shown = measures.shown(board)
    assert (shown.is_enough, shown.none_apart, shown.first) == (False, False, [])
    assert shown.questions[0].everyone.words == "Fewer than three people judged this, so nothing is shown."
    assert shown.questions[0].whys == ()


def test_before_anybody_judged_there_is_nothing(board: Negotiation) -> None:
    shown = measures.shown(board)
    assert (shown.people, shown.questions) == ("nobody", ())


def test_whoever_was_erased_still_counts_and_is_in_no_group_of_their_own(board: Negotiation) -> None:
    judge(board, "Lay members", 7, 7, 7)
    board.judgements.update(membership=None)
    board.judgements.filter(pk=board.judgements.first().pk).update(constituency=None)  # type: ignore[union-attr]  # just made
    asked = one(board)
    assert (asked.everyone.median, asked.groups) == (7, ())


def test_reasons_to_talk_come_first_where_groups_differ_many_do_not_know_or_answers_lie_apart(
    board: Negotiation,
) -> None:
    judge(board, "Lay members", 4, 4, 5, question="values")
    judge(board, "Lay members", None, None, None, question="resources")
    judge(board, "Lay members", 1, 1, 2, 2, question="equity")
    judge(board, "Clinicians", 9, 9, 9, 8, question="equity")
    shown = measures.shown(board)
    assert [(asked.question, asked.reasons) for asked in shown.first] == [
        ("resources", ("Many do not know",)),
        ("equity", ("Lay members and Clinicians are 7.5 steps apart", "The answers of everybody lie far apart")),
    ]
    assert shown.first[0].everyone.words == "Nobody knows; 3 to 5 people"


def test_the_bar_of_the_picture_appears_from_seven_people_on(board: Negotiation) -> None:
    judge(board, "Lay members", *[5] * 6)
    assert (one(board).everyone.place, one(board).everyone.width) == (50, 0)
    judge(board, "Lay members", 1, 8, 9, 9)
    assert one(board).everyone.start == 50
    assert one(board).everyone.width > 0


def test_lines_stand_in_the_order_of_the_alphabet_without_names(board: Negotiation) -> None:
    judge(board, "Lay members", 5, why="The bus")
    judge(board, "Lay members", 5, 5, why="A hall is near")
    assert one(board).whys == ("A hall is near", "The bus")


@pytest.mark.parametrize("many", [1, 3])
def test_more_groups_cost_no_more_queries(board: Negotiation, many: int, django_assert_num_queries: Any) -> None:
    for group in ("Lay members", "Clinicians", "Support team")[:many]:
        judge(board, group, 5, 6, 7)
    with django_assert_num_queries(3):
        measures.shown(board)


def test_a_person_who_answers_much_is_counted_once(board: Negotiation, bos: Membership) -> None:
    for question in ("equity", "values", "problem"):
        make.judged(board, bos, question)
    assert measures.shown(board).people == "1 or 2 people"
