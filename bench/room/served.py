"""The program with one address more: what happens there changes a room, in the server's own process and threads."""

import os
import re

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mindlines.settings")

from asgiref.sync import sync_to_async

from mindlines.asgi import application as program

CHANGE = re.compile(r"^/_change/(\d+)/(\w+)/(\d+)/$")


async def application(scope, receive, send):
    change = CHANGE.match(scope.get("path", ""))
    if not change:
        await program(scope, receive, send)
        return
    meeting, part, times = int(change[1]), change[2], int(change[3])
    await sync_to_async(make_changes, thread_sensitive=True)(meeting, part, times)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


def make_changes(meeting: int, part: str, times: int) -> None:
    from django.db import connections, transaction

    from mindlines.kernel import news

    try:
        for _ in range(times):
            with transaction.atomic():
                news.changed(meeting, part=part)
    finally:
        connections.close_all()
