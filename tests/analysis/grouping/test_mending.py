"""What is answered when the search alone breaks a hard wish."""

import pytest

from mindlines_analysis.grouping import Apart, AtLeast, Participant, Spread, Together, dividing
from mindlines_analysis.grouping._asked import ask
from mindlines_analysis.grouping._describing import describe
from mindlines_analysis.grouping._searching import Effort
from mindlines_analysis.grouping._seats import places_of
from mindlines_analysis.grouping._shape import Wanted

EFFORT = Effort(seconds=60, steps=200, seed=1)


def asked(wishes, *, groups=3, rounds=1):
    people = [Participant(f"P{place:02}", kinds={"role": "lay" if place < 5 else "gp"}) for place in range(12)]
    return ask(people, shape=Wanted(groups=groups, rounds=rounds), mix=[Spread("role")], wishes=wishes)


def broken(problem):
    """The division by the alphabet."""
    names = [person.name for person in problem.people]
    return describe(problem, places_of(problem, [{name: place // 4 for place, name in enumerate(names)}]))


def test_a_proof_that_it_can_be_done_is_where_the_search_goes_on():
    problem = asked([Apart(("P00", "P01")), AtLeast(1, "role", "lay"), Together(("P02", "P11"))])
    assert broken(problem).broken
    mended = dividing._mended(problem, broken(problem), EFFORT)
    assert mended.broken == ()
    assert sorted(len(group) for group in mended.rounds[0]) == [4, 4, 4]


def test_time_is_no_reason_to_break_a_wish(monkeypatch):
    monkeypatch.setattr(dividing, "solved", lambda problem, seconds: None)
    problem = asked([Apart(("P00", "P01")), AtLeast(1, "role", "lay")])
    assert dividing._mended(problem, broken(problem), EFFORT).broken == ()


def test_what_cannot_be_proven_in_time_is_not_called_proven(monkeypatch):
    monkeypatch.setattr(dividing, "solved", lambda problem, seconds: None)
    problem = asked([AtLeast(2, "role", "lay")])
    division = dividing._mended(problem, broken(problem), EFFORT)
    assert division.rounds == ()
    assert AtLeast(2, "role", "lay") in division.conflict.relax


@pytest.mark.parametrize("groups", [2, 3])
def test_a_block_of_whom_only_one_is_there_is_no_block(groups):
    people = [Participant("Ana", rounds=frozenset({1})), *(Participant(f"P{place}") for place in range(7))]
    division = dividing.divide(people, groups=groups, rounds=2, wishes=[Together(("Ana", "P0"))], steps=200, seconds=60)
    assert division.broken == ()
    assert [sum(len(group) for group in made) for made in division.rounds] == [8, 7]


def test_a_thousand_people_need_one_division_at_a_time():
    people = [Participant(str(place), kinds={"role": "abcd"[place % 4]}) for place in range(800)]
    division = dividing.divide(people, size=8, mix=[Spread("role")], steps=200, seconds=60)
    assert division.cost < division.parts[0].by_lot / 4
