import pytest

from mindlines.meetings.choices import Phase
from mindlines.voice.actions import pulse
from mindlines.voice.measures.pulse import middle_words, result
from mindlines.voice.models import Ballot
from tests.voice.talk import answered, came


@pytest.fixture
def poll(meeting, ana):
    meeting.phase = Phase.HELD
    meeting.save()
    came(meeting, "Lay members", 6)
    came(meeting, "Clinicians", 6)
    return pulse.ask(meeting, by=ana)


def test_of_four_answers_nothing_is_shown(poll):
    answered(poll, lay=[5, 4], other=[3, 2])
    found = result(poll, with_lines=True)
    assert (found.people, found.is_enough, found.statements, found.lines) == (4, False, (), ())


def test_everybody_together_where_one_side_has_too_few(poll):
    answered(poll, lay=[2, 2, 4, 5], other=[5, 5, 5])
    found = result(poll, with_lines=False)
    assert not found.is_compared
    told = found.statements[0]
    assert told.words == "I knew what my part was today."
    assert (told.everyone.people, told.everyone.middle, told.sides, told.gap) == (7, "Fully", (), "")
    assert told.everyone.in_words == "A little: 2, Mostly: 1, Fully: 4"
    assert [(piece.step, piece.start) for piece in told.everyone.pieces if piece.count] == [
        (2, 0),
        (4, 28.57),
        (5, 42.86),
    ]


def test_both_sides_where_each_has_five(poll):
    answered(poll, lay=[2, 2, 2, 3, 5], other=[4, 4, 4, 5, 5, 5])
    told = result(poll, with_lines=False).statements[3]
    assert [(side.label, side.middle) for side in told.sides] == [
        ("Lay members", "A little"),
        ("Everyone else", "between “Mostly” and “Fully”"),
    ]
    assert told.gap == "Lay members answered 2 steps lower."


def test_a_small_difference_is_called_the_same_and_a_single_step_a_step(poll):
    answered(poll, lay=[4] * 5, other=[4] * 5)
    assert result(poll, with_lines=False).statements[0].gap == "Both sides answered much the same."
    Ballot.objects.filter(side="other").update(before=[3] * 6)
    assert result(poll, with_lines=False).statements[0].gap == "Everyone else answered a step lower."


def test_a_statement_that_applies_to_few_of_a_side_is_not_compared(poll):
    answered(poll, lay=[4] * 5, other=[4] * 5)
    one = Ballot.objects.filter(side="lay").first()
    one.before = [4, 4, 4, 4, None, 4]
    one.save()
    statements = result(poll, with_lines=False).statements
    assert (len(statements[0].sides), len(statements[4].sides), statements[4].everyone.people) == (2, 0, 9)


def test_a_statement_that_applies_to_few_at_all_is_not_shown(poll):
    answered(poll, lay=[4] * 5, other=[])
    Ballot.objects.update(before=[4, 4, 4, 4, 4, None])
    last = result(poll, with_lines=False).statements[5].everyone
    assert (last.pieces, last.middle, last.in_words) == ((), "", "")
    assert middle_words([4]) == ""


def test_lines_are_for_facilitators_and_stand_in_no_order_of_answering(poll):
    answered(poll, lay=[4] * 5, other=[])
    for ballot, why in zip(Ballot.objects.all(), ["warm", "", "cold", "loud", ""], strict=True):
        ballot.why = why
        ballot.save()
    assert result(poll, with_lines=True).lines == ("cold", "loud", "warm")
    assert result(poll, with_lines=False).lines == ()
