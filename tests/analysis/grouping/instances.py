"""Invented meetings that lie outside the project, as arguments of `divide`.

The environment's MINDLINES_REAL_FILES names the folder in which `grouping/meetings/NAME.json` are. A person's name is their number.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mindlines_analysis.grouping import (
    Apart,
    AtLeast,
    History,
    Mix,
    Participant,
    Room,
    Separate,
    Spread,
    Together,
    Wish,
)

FOLDER = os.environ.get("MINDLINES_REAL_FILES", "")
KINDS = ("lay", "commissioner", "gp", "clinician", "researcher", "facilitator")
MIX: tuple[Mix, ...] = (
    Spread("kind", weight=10),
    Spread("gender", weight=3),
    Spread("experience", weight=4, bands=4),
    Spread("confidence", weight=4),
    Separate("organisation", weight=5),
)


@dataclass(frozen=True)
class Instance:
    """What `divide` takes: `people`, `size` (one number for each group), `mix`, `wishes`, `rooms` and `history`."""

    people: tuple[Participant, ...]
    size: tuple[int, ...]
    mix: tuple[Mix, ...]
    wishes: tuple[Wish, ...]
    rooms: tuple[Room, ...]
    history: History

    @property
    def arguments(self) -> dict[str, Any]:
        """Everything but people and size, which `assess` takes too."""
        return {"mix": self.mix, "wishes": self.wishes, "rooms": self.rooms, "history": self.history}


def folder() -> Path:
    """Where the meetings lie."""
    return Path(FOLDER, "grouping", "meetings")


def read(path: Path) -> dict[str, Any]:
    """The meeting as it is written."""
    return json.loads(path.read_text())


def instance(meeting: dict[str, Any]) -> Instance:
    """The meeting as arguments."""
    return Instance(
        people=tuple(_person(meeting, i) for i in range(meeting["n"])),
        size=tuple(meeting["size"]),
        mix=MIX,
        wishes=(
            AtLeast(1, "kind", "facilitator"),
            AtLeast(meeting["min_lay"], "kind", "lay"),
            *(Apart((str(i), str(j))) for i, j in meeting["apart"]),
            *(Together((str(i), str(j))) for i, j in meeting["together"]),
        ),
        rooms=tuple(_room(meeting, g) for g in range(meeting["G"])),
        history=History({(str(i), str(j)): times for i, j, times in meeting["history"]}, weight=6),
    )


def _person(meeting: dict[str, Any], i: int) -> Participant:
    confidence, gender = meeting["confidence"][i], meeting["gender"][i]
    kinds = {
        "kind": KINDS[meeting["kind"][i]],
        "organisation": str(meeting["org"][i]),
        "confidence": "low" if confidence <= 2 else "middle" if confidence == 3 else "high",
    }
    return Participant(
        name=str(i),
        kinds=kinds | ({"gender": str(gender)} if gender < 2 else {}),  # the third did not say
        numbers={"experience": meeting["experience"][i]},
        needs=frozenset(
            need for need, has in (("online", meeting["online"][i]), ("step-free", meeting["needs_stepfree"][i])) if has
        ),
    )


def _room(meeting: dict[str, Any], g: int) -> Room:
    return Room(
        name=str(g + 1),
        has=frozenset({"step-free"} if g in meeting["stepfree_groups"] else ()),
        only_for="online" if g in meeting["online_groups"] else "",
    )
