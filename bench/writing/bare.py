"""The least that any server must do: what one page sends goes to all others. Nothing is kept and nobody is asked who they are."""

from typing import Any

lines: set[Any] = set()


async def application(scope: dict, receive: Any, send: Any) -> None:
    if scope["type"] != "websocket":
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        return
    await receive()
    await send({"type": "websocket.accept"})
    lines.add(send)
    try:
        while (message := await receive())["type"] == "websocket.receive":
            for other in tuple(lines - {send}):
                await other({"type": "websocket.send", "bytes": message["bytes"]})
    finally:
        lines.discard(send)
