"""Addresses that work outside: in mails, and in calendars."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from mindlines.communities.models import Membership
from mindlines.meetings.models import CalendarFeed, Meeting

_REPLY = "meetings.reply"


def absolute(path: str) -> str:
    return f"{settings.MINDLINES_ADDRESS}{path}"


def meeting_address(meeting: Meeting) -> str:
    return absolute(meeting.get_absolute_url())


def reply_token(meeting: Meeting, *, membership: Membership) -> str:
    return signing.dumps([meeting.pk, membership.pk], salt=_REPLY)


def read_reply_token(token: str) -> tuple[int, int] | None:
    """Which meeting and which membership a signed link speaks of; nothing when somebody tampered with it."""
    try:
        meeting, membership = signing.loads(token, salt=_REPLY)
    except (signing.BadSignature, ValueError):
        return None
    return int(meeting), int(membership)


def reply_address(meeting: Meeting, *, membership: Membership) -> str:
    """The personal link by which one member answers one invitation without signing in."""
    token = reply_token(meeting, membership=membership)
    return absolute(reverse("meetings:reply_by_link", kwargs={"token": token}))


def feed_address(feed: CalendarFeed) -> str:
    return absolute(reverse("meetings:feed", kwargs={"secret": feed.secret}))
