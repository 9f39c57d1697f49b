"""Who may find what, and by what a search can be narrowed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from mindlines.communities.choices import FoundKind, KnowledgeKind
from mindlines.communities.models import Community, Constituency, Membership, Priority
from mindlines.people.models import Person

from .index import Place


@dataclass(frozen=True)
class Narrowed:
    """By what somebody narrowed a search; empty where they did not."""

    kind: str = ""
    knowledge: str = ""
    group: int | None = None
    year: int | None = None
    priority: int | None = None
    community: int | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


@dataclass(frozen=True)
class Hit:
    """An entry that was found, with what it can be narrowed by. `is_loose` when it lacks some of the words."""

    pk: int
    is_loose: bool
    kind: str
    knowledge: str
    group: int | None
    year: int | None
    priority: int | None
    community: int


@dataclass(frozen=True)
class Choice:
    """One value to narrow by. `count` is unknown where more was found than is looked at."""

    value: str
    words: str
    count: int | None
    is_chosen: bool


@dataclass(frozen=True)
class Choices:
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Reach:
    """Where somebody may look."""

    present: tuple[int, ...]
    facilitated: tuple[int, ...]

    def place(self, narrowed: Narrowed) -> Place:
        """The marks of entries that may be seen; nothing outside one's own communities is ever asked for."""
        here = [pk for pk in self.present if narrowed.community in (None, pk)]
        seen = [f"c{pk * 2}" for pk in here] + [f"c{pk * 2 + 1}" for pk in here if pk in self.facilitated]
        by = {
            "k": narrowed.kind if narrowed.kind in FoundKind.values else "",
            "n": narrowed.knowledge if narrowed.knowledge in KnowledgeKind.values else "",
            "g": narrowed.group,
            "y": narrowed.year,
            "p": narrowed.priority,
        }
        return Place(marks=(tuple(seen), *((f"{mark}{value}",) for mark, value in by.items() if value)))


def reach(person: Person) -> Reach:
    memberships = list(Membership.objects.present().with_roles().filter(person=person))
    return Reach(
        present=tuple(membership.community_id for membership in memberships),
        facilitated=tuple(membership.community_id for membership in memberships if membership.facilitates),
    )


def kept(hits: Iterable[Hit], *, narrowed: Narrowed, but: str = "") -> list[Hit]:
    """What is left of `hits`; as if nothing were chosen for `but`."""
    wanted = {each.name: value for each in fields(narrowed) if (value := getattr(narrowed, each.name))}
    wanted.pop(but, None)
    return [hit for hit in hits if all(getattr(hit, name) == value for name, value in wanted.items())]


def choices(hits: Sequence[Hit], *, narrowed: Narrowed, counted: bool) -> tuple[Choices, ...]:
    """What to narrow by, with how many would be left; each is counted as if it alone were not yet chosen."""
    named = _names(hits)
    found = []
    for name, words in named.items():
        chosen = getattr(narrowed, name)
        left = kept(hits, narrowed=narrowed, but=name)
        counts = Counter(getattr(hit, name) for hit in left if getattr(hit, name))
        values = sorted(counts, key=lambda value: (-counts[value], words.get(value, str(value))))
        if name == "year":
            values.sort(reverse=True)
        if len(values) > 1 or chosen:
            offered = tuple(
                Choice(str(value), words.get(value, str(value)), counts[value] if counted else None, value == chosen)
                for value in values
            )
            found.append(Choices(name, offered))
    return tuple(found)


def _names(hits: Iterable[Hit]) -> dict[str, dict[object, str]]:
    listed = list(hits)
    return {
        "kind": {str(kind): str(kind.label) for kind in FoundKind},
        "knowledge": {str(kind): str(kind.label) for kind in KnowledgeKind},
        "group": dict(Constituency.objects.filter(pk__in={hit.group for hit in listed}).values_list("pk", "name")),
        "year": {},
        "priority": dict(Priority.objects.filter(pk__in={hit.priority for hit in listed}).values_list("pk", "title")),
        "community": dict(Community.objects.filter(pk__in={hit.community for hit in listed}).values_list("pk", "name")),
    }
