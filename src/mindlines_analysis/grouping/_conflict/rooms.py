"""Clashes of what people need with what rooms have."""

from collections.abc import Iterator

from mindlines_analysis.grouping._conflict.clash import Clash, Scene, in_words, people_in_words, starting
from mindlines_analysis.grouping._conflict.persons import Bonds
from mindlines_analysis.grouping._refusing import listed
from mindlines_analysis.grouping.people import Participant, Room
from mindlines_analysis.grouping.wishes import Pinned, Roomed, Wish

__all__ = ["room_clashes", "unmet"]


def unmet(person: Participant, room: Room) -> tuple[Roomed, ...]:
    """What `person` would lack in `room`; an empty need where the room is only for others."""
    missing = sorted(person.needs - room.has - {room.only_for})
    strange = [""] if room.only_for and room.only_for not in person.needs else []
    return tuple(Roomed(person.name, need) for need in [*missing, *strange])


def room_clashes(scene: Scene) -> Iterator[Clash]:
    """People for whom there is no room, rooms too small for those who need them, and wishes about places."""
    if not scene.asked.rooms:
        return
    yield from _nowhere(scene)
    yield from _too_small(scene)
    yield from _too_large(scene)
    yield from _pinned(scene)
    yield from _together(scene)


def _nowhere(scene: Scene) -> Iterator[Clash]:
    rooms = scene.asked.rooms
    had = frozenset().union(*(room.has | {room.only_for} for room in rooms))
    stranded: dict[frozenset[str], list[Participant]] = {}
    for person in scene.there:
        if person.needs in stranded or not any(room.suits(person) for room in rooms):
            stranded.setdefault(person.needs, []).append(person)
    for needs, people in stranded.items():
        missing = sorted(needs - had)
        whom = people[0].name if len(people) == 1 else f"{people_in_words(len(people))}"
        need = f"{whom} {'needs' if len(people) == 1 else 'need'} a room that is {listed(missing or sorted(needs))}"
        wishes: dict[Wish, None] = {}
        for person in people:
            lacks = [Roomed(person.name, one) for one in missing]
            wishes.update(dict.fromkeys(lacks or [wish for room in rooms for wish in unmet(person, room)]))
        if missing:
            sentence = f"{need}, and no group has one{scene.when}"
        elif needs:
            sentence = f"{need}, and no room that is open to them has it all{scene.when}"
        else:
            sentence = (
                f"every room is only for others, so {whom} {'has' if len(people) == 1 else 'have'} no place{scene.when}"
            )
        names = f": {listed(person.name for person in people)}" if len(people) > 1 else ""
        told = sentence if sentence.startswith(people[0].name) else starting(sentence)
        yield Clash(tuple(wishes), f"{told}{names}. Find another room, or arrange it with them.")


def _too_small(scene: Scene) -> Iterator[Clash]:
    for need in sorted({need for person in scene.there for need in person.needs}):
        needing = [person for person in scene.there if need in person.needs]
        suited = [place for place, room in enumerate(scene.asked.rooms) if need in room.has | {room.only_for}]
        seats = sum(scene.sizes[place][1] for place in suited if place < scene.groups)
        if 0 < seats < len(needing):
            groups = (
                f"the {in_words(len(suited))} groups that have one hold"
                if len(suited) > 1
                else "the group that has one holds"
            )
            verb = "needs" if len(needing) == 1 else "need"
            sentence = f"{people_in_words(len(needing))} {verb} a room that is {need}, and {groups} {in_words(seats)}{scene.when}."
            yield Clash(
                tuple(Roomed(person.name, need) for person in needing),
                starting(sentence, "Find another such room, or make those groups larger."),
            )


def _too_large(scene: Scene) -> Iterator[Clash]:
    for need in sorted({room.only_for for room in scene.asked.rooms} - {""}):
        others = [person for person in scene.there if need not in person.needs]
        sizes = [size for size, room in zip(scene.sizes, scene.asked.rooms, strict=False) if room.only_for == need]
        least, many = sum(low for low, _ in sizes), len(scene.there) - len(others)
        if least > many:
            sentence = f"the rooms only for those who need {need} have at least {people_in_words(least)}, and "
            sentence += f"{people_in_words(many)} {'needs' if many == 1 else 'need'} it{scene.when}."
            yield Clash(
                tuple(Roomed(person.name, "") for person in others),
                starting(sentence, "Make those groups smaller, or fewer."),
            )


def _pinned(scene: Scene) -> Iterator[Clash]:
    people = {person.name: person for person in scene.there}
    for wish in scene.pins:
        missing = unmet(people[wish.person], scene.asked.rooms[wish.group - 1])
        if missing:
            yield _misplaced(scene, wish, missing)


def _misplaced(scene: Scene, wish: Pinned, missing: tuple[Roomed, ...]) -> Clash:
    needs = [each.need for each in missing if each.need]
    lack = f"is not {listed(needs)}, which they need" if needs else "is only for others"
    sentence = f"{wish.person} is to stay in group {wish.group}, whose room {lack}{scene.when}."
    return Clash((wish, *missing), f"{sentence} Choose another group for them, or another room.")


def _together(scene: Scene) -> Iterator[Clash]:
    """People who are to be together, each with rooms of their own, but with none for them all."""
    people = {person.name: person for person in scene.there}
    bonds = Bonds(scene)
    for block in bonds.blocks():
        members = [people[name] for name in block]
        rooms = [room for room in scene.asked.rooms if all(room.suits(person) for person in members)]
        if not rooms and all(any(room.suits(person) for room in scene.asked.rooms) for person in members):
            wishes: dict[Wish, None] = dict.fromkeys(wish for name in block for _, wish in bonds.links[name])
            for person in members:
                wishes.update(dict.fromkeys(wish for room in scene.asked.rooms for wish in unmet(person, room)))
            sentence = f"no room suits all of {listed(block)}, who are to be together{scene.when}."
            yield Clash(tuple(wishes), starting(sentence, "Find a room that does, or let them part."))
