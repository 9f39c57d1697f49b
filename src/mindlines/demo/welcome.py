"""What `mindlines serve` and `mindlines demo` say on the screen."""

from django.conf import settings

from . import actions, queries


def make_once() -> None:
    """On the first start, when there is nothing yet, make the demonstration community."""
    if queries.is_empty():
        actions.make()


def make(*, again: bool) -> str:
    """Make the demonstration, anew when asked; says what was done."""
    if queries.is_there() and not again:
        return "The demonstration community is there already. To make it anew: mindlines demo --again"
    actions.unmake()
    return f"Made the demonstration community “{actions.make()}”."


def words() -> str:
    """Where the site is, and how to sign in."""
    lines = ["", f"Mindlines is at {settings.MINDLINES_ADDRESS}", ""]
    if queries.is_there() and settings.MINDLINES_DEVELOPMENT:
        lines += [
            "To look around the demonstration, open the sign-in page and choose a person, or ask for a code for",
            "",
        ]
        lines += [f"  {visitor.address:<32} {visitor.name}, {visitor.part}" for visitor in queries.visitors()]
        lines += ["", f"Codes arrive on this screen and at {settings.MINDLINES_ADDRESS}/mailbox/", ""]
    return "\n".join([*lines, "Stop with Ctrl-C.", ""])
