"""The program with one address more: what happens there changes a room, in the server's own process and threads.

With `BENCH_ANEW`, nothing that was rendered for one page is given to another.
"""

import os
import re

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mindlines.settings")

from asgiref.sync import sync_to_async

from mindlines.asgi import application as program
from mindlines.live.hub import sharing

if os.environ.get("BENCH_ANEW"):
    sharing.put_up = lambda room: None

CHANGE = re.compile(r"^/_change/(\d+)/(\w+)/(\d+)/$")
SAY = re.compile(r"^/_say/(\d+)/(\d+)/$")


async def application(scope, receive, send):
    path = scope.get("path", "")
    if change := CHANGE.match(path):
        await sync_to_async(make_changes, thread_sensitive=True)(int(change[1]), change[2], int(change[3]))
    elif said := SAY.match(path):
        await sync_to_async(say, thread_sensitive=True)(int(said[1]), int(said[2]))
    else:
        await program(scope, receive, send)
        return
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


def say(meeting: int, number: int) -> None:
    """The action behind the form: one member after another sends a point."""
    from django.db import connections

    from mindlines.meetings.models import Meeting
    from mindlines.voice.actions import contributions

    try:
        found = Meeting.objects.select_related("community").get(pk=meeting)
        members = found.community.memberships.order_by("pk")
        by = members.select_related("person", "constituency")[number % members.count()]
        contributions.say(contributions.Said(words=f"This is point {number}"), to=found.community, by=by, meeting=found)
    finally:
        connections.close_all()
