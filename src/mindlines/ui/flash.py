"""A message after a deed, with a button that takes the deed back."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise

UNDO = "undo:"


def undoable(request: HttpRequest, words: str | Promise, *, undo_url: str) -> None:
    """Say what was done; the button posts to `undo_url`."""
    messages.success(request, str(words), extra_tags=f"{UNDO}{undo_url}")


def undo_url(extra_tags: str) -> str:
    """The address a message carries, or nothing."""
    return next((tag.removeprefix(UNDO) for tag in extra_tags.split() if tag.startswith(UNDO)), "")
