"""The WebSockets of a room. They only tell; whoever has something to say posts a form."""

import asyncio
import functools
import random
from concurrent.futures import ThreadPoolExecutor
from http.cookies import CookieError
from typing import Any
from urllib.parse import urlsplit

from channels.routing import URLRouter
from django.conf import settings
from django.db import DatabaseError, connections
from django.http import parse_cookie
from django.http.request import split_domain_port, validate_host
from django.urls import path, re_path

from mindlines.live.access.entering import enter
from mindlines.live.hub.lines import Line, Send
from mindlines.live.hub.switchboard import switchboard
from mindlines.live.models import Room

Scope = dict[str, Any]
Receive = Any

# What somebody may see is asked again after so many seconds: the line is closed, and the page calls anew.
LIFE = 600.0
CALL_AGAIN, ONLY_LISTEN = 4000, 1008

# A gate asks the database three times; a whole meeting comes in within seconds, and pages want their turn too.
_gates = ThreadPoolExecutor(max_workers=4, thread_name_prefix="mindlines-gate")


async def listen(scope: Scope, receive: Receive, send: Send) -> None:
    """One page, from its call to its end."""
    await receive()
    entered = await _enter(scope)
    if entered is None:
        await send({"type": "websocket.close"})
        return
    room, audience = entered
    await send({"type": "websocket.accept"})
    line = Line(room=room.pk, audience=audience, send=send)
    switchboard.join(line, version=room.version)
    try:
        async with asyncio.timeout(LIFE * random.uniform(0.8, 1.2)):  # noqa: S311  # so that not all call at once
            heard = await receive()
        if heard["type"] != "websocket.disconnect":
            await send({"type": "websocket.close", "code": ONLY_LISTEN})
    except TimeoutError:
        await send({"type": "websocket.close", "code": CALL_AGAIN})
    finally:
        switchboard.leave(line)


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """No page of ours calls here."""
    await receive()
    await send({"type": "websocket.close"})


async def _enter(scope: Scope) -> tuple[Room, str] | None:
    headers = {name.decode("latin1"): value.decode("latin1") for name, value in scope["headers"]}
    if not is_own_page(origin=headers.get("origin", ""), host=headers.get("host", "")):
        return None
    try:
        cookies = parse_cookie(headers.get("cookie", ""))
    except CookieError:
        return None
    caller = (scope.get("client") or ("",))[0]
    gate = functools.partial(_at_the_gate, scope["url_route"]["kwargs"], cookies=cookies, guessed_from=caller)
    return await asyncio.get_running_loop().run_in_executor(_gates, gate)


def is_own_page(*, origin: str, host: str) -> bool:
    """Whether a page of this site calls: a browser sends cookies along for any page, and names the page's site."""
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS) and urlsplit(origin).netloc == host


def _at_the_gate(way: dict[str, object], *, cookies: dict[str, str], guessed_from: str) -> tuple[Room, str] | None:
    try:
        return enter(way, cookies=cookies, guessed_from=guessed_from)
    except DatabaseError:
        return None
    finally:
        connections.close_all()


_listen: Any = listen
_refuse: Any = refuse
sockets = URLRouter(
    [
        path("meetings/<int:pk>/room/listen/<slug:audience>/", _listen),
        path("screen/<slug:secret>/listen/", _listen),
        path("room/<slug:code>/listen/", _listen),
        re_path(r"", _refuse),
    ]
)
