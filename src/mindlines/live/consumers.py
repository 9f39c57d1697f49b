"""The WebSockets of a room. They only tell; whoever has something to say posts a form."""

import asyncio
import functools
import random
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import DatabaseError, connections
from django.urls import path

from mindlines.kernel.sockets import CALL_AGAIN, Scope, cookies_of
from mindlines.live.access.entering import enter
from mindlines.live.hub.lines import Line, Send
from mindlines.live.hub.switchboard import switchboard
from mindlines.live.models import Room

Receive = Any

# What somebody may see is asked again after so many seconds: the line is closed, and the page calls anew.
LIFE = 600.0
ONLY_LISTEN = 1008

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


async def _enter(scope: Scope) -> tuple[Room, str] | None:
    cookies = cookies_of(scope)
    if cookies is None:
        return None
    caller = (scope.get("client") or ("",))[0]
    gate = functools.partial(_at_the_gate, scope["url_route"]["kwargs"], cookies=cookies, guessed_from=caller)
    return await asyncio.get_running_loop().run_in_executor(_gates, gate)


def _at_the_gate(way: dict[str, object], *, cookies: Mapping[str, str], guessed_from: str) -> tuple[Room, str] | None:
    try:
        return enter(way, cookies=cookies, guessed_from=guessed_from)
    except DatabaseError:
        return None
    finally:
        connections.close_all()


_listen: Any = listen
routes = [
    path("meetings/<int:pk>/room/listen/<slug:audience>/", _listen),
    path("screen/<slug:secret>/listen/", _listen),
    path("room/<slug:code>/listen/", _listen),
]
