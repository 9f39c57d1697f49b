"""The world behind the doors: Ana and Bo in one community with one meeting, Chi in charge of the community next door."""

import importlib
from types import ModuleType

from mindlines.communities.models import Community, Membership
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from tests.house import plan
from tests.house.doors import World


def rooms() -> list[ModuleType]:
    """The files of the doors table, lowest context first; what belongs to no context comes last."""
    names = [path.stem for path in (plan.ROOT / "tests/house/doors").glob("[a-z]*.py")]
    order = plan.contexts()
    names.sort(key=lambda name: (order.index(name) if name in order else len(order), name))
    return [importlib.import_module(f"tests.house.doors.{name}") for name in names]


def furnished(*, community: Community, meeting: Meeting, ana: Person, bo: Person, chi: Person) -> World:
    world = World(
        community=community,
        meeting=meeting,
        ana=ana,
        bo=bo,
        chi=chi,
        anas=Membership.objects.get(community=community, person=ana),
        bos=Membership.objects.get(community=community, person=bo),
    )
    for room in rooms():
        furnish = getattr(room, "furnish", None)
        if furnish:
            furnish(world)
    return world
