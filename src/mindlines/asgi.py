"""The program as an ASGI application; while it is up, the workshop works inside it."""

import asyncio
import os
import warnings
import weakref
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from asgiref.sync import sync_to_async
from channels.routing import URLRouter
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.urls import re_path

# WhiteNoise hands files over in a synchronous stream; that is harmless, and Django says so for every file.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mindlines.settings")
_pages = get_asgi_application()

# Models can be imported only once the application is set up.
from mindlines.coproduction import consumers as writing  # noqa: E402
from mindlines.kernel.sending import Incoming, Receive, Scope  # noqa: E402
from mindlines.kernel.sockets import refuse  # noqa: E402
from mindlines.kernel.work import Workshop  # noqa: E402
from mindlines.live import consumers as listening  # noqa: E402
from mindlines.live.hub.switchboard import switchboard  # noqa: E402

# So many requests are worked on at once in a process; the others wait their turn.
AT_ONCE = 6
_of_loop: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = weakref.WeakKeyDictionary()
# So much goes on to a page; so much is read before the line is cut. A browser shows an answer once it has sent everything.
MOST_BYTES = 8 * settings.MINDLINES_UPLOAD_LIMIT
MOST_READ = 100 * settings.MINDLINES_UPLOAD_LIMIT

sockets = URLRouter([*listening.routes, *writing.routes, re_path(r"", refuse)])

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "websocket":
        await sockets(scope, receive, send)
    else:
        coming = Incoming(
            scope, receive, of_a_file=settings.MINDLINES_UPLOAD_LIMIT + 1, most=MOST_BYTES, read=MOST_READ
        )
        turn = _Turn(coming.receive, send)
        try:
            await _pages(scope, turn.receive, turn.send)  # type: ignore[arg-type]  # the same protocol under other names
        finally:
            turn.over()


class _Turn:
    """A request waits for its turn once it is whole, and gives it back when its answer begins.

    When a whole meeting comes in within seconds, a few at a time are served sooner than three hundred at once. Whoever
    sends or reads slowly takes nobody's turn.
    """

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._came = self._has = False

    async def receive(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        if not self._came and message["type"] == "http.request" and not message.get("more_body"):
            self._came = True
            await _turns().acquire()
            self._has = True
        return message

    async def send(self, message: MutableMapping[str, Any]) -> None:
        self.over()
        await self._send(message)

    def over(self) -> None:
        if self._has:
            self._has = False
            _turns().release()


def _turns() -> asyncio.Semaphore:
    loop = asyncio.get_running_loop()
    if loop not in _of_loop:
        _of_loop[loop] = asyncio.Semaphore(AT_ONCE)
    return _of_loop[loop]


async def _live(receive: Receive, send: Send) -> None:
    """Start the workshop and the hub with the server; the workshop may finish what it has in hand when the server stops."""
    workshop = Workshop()
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            switchboard.start()
            if settings.MINDLINES_WORKER:
                workshop.start()
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await asyncio.gather(switchboard.stop(), writing.desks.stop())
            await sync_to_async(workshop.stop, thread_sensitive=False)()
            await send({"type": "lifespan.shutdown.complete"})
            return
