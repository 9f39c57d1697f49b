"""What we know is found by its own words, and narrowed by what it is filed under."""

import pytest

from mindlines.communities.models import Priority
from mindlines.communities.queries import search
from mindlines.communities.queries.search import Narrowed
from mindlines.knowledge.actions import findable
from tests import make_knowledge


@pytest.fixture
def falls(community, anas) -> Priority:
    """A priority, and a trial filed under it that does not name it."""
    made = Priority.objects.create(community=community, title="Fewer tumbles")
    item = make_knowledge.item(community, "The trial", by=anas, words="Exercise therapy reduces pain.", priority=made)
    findable.put_item(item)
    return made


def test_the_title_of_a_priority_finds_no_item_in_which_it_does_not_stand(falls, bo):
    assert search.found(bo, typed="tumbles") == []


def test_what_was_found_can_be_narrowed_to_a_priority(falls, bo, community):
    other = Priority.objects.create(community=community, title="More exercise")
    shown = {
        each.pk: len(search.look(bo, typed="exercise", narrowed=Narrowed(priority=each.pk)).hits)
        for each in (falls, other)
    }
    assert shown == {falls.pk: 1, other.pk: 0}


def test_why_it_was_found_says_nothing_of_words_that_stand_in_it(falls, bo):
    row = search.found(bo, typed="exercise tumbles")[0]
    assert (row.title, row.why) == ("The trial", ("without: tumbles",))
