"""Writing the story into the database."""

from .whole import make, unmake

__all__ = ["make", "unmake"]
