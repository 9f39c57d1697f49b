"""The smallest set of wishes to relax, against every division of a few people."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.grouping import Roomed
from mindlines_analysis.grouping._asked import ask
from mindlines_analysis.grouping._conflict import solved
from mindlines_analysis.grouping._conflict.clash import scenes
from mindlines_analysis.grouping._conflict.kinds import kind_clashes
from mindlines_analysis.grouping._conflict.persons import person_clashes
from mindlines_analysis.grouping._conflict.rooms import room_clashes
from mindlines_analysis.grouping._shape import Wanted
from tests.analysis.grouping import slowly


@st.composite
def problems(draw):
    """A few people, groups equal within one, and wishes that need not agree."""
    people = draw(slowly.participants)
    groups = draw(st.integers(1, 3))
    rooms = draw(st.one_of(st.just(()), st.tuples(*[slowly.rooms] * groups)))
    return ask(people, shape=Wanted(groups=groups), wishes=draw(slowly.wishes(people, groups)), rooms=rooms)


@given(problems())
@settings(max_examples=150, deadline=None)
def test_a_smallest_set_of_wishes_is_relaxed(asked):
    broken = [
        slowly.breaks(asked.people, [groups], wishes=asked.wishes, rooms=asked.rooms)
        for groups in slowly.every_division(asked.people, asked.sizes[0])
    ]
    found = solved(asked, seconds=60)
    assert len(found.relax) == min(len(wishes) for wishes in broken)
    assert any(wishes == set(found.relax) for wishes in broken)
    groups = [[] for _ in asked.sizes[0]]
    for person, place in zip(asked.people, found.places[0], strict=True):
        groups[place].append(person.name)
    assert slowly.breaks(asked.people, [groups], wishes=asked.wishes, rooms=asked.rooms) == set(found.relax)


@given(problems())
@settings(max_examples=150, deadline=None)
def test_whatever_is_said_to_clash_does(asked):
    broken = [
        slowly.breaks(asked.people, [groups], wishes=asked.wishes, rooms=asked.rooms)
        for groups in slowly.every_division(asked.people, asked.sizes[0])
    ]
    (scene,) = scenes(asked)
    for clash in (*kind_clashes(scene), *person_clashes(scene), *room_clashes(scene)):
        assert all(wishes & set(clash.wishes) for wishes in broken)
        assert all(wish in asked.wishes or isinstance(wish, Roomed) for wish in clash.wishes)
