"""What every page of a room shows around its own matter, and how a form gets back to where it was sent from."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.utils.http import url_has_allowed_host_and_scheme

from mindlines.live import rules
from mindlines.live.hub.rendering import Reader, in_parts
from mindlines.live.queries import rooms
from mindlines.live.queries.line import line_of


def around(request: HttpRequest, room: Any, *, audience: str, **wrong: dict[str, Any]) -> dict[str, Any]:
    """The room with its parts, as they are now, for one reader; `wrong` gives a part a form that is to be corrected."""
    own = rooms.own(room, cookies=request.COOKIES)
    line = line_of(room, audience=audience, own=own)
    reader = Reader(own=frozenset(own), token=get_token(request), wrong=wrong)
    return {
        "room": room,
        "meeting": room.meeting,
        "viewer": room.viewer,
        "line": line,
        "own": reader.own,
        "parts": in_parts(room, audience=audience, reader=reader),
        "may_hold": rules.hold(room),
        "may_assist": rules.assist(room),
    }


def typed(request: HttpRequest, *, name: str, most: int) -> str:
    """So much of a field as can be kept."""
    return request.POST.get(name, "").replace("\x00", "").strip()[:most]


def back(request: HttpRequest, *, otherwise: str) -> HttpResponseRedirect:
    """To the page that the form names, if it is one of ours."""
    asked = typed(request, name="back", most=500)
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return HttpResponseRedirect(asked if is_ours else otherwise)


def never_kept(response: HttpResponse) -> HttpResponse:
    """Nobody who uses the device afterwards finds the page in the memory of the browser."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
