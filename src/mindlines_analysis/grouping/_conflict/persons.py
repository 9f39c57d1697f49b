"""Clashes of wishes about people by name: together, apart, and kept in a group."""

from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import combinations

from mindlines_analysis.grouping._conflict.clash import Clash, Scene, in_words, people_in_words, starting
from mindlines_analysis.grouping._refusing import listed
from mindlines_analysis.grouping.wishes import Apart, Pinned, Together

__all__ = ["Bonds", "person_clashes"]

# From how many people cliques are looked for; the exact model finds the others.
STARTS = 20

Links = dict[str, list[tuple[str, Together]]]


class Bonds:
    """Who is to be with whom, directly or through others."""

    def __init__(self, scene: Scene) -> None:
        self.links: Links = defaultdict(list)
        for wish in scene.asked.wishes:
            if isinstance(wish, Together):
                names = [name for name in wish.people if name in scene.names]
                for other in names[1:]:
                    self.links[names[0]].append((other, wish))
                    self.links[other].append((names[0], wish))

    def blocks(self) -> list[list[str]]:
        """The people of each set that is to be in one group."""
        found, seen = [], set()
        for name in self.links:
            if name not in seen:
                block = list(self._ways(name))
                seen.update(block)
                found.append(block)
        return found

    def between(self, one: str, other: str) -> tuple[Together, ...] | None:
        """The fewest wishes that bring two people together; None where nothing does."""
        return self._ways(one).get(other)

    def _ways(self, start: str) -> dict[str, tuple[Together, ...]]:
        ways: dict[str, tuple[Together, ...]] = {start: ()}
        queue = deque([start])
        while queue:
            name = queue.popleft()
            for other, wish in self.links.get(name, []):
                if other not in ways:
                    ways[other] = (*ways[name], wish)
                    queue.append(other)
        return {name: tuple(dict.fromkeys(way)) for name, way in ways.items()}


def person_clashes(scene: Scene) -> Iterator[Clash]:
    """What is asked of people by name and cannot be."""
    bonds = Bonds(scene)
    yield from _both_ways(scene, bonds)
    yield from _too_large(scene, bonds)
    yield from _too_many_apart(scene)
    yield from _pinned_together(scene, bonds)
    yield from _pinned_apart(scene)
    yield from _pinned_over(scene)


def _both_ways(scene: Scene, bonds: Bonds) -> Iterator[Clash]:
    for wish in scene.asked.wishes:
        if not isinstance(wish, Apart):
            continue
        bound = [name for name in wish.people if name in bonds.links]
        for one, other in combinations(bound, 2):
            way = bonds.between(one, other)
            if way is not None:
                through = "" if len(way) == 1 else " (through others)"
                sentence = f"{one} and {other} are to be together{through} and apart{scene.when}."
                yield Clash((wish, *way), f"{sentence} Leave one of these wishes out.")
                break


def _too_large(scene: Scene, bonds: Bonds) -> Iterator[Clash]:
    largest = max(most for _, most in scene.sizes)
    for block in bonds.blocks():
        if len(block) > largest:
            wishes = tuple(dict.fromkeys(wish for name in block for _, wish in bonds.links[name]))
            sentence = (
                f"{people_in_words(len(block))} who are to be together do not fit in a group of {in_words(largest)}"
            )
            sentence += f"{scene.when}: {listed(block)}."
            yield Clash(wishes, starting(sentence, "make larger groups, or let them part."))


def _too_many_apart(scene: Scene) -> Iterator[Clash]:
    """Wishes each of which names too many, then people whom several wishes keep apart from each other."""
    edges: dict[str, dict[str, Apart]] = defaultdict(dict)
    for wish in scene.asked.wishes:
        if isinstance(wish, Apart):
            names = [name for name in wish.people if name in scene.names]
            if len(names) > scene.groups:
                yield _crowd(scene, names, (wish,))
                continue
            for one, other in combinations(names, 2):
                edges[one].setdefault(other, wish)
                edges[other].setdefault(one, wish)
    can = {name for name in edges if len(edges[name]) >= scene.groups}
    for name in sorted(can, key=lambda name: (-len(edges[name]), name))[:STARTS]:
        clique = [name]
        for other in sorted(can & edges[name].keys(), key=lambda other: (-len(edges[other]), other)):
            if len(clique) <= scene.groups and all(other in edges[each] for each in clique):
                clique.append(other)
        if len(clique) > scene.groups:
            yield _crowd(
                scene, clique, tuple(dict.fromkeys(edges[one][other] for one, other in combinations(clique, 2)))
            )


def _crowd(scene: Scene, names: list[str], wishes: tuple[Apart, ...]) -> Clash:
    many = in_words(len(names))
    there = f"there {'is' if scene.groups == 1 else 'are'} {in_words(scene.groups)}{scene.when}"
    named = listed(sorted(names, key=scene.asked.index.__getitem__))
    sentence = f"{many} people who are all to be apart need {many} groups, and {there}: {named}."
    return Clash(wishes, starting(sentence, "make more groups, or let two of them meet."))


def _pinned_together(scene: Scene, bonds: Bonds) -> Iterator[Clash]:
    pins: dict[str, Pinned] = {}
    for wish in scene.pins:
        first = pins.setdefault(wish.person, wish)
        if wish.group != first.group:
            sentence = f"{wish.person} is to stay in group {first.group} and in group {wish.group}{scene.when}."
            yield Clash((first, wish), f"{sentence} Keep one of the two.")
    for block in bonds.blocks():
        pinned = [pins[name] for name in block if name in pins]
        for one, other in ((pinned[0], other) for other in pinned if other.group != pinned[0].group):
            where = f"{one.person} is to stay in group {one.group} and {other.person} in group {other.group}"
            sentence = f"{where}, but they are to be together{scene.when}."
            way = bonds.between(one.person, other.person) or ()
            yield Clash((*way, one, other), f"{sentence} Free one of the two, or let them part.")


def _pinned_apart(scene: Scene) -> Iterator[Clash]:
    by_person: dict[str, Pinned] = {wish.person: wish for wish in scene.pins}
    for wish in scene.asked.wishes:
        if not isinstance(wish, Apart):
            continue
        pinned = [by_person[name] for name in wish.people if name in by_person]
        for one, other in combinations(pinned, 2):
            if one.group == other.group:
                sentence = (
                    f"{one.person} and {other.person} are to stay in group {one.group}, and to be apart{scene.when}."
                )
                yield Clash((wish, one, other), f"{sentence} Free one of the two, or let them meet.")
                break


def _pinned_over(scene: Scene) -> Iterator[Clash]:
    staying: dict[int, dict[str, Pinned]] = defaultdict(dict)
    for wish in scene.pins:
        staying[wish.group].setdefault(wish.person, wish)
    for group, pins in sorted(staying.items()):
        most = scene.sizes[group - 1][1]
        if len(pins) > most:
            sentence = f"group {group} has at most {people_in_words(most)}, and {in_words(len(pins))} are to stay there"
            sentence += f"{scene.when}: {listed(pins)}."
            yield Clash(tuple(pins.values()), starting(sentence, "Free some of them, or make the group larger."))
