"""The program as an ASGI application; while it is up, the workshop works inside it."""

import os
import warnings
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.asgi import get_asgi_application

# WhiteNoise hands files over in a synchronous stream; that is harmless, and Django says so for every file.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mindlines.settings")
_pages = get_asgi_application()

from mindlines.kernel.work import Workshop  # noqa: E402  # models can be imported only once the application is set up

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
    else:
        await _pages(scope, receive, send)  # type: ignore[arg-type]  # the same protocol under other names


async def _live(receive: Receive, send: Send) -> None:
    """Start the workshop with the server, and let it finish what it has in hand when the server stops."""
    workshop = Workshop()
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            if settings.MINDLINES_WORKER:
                workshop.start()
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await sync_to_async(workshop.stop, thread_sensitive=False)()
            await send({"type": "lifespan.shutdown.complete"})
            return
