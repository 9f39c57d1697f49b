"""Who comes in with a pass: a signed cookie names the pass, for one meeting, on one device."""

import re
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from mindlines.communities.choices import Standing
from mindlines.live.models import Pass
from mindlines.live.queries.passes import is_alive
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from mindlines.voice.models import Contribution, Poll

SALT = "mindlines.live.pass"
KEPT_FOR = 60 * 60 * 24 * 30
_NAME = "ml-pass-"

_ROOM = re.compile(r"^/meetings/(\d+)/(?:room/|pulse/$)")
_CONTRIBUTION = re.compile(r"^/contributions/(\d+)/")
_POLL = re.compile(r"^/polls/(\d+)/")
_VOICES = re.compile(r"^/communities/([-\w]+)/voices/(?:new/|words/ask/)$")


def cookie_name(meeting: int) -> str:
    return f"{_NAME}{meeting}"


def sealed(found: Pass) -> str:
    """What the cookie holds."""
    return signing.dumps(found.pk, salt=SALT)


def holder_cookie(found: Pass) -> dict[str, Any]:
    """What the device keeps of a pass."""
    return {
        "key": cookie_name(found.room.meeting_id),
        "value": sealed(found),
        "max_age": KEPT_FOR,
        "httponly": True,
        "samesite": "Lax",
        "secure": settings.SESSION_COOKIE_SECURE,
    }


def person_of(cookies: Mapping[str, str], *, meeting: int) -> Person | None:
    """The member who holds the pass in these cookies, until a week after the meeting.

    A paper can be picked up by anybody: what a facilitator may do does not come with it.
    """
    held = cookies.get(cookie_name(meeting))
    if not held:
        return None
    try:
        key = signing.loads(held, salt=SALT)
    except signing.BadSignature:
        return None
    found = (
        Pass.objects.select_related("membership__person", "room__meeting")
        .filter(pk=key, room__meeting=meeting, membership__standing=Standing.ACTIVE)
        .first()
    )
    if found is None or not is_alive(found) or found.membership.facilitates:
        return None
    person: Person = found.membership.person
    person.signed_in = False
    return person


def visitor(request: HttpRequest) -> Person | None:
    """The holder of a pass, where this address belongs to the room of the pass's meeting."""
    for name in request.COOKIES:
        if name.startswith(_NAME) and name[len(_NAME) :].isdecimal():
            meeting = int(name[len(_NAME) :])
            if _belongs(request, meeting=meeting):
                return person_of(request.COOKIES, meeting=meeting)
    return None


def _belongs(request: HttpRequest, *, meeting: int) -> bool:
    path = request.path
    if found := _ROOM.match(path):
        return int(found[1]) == meeting
    if found := _CONTRIBUTION.match(path):
        return Contribution.objects.filter(pk=int(found[1]), meeting=meeting).exists()
    if found := _POLL.match(path):
        return Poll.objects.filter(pk=int(found[1]), meeting=meeting).exists()
    if found := _VOICES.match(path):
        return (
            _names(request, meeting=meeting) and Meeting.objects.filter(pk=meeting, community__slug=found[1]).exists()
        )
    return False


def _names(request: HttpRequest, *, meeting: int) -> bool:
    """What is said goes to the community; with a pass it is said in its meeting."""
    named = {*request.GET.getlist("meeting"), *request.POST.getlist("meeting")}
    return named == {str(meeting)}
