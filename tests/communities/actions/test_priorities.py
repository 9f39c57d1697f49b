import pytest

from mindlines.communities.actions import priorities as actions
from mindlines.communities.choices import PriorityState
from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused


@pytest.fixture
def three(community, ana):
    return [actions.add(title, to=community, by=ana) for title in ("STarT Back", "ESCAPE-pain", "SWAP")]


def titles(community):
    return [each.title for each in community.priorities.all()]


def test_a_priority_keeps_the_criteria_it_meets_and_can_be_found(community, ana):
    criterion = actions.add_criterion("A patient priority", to=community, by=ana)
    made = actions.add("Walking groups", to=community, by=ana, why="People ask for them.", meets=[criterion])
    assert list(made.meets.all()) == [criterion]
    assert SearchEntry.objects.get(ref=f"communities.priority:{made.pk}").words == "People ask for them."


def test_the_same_title_twice_is_one_priority(community, ana, three):
    assert actions.add("start back", to=community, by=ana) == three[0]


def test_a_priority_moves_one_step_and_no_further_than_the_end(community, three):
    actions.move(community, pk=three[0].pk, steps=1)
    assert titles(community) == ["ESCAPE-pain", "STarT Back", "SWAP"]
    for _click in range(3):
        actions.move(community, pk=three[0].pk, steps=1)
    assert titles(community) == ["ESCAPE-pain", "SWAP", "STarT Back"]


def test_a_priority_is_dragged_to_a_place(community, three):
    actions.place(community, pk=three[2].pk, at=0)
    assert titles(community) == ["SWAP", "STarT Back", "ESCAPE-pain"]


def test_a_priority_of_the_neighbours_is_left_where_it_is(neighbours, community, three, chi):
    theirs = actions.add("Backs first", to=neighbours, by=chi)
    actions.move(community, pk=theirs.pk, steps=1)
    actions.place(community, pk=theirs.pk, at=0)
    assert titles(community) == ["STarT Back", "ESCAPE-pain", "SWAP"]


def test_a_changed_title_is_refused_when_another_priority_has_it(ana, three):
    with pytest.raises(Refused, match="another title"):
        actions.change(three[0], title="swap", why="", meets=[], by=ana)
    actions.change(three[0], title="STarT Back, again", why="It works.", meets=[], by=ana)
    assert three[0].why == "It works."


def test_reaching_a_priority_twice_is_one_line(community, ana, three):
    actions.reach(three[0], by=ana)
    actions.reach(three[0], by=ana)
    assert three[0].state == PriorityState.REACHED
    assert community.record.filter(verb="reached-priority").count() == 1


def test_a_stopped_priority_is_not_reached(ana, three):
    three[0].state = PriorityState.STOPPED
    three[0].save()
    with pytest.raises(Refused, match="stopped"):
        actions.reach(three[0], by=ana)


def test_criteria_are_added_once_changed_and_removed(community, ana):
    criterion = actions.add_criterion("In guidance", to=community, by=ana)
    assert actions.add_criterion("in guidance", to=community, by=ana) == criterion
    actions.add_criterion("A plan exists", to=community, by=ana)
    with pytest.raises(Refused, match="already"):
        actions.change_criterion(criterion, words="a plan exists", by=ana)
    actions.change_criterion(criterion, words="Quoted in national guidance", by=ana)
    actions.remove_criterion(criterion, by=ana)
    assert [str(each) for each in community.criteria.all()] == ["A plan exists"]
