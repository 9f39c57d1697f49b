"""A name is taken out of what others wrote, and nothing else."""

import pytest

from mindlines.communities.actions import names
from tests import make


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Bo saw it. Ask Bo!", "a former member saw it. Ask a former member!"),
        ("The Board and the body of Bosnia", "The Board and the body of Bosnia"),
        ("Bo’s leaflet (Bo)", "a former member’s leaflet (a former member)"),
    ],
)
def test_a_name_within_another_word_is_no_name(words, left):
    assert names.without(words, name="Bo") == left


def test_nobody_without_a_name_is_looked_for():
    assert names.without("As it was", name="") == "As it was"


def test_where_two_have_the_name_it_stays_and_elsewhere_it_does_not(community, bos):
    assert names.communities_of(bos.person) == [community.pk]
    make.membership(community, make.person(bos.person.name))
    assert names.communities_of(bos.person) == []
