"""The least a server can do: every WebSocket gets every frame. It knows no people, no rooms and no database.

The room is measured beside it, in the same run, on the same machine and with frames of the same size.
"""

lines: set = set()


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "websocket":
        await _listen(receive, send)
    else:
        body = (await receive())["body"].decode()
        for line in tuple(lines):
            await line({"type": "websocket.send", "text": body})
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})


async def _live(receive, send):
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _listen(receive, send):
    await receive()
    await send({"type": "websocket.accept"})
    lines.add(send)
    while (await receive())["type"] != "websocket.disconnect":
        pass
    lines.discard(send)
