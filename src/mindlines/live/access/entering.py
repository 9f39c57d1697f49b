"""The gate of a WebSocket, which has cookies and an address like a page, but no middleware before it."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import Http404

from mindlines.kernel.rules import Rule
from mindlines.live import rules
from mindlines.live.access.passes import person_of
from mindlines.live.access.room import room, screen, visited
from mindlines.live.choices import Audience
from mindlines.live.models import Room
from mindlines.people.access import signed_in

Way = Mapping[str, object]


def enter(way: Way, *, cookies: Mapping[str, str], guessed_from: str) -> tuple[Room, str] | None:
    """The room that this address leads to and the audience to which the caller belongs; strangers get nothing."""
    try:
        if "secret" in way:
            return screen(str(way["secret"])), Audience.SCREEN
        if "code" in way:
            return visited(str(way["code"]), guessed_from=guessed_from), Audience.EVERYONE
        pk = int(str(way["pk"]))
        person = signed_in(cookies) or person_of(cookies, meeting=pk)
        audience = Audience(str(way["audience"]))
        return (room(person, pk, may=MAY[audience]), audience) if person and audience in MAY else None
    except (Http404, PermissionDenied, ValueError):
        return None


# Pages that ask who somebody is, and the rule for each.
MAY: dict[str, Rule[[Room]]] = {Audience.EVERYONE: rules.follow, Audience.CONSOLE: rules.assist}
