import pytest
from django.core.exceptions import PermissionDenied

from mindlines.kernel.errors import Refused
from mindlines.kernel.rules import rule


@rule(otherwise="Only even numbers may enter.")
def enter(number: int) -> bool:
    """Whether the number is even."""
    return number % 2 == 0


def test_a_rule_answers_and_keeps_its_name():
    assert enter(2)
    assert not enter(3)
    assert (enter.__name__, enter.__doc__) == ("enter", "Whether the number is even.")


def test_a_rule_that_is_required_refuses_with_its_own_sentence():
    enter.require(4)
    with pytest.raises(PermissionDenied, match="Only even numbers may enter"):
        enter.require(5)


def test_a_refusal_reads_as_its_sentence():
    assert str(Refused("The meeting is closed.")) == "The meeting is closed."
