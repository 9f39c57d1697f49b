"""The methods, as the files of the library have them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from mindlines.meetings.choices import GoodFor
from mindlines.meetings.models.methods import AccessNotes, Method

FOLDER = Path(__file__).parents[2] / "methods"
# A method under another licence says so in its file.
LICENCE = "AGPL-3.0-or-later"


@cache
def library() -> dict[str, Method]:
    """Every method by its key, in the order of the names."""
    read = [entry for file in sorted(FOLDER.glob("*.toml")) for entry in _entries(file)]
    return {method.key: method for method in sorted(map(_method, read), key=lambda method: method.name.casefold())}


def method(key: str) -> Method | None:
    """The method of this key; nothing for an empty one, or for one that has left the library."""
    return library().get(key) if key else None


def _entries(file: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["methods"]
    return entries


def _method(entry: dict[str, Any]) -> Method:
    read = {"licence": LICENCE, **entry}
    read |= {name: tuple(read[name]) for name in ("people", "minutes", "materials", "steps")}
    read |= {"good_for": tuple(map(GoodFor, read["good_for"])), "access": AccessNotes(**read["access"])}
    return Method(**read)
