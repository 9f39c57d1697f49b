"""The WebSocket of a text that is written together."""

import asyncio
import functools
import random
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import DatabaseError, connections
from django.urls import path
from pycrdt import get_state, get_update

from mindlines.coproduction.access.writing import enter
from mindlines.coproduction.actions.writing import store
from mindlines.coproduction.hub import messages
from mindlines.coproduction.hub.desks import NO_LONGER, Desks
from mindlines.coproduction.hub.lines import Line, Send
from mindlines.coproduction.queries.writing import EMPTY, content_of, is_update
from mindlines.kernel.sockets import CALL_AGAIN, Scope, cookies_of

Receive = Any

# Who somebody is, is asked again after so many seconds: the line is closed, and the page calls anew.
LIFE = 600.0
# A pasted document of 50,000 words, or an hour without a line, stays far below this.
MOST_BYTES = 2_000_000
TOO_LARGE, NOT_UNDERSTOOD, GONE = 1009, 1008, 0

_gates = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mindlines-writing-gate")
desks = Desks(store=store)


async def write(scope: Scope, receive: Receive, send: Send) -> None:
    """One page, from its call to its end."""
    await receive()
    line, code = await _enter(scope)
    await send({"type": "websocket.accept"})
    if line is None:
        await send({"type": "websocket.close", "code": code})
        return
    desks.join(line)
    sending = asyncio.create_task(line.serve(send))
    hearing = asyncio.create_task(_hear(line, receive))
    try:
        async with asyncio.timeout(LIFE * random.uniform(0.8, 1.2)):  # noqa: S311  # so that not all call at once
            await asyncio.wait((sending, hearing), return_when=asyncio.FIRST_COMPLETED)
            if hearing.done() and hearing.result() != GONE:
                line.close(hearing.result())
                await sending
    except TimeoutError:
        await send({"type": "websocket.close", "code": CALL_AGAIN})
    except OSError:
        pass  # the far end is gone
    finally:
        desks.leave(line)
        for task in (sending, hearing):
            task.cancel()
        await asyncio.gather(sending, hearing, return_exceptions=True)


async def _hear(line: Line, receive: Receive) -> int:
    """Listen until the line is to be closed, and say with which code."""
    while True:
        heard = await receive()
        if heard["type"] == "websocket.disconnect":
            return GONE
        message = heard.get("bytes") or b""
        if len(message) > MOST_BYTES:
            return TOO_LARGE
        if not line.may_send():
            return NOT_UNDERSTOOD
        try:
            await _take(line, message)
        except messages.Malformed:
            return NOT_UNDERSTOOD
        except DatabaseError:
            return CALL_AGAIN


async def _take(line: Line, message: bytes) -> None:
    kinds = tuple(message[:2])
    if kinds == (messages.SYNC, messages.ASK):
        await _answer(line, state=messages.part_of(message))
    elif kinds in ((messages.SYNC, messages.ANSWER), (messages.SYNC, messages.CHANGE)):
        content = messages.part_of(message)
        if not is_update(content):
            raise messages.Malformed
        if content == EMPTY:
            line.kept += 1
            line.offer(messages.kept(line.kept))
        else:
            desks.write(line, content)
    elif message[:1] == bytes([messages.PRESENCE]):
        client, clock, state = messages.presence_in(message)
        desks.show(line, client=client, clock=clock, state=state)
    else:
        raise messages.Malformed


async def _answer(line: Line, *, state: bytes) -> None:
    """Send all that the page has not seen, and ask for all that it has and we have not."""
    content = await desks.ask(functools.partial(content_of, line.output))
    try:
        missing = get_update(content, state)
    except ValueError as trouble:
        raise messages.Malformed from trouble
    line.offer(messages.answered(missing))
    line.offer(messages.asked(get_state(content)))


async def _enter(scope: Scope) -> tuple[Line | None, int]:
    """A line, or the code with which to hang up."""
    cookies = cookies_of(scope)
    if cookies is None:
        return None, NO_LONGER
    gate = functools.partial(_at_the_gate, scope["url_route"]["kwargs"]["pk"], cookies=cookies)
    return await asyncio.get_running_loop().run_in_executor(_gates, gate)


def _at_the_gate(pk: int, *, cookies: Mapping[str, str]) -> tuple[Line | None, int]:
    try:
        return enter(pk, cookies=cookies), NO_LONGER
    except DatabaseError:
        # Nobody was asked who they are; the page keeps what it has and calls again.
        return None, CALL_AGAIN
    finally:
        connections.close_all()


_write: Any = write
routes = [path("ws/outputs/<int:pk>/", _write)]
