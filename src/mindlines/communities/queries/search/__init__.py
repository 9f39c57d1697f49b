"""Finding what a person may see, by words and by meaning. SQLite and PostgreSQL each use their own index of words."""

from .looking import Found, Results, found, look, rows
from .marking import Piece
from .narrowing import Choice, Choices, Narrowed
from .people import people_found

__all__ = [
    "Choice",
    "Choices",
    "Found",
    "Narrowed",
    "Piece",
    "Results",
    "found",
    "look",
    "people_found",
    "rows",
]
