"""The same measures once more, without numpy, as the formulas say them; and small problems of every kind."""

from collections import Counter
from itertools import combinations, product

import numpy as np
from hypothesis import strategies as st

from mindlines_analysis.grouping import (
    Apart,
    AtLeast,
    AtMost,
    Distances,
    History,
    NotAlone,
    Participant,
    Pinned,
    Room,
    Roomed,
    Separate,
    Spread,
    Together,
)

NAMES = ("Ana", "Bo", "Chi", "Dee", "Eli", "Fay")
ROLES = ("lay", "gp")


def kind(person, part, people):
    """The kind of a person, or the band of their number."""
    if any(part.by in other.kinds for other in people):
        return person.kinds.get(part.by)
    if part.by not in person.numbers:
        return None
    values = [other.numbers[part.by] for other in people if part.by in other.numbers]
    cuts = [np.quantile(values, band / part.bands) for band in range(1, part.bands)]
    return sum(person.numbers[part.by] >= cut for cut in cuts)


def cost(people, rounds, *, mix, history):
    """What the division costs."""
    by_name = {person.name: person for person in people}
    total, met = 0.0, Counter({frozenset(pair): times for pair, times in history.met.items()})
    for groups in rounds:
        everybody = [by_name[name] for group in groups for name in group]
        for group in groups:
            members = [by_name[name] for name in group]
            for part in mix:
                if isinstance(part, Spread):
                    total += part.weight * _uneven(members, everybody, part, people)
                elif isinstance(part, Separate):
                    pairs = combinations([member.kinds.get(part.by) for member in members], 2)
                    total += part.weight * sum(one == other and one is not None for one, other in pairs)
                else:
                    places = [people.index(member) for member in members]
                    total -= part.weight * sum(part.values[i][j] for i, j in combinations(places, 2))
            for pair in combinations(group, 2):
                total += history.weight * met[frozenset(pair)] ** 2
                met[frozenset(pair)] += 1
    return total


def _uneven(members, everybody, part, people):
    kinds = Counter(kind(person, part, people) for person in everybody)
    here = Counter(kind(person, part, people) for person in members)
    return sum(
        (here[value] - len(members) * many / len(everybody)) ** 2 for value, many in kinds.items() if value is not None
    )


def breaks(people, rounds, *, wishes, rooms=()):
    """The wishes that do not hold in some round."""
    by_name = {person.name: person for person in people}
    found = set()
    for number, groups in enumerate(rounds, start=1):
        found |= {wish for wish in wishes if not all(_holds(wish, group, by_name) for group in groups)}
        where = {name: place for place, group in enumerate(groups, start=1) for name in group}
        for wish in wishes:
            if isinstance(wish, Together) and len({where[name] for name in wish.people if name in where}) > 1:
                found.add(wish)
            if isinstance(wish, Pinned) and wish.round in {None, number}:
                found |= {wish} if where.get(wish.person, wish.group) != wish.group else set()
        for name, place in where.items():
            if rooms:
                found |= {Roomed(name, need) for need in _lacks(by_name[name], rooms[place - 1])}
    return found


def _holds(wish, group, by_name):
    if isinstance(wish, Apart):
        return len(set(group) & set(wish.people)) <= 1
    if isinstance(wish, (Together, Pinned)):
        return True
    of_kind = [by_name[name] for name in group if by_name[name].kinds.get(wish.by) == wish.value]
    everybody, throughout = len(of_kind), len([person for person in of_kind if not person.partly])
    if isinstance(wish, AtLeast):
        return throughout >= wish.count
    if isinstance(wish, AtMost):
        return everybody <= wish.count
    return not (0 < everybody < wish.count or 0 < throughout < wish.count)


def _lacks(person, room):
    lacks = {need for need in person.needs if need not in room.has and need != room.only_for}
    return lacks | ({""} if room.only_for and room.only_for not in person.needs else set())


def every_division(people, sizes):
    """All ways to put people into groups of these sizes, as lists of names."""
    for places in product(range(len(sizes)), repeat=len(people)):
        if all(least <= places.count(group) <= most for group, (least, most) in enumerate(sizes)):
            yield [
                [person.name for person, at in zip(people, places, strict=True) if at == group]
                for group in range(len(sizes))
            ]


participants = st.integers(3, 6).flatmap(
    lambda many: st.tuples(
        *(
            st.builds(
                Participant,
                name=st.just(name),
                kinds=st.fixed_dictionaries(
                    {}, optional={"role": st.sampled_from(ROLES), "home": st.sampled_from("ab")}
                ),
                numbers=st.fixed_dictionaries({}, optional={"years": st.integers(0, 9)}),
                needs=st.frozensets(st.sampled_from(["step-free", "online"]), max_size=1),
                partly=st.integers(0, 5).map(lambda number: number == 0),
            )
            for name in NAMES[:many]
        )
    )
)
rooms = st.builds(Room, has=st.frozensets(st.just("step-free")), only_for=st.sampled_from(["", "", "", "online"]))


def wishes(people, groups):
    """Hard wishes that can be meant for these people."""
    names = st.lists(st.sampled_from([person.name for person in people]), min_size=2, max_size=3, unique=True).map(
        tuple
    )
    roles = sorted({person.kinds["role"] for person in people if "role" in person.kinds})
    kinds = {"by": st.just("role"), "value": st.sampled_from(ROLES), "count": st.integers(1, 2)}
    found = [
        st.builds(Apart, names),
        st.builds(Together, names),
        st.builds(Pinned, st.sampled_from([person.name for person in people]), st.integers(1, groups)),
    ]
    if roles:
        found += [st.builds(AtLeast, **kinds), st.builds(AtMost, **kinds), st.builds(NotAlone, **kinds)]
    return st.lists(st.one_of(found), max_size=5, unique=True)


@st.composite
def divided(draw):
    """People, two rounds of groups, and everything that counts."""
    people = draw(participants)
    groups = draw(st.integers(1, 3))
    rounds = []
    for _ in range(2):
        places = [draw(st.integers(0, groups - 1)) for _ in people]
        rounds.append([[p.name for p, at in zip(people, places, strict=True) if at == g] for g in range(groups)])
    pairs = list(combinations([person.name for person in people], 2))
    met = draw(st.dictionaries(st.sampled_from(pairs), st.integers(1, 3).map(float), max_size=4))
    upper = np.triu(draw(st.integers(0, 5)) * np.arange(len(people) ** 2).reshape(len(people), -1) % 7, 1)
    mix = [Distances((upper + upper.T).tolist(), weight=0.5)]
    if any(person.kinds for person in people):
        by = min({by for person in people for by in person.kinds})
        mix += [Spread(by), Separate(by)]
    if any("years" in person.numbers for person in people):
        mix.append(Spread("years", weight=4, bands=draw(st.integers(1, 4))))
    return {
        "people": people,
        "rounds": rounds,
        "mix": mix,
        "wishes": draw(wishes(people, groups)),
        "rooms": draw(st.one_of(st.just(()), st.tuples(*[rooms] * groups))),
        "history": History(met, weight=6),
    }


@st.composite
def kept(draw):
    """The same with only those wishes, and only rooms, that hold in these groups."""
    found = draw(divided())
    broken = breaks(found["people"], found["rounds"], wishes=found["wishes"], rooms=found["rooms"])
    stands = [wish for wish in found["wishes"] if wish not in broken]
    stay = () if any(isinstance(wish, Roomed) for wish in broken) else found["rooms"]
    return {**found, "wishes": stands, "rooms": stay}
