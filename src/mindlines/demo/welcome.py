"""The words on the screen at start-up."""

from django.conf import settings


def make_once() -> None:
    """Make the demonstration community unless there is one already."""


def make(*, again: bool) -> str:
    return ""


def words() -> str:
    return f"\nMindlines is at {settings.MINDLINES_ADDRESS}\n"
