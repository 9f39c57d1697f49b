"""What a decision rests on, looked up afresh: what was withdrawn since is no longer told."""

from collections.abc import Iterable
from dataclasses import dataclass

from mindlines.communities.models import Community
from mindlines.coproduction.models import Decision
from mindlines.knowledge.queries import things
from mindlines.knowledge.queries.things import Thing


@dataclass(frozen=True)
class Basis:
    """One ground with the reason for it. `ground` is its number while it can be taken away."""

    thing: Thing | None
    why: str
    ground: int = 0


@dataclass(frozen=True)
class Grounds:
    resting: list[Basis]
    set_aside: list[Basis]

    def __bool__(self) -> bool:
        return bool(self.resting or self.set_aside)


def of(decision: Decision) -> Grounds:
    """At most four queries."""
    rows = list(decision.grounds.all())
    known = things.known(decision.community, keys=[things.key_of(row) for row in rows])
    bases = [(row.is_set_aside, Basis(known.get(things.key_of(row)), row.why, row.pk)) for row in rows]
    return Grounds([basis for aside, basis in bases if not aside], [basis for aside, basis in bases if aside])


def frozen(decision: Decision) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Keys and reasons, as a record keeps them: what rests, and what was set aside."""
    rows = list(decision.grounds.all())
    kept = [(row.is_set_aside, {"key": things.key_of(row), "why": row.why}) for row in rows]
    return [each for aside, each in kept if not aside], [each for aside, each in kept if aside]


def thawed(community: Community, *, kept: Iterable[dict[str, str]]) -> list[Basis]:
    """What a record names, in its present words. At most three queries."""
    named = list(kept)
    known = things.known(community, keys=[each["key"] for each in named])
    return [Basis(known.get(each["key"]), each["why"]) for each in named]
