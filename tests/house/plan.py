"""The plan of the house, read from the contracts in pyproject.toml, and ways to walk through the tree."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PLATFORM = SOURCE / "mindlines"
LIBRARY = SOURCE / "mindlines_analysis"


@cache
def contract(name: str) -> dict:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return next(found for found in settings["tool"]["importlinter"]["contracts"] if found["id"] == name)


@cache
def floors() -> dict[str, int]:
    """The floor of each context, counted from the ground; contexts on one floor do not know each other."""
    layers = [re.findall(r"\w+", layer) for layer in contract("floors")["layers"]]
    return {context: number for number, layer in enumerate(reversed(layers)) for context in layer}


def contexts() -> list[str]:
    """Contexts that have been born, lowest first."""
    born = {path.parent.name for path in PLATFORM.glob("*/__init__.py")}
    return sorted(born & floors().keys(), key=lambda context: (floors()[context], context))


def context_of(path: Path) -> str:
    return path.relative_to(PLATFORM).parts[0].removesuffix(".py")


def points_down(*, source: str, target: str) -> bool:
    return source == target or floors()[target] < floors()[source]


def python_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def templates() -> Iterator[Path]:
    return (path for path in sorted(PLATFORM.glob("*/templates/**/*")) if path.suffix in {".html", ".txt"})


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def place(path: Path, line: int = 0) -> str:
    return f"{path.relative_to(ROOT)}:{line}" if line else str(path.relative_to(ROOT))


def kind_of(path: Path) -> str:
    """Which of a context's modules a file belongs to: `views`, `actions`, …; a folder counts like the module."""
    parts = path.relative_to(PLATFORM).parts
    return parts[1].removesuffix(".py") if len(parts) > 1 else ""


@cache
def tracked_files() -> list[Path]:
    """Every file that git keeps or would keep; without git, nothing can be said."""
    words = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]
