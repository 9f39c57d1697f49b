"""What the story says of a meeting, and where meetings are."""

from dataclasses import dataclass

from mindlines.meetings.choices import ActionState, MeetingKind, Outcome, Phase, Setting

HALL = ("The Old Corn Hall", "2 Market Place, Tern Bridge")
HALL_ACCESS = (
    "Level from the street. Two steps into the small room, none into the large one. Hearing loop in the large room. "
    "Three parking places for blue badges behind the hall. Bus 7 stops outside. Quiet room upstairs, by lift."
)
LINK = "https://meet.example.org/moving-well"
DIAL_IN = "01632 960 200, then 4471#"


@dataclass(frozen=True)
class Item:
    """Title, minutes, kind, who leads, and what it needs; `priority` counts from 0, `went` is how its method went and what to do differently."""

    title: str
    minutes: int
    kind: str
    lead: str = ""
    words: str = ""
    knowledge: tuple[str, ...] = ()
    priority: int | None = None
    outcome: str = Outcome.REACHED
    note: str = ""
    came_from_point: str = ""
    came_from_item: str = ""
    method: str = ""
    went: tuple[str, str] | None = None


@dataclass(frozen=True)
class Said:
    """A line of the notes: under which item, what kind, who raised it, and what became of it."""

    item: int
    kind: str
    words: str
    by: str = ""
    became: str = ""


@dataclass(frozen=True)
class Promise:
    """An action: under which item, what, who, by when (days after the meeting), and how it stands."""

    item: int
    words: str
    owner: str
    days: int
    state: str = ActionState.OPEN
    reason: str = ""


@dataclass(frozen=True)
class Gathering:
    """One meeting; `days` is how long ago it was, below zero when it is still to come."""

    title: str
    days: int
    purpose: str
    items: tuple[Item, ...]
    kind: str = MeetingKind.COMMUNITY
    setting: str = Setting.IN_PERSON
    phase: str = Phase.HELD
    minutes: int = 120
    room: tuple[str, ...] = ()
    online: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    promises: tuple[Promise, ...] = ()
    because: str = ""
