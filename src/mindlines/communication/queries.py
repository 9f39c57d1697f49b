"""Messages of a community, for its facilitators."""

from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.parser import BytesParser
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from mindlines.communities.models import Community
from mindlines.people.choices import Way

from .choices import State
from .models import Message


def messages_of(community: Community, *, state: str = "", way: str = "") -> QuerySet[Message]:
    """What the community told people, newest first; codes for signing in belong to no community."""
    found = community.messages.with_names()
    if state:
        found = found.filter(state=state)
    if way:
        found = found.filter(way=way)
    return found.order_by("-created_at", "-pk")


@dataclass(frozen=True)
class Waiting:
    """How much has not reached anybody yet."""

    mail: int
    troubled: int
    failed: int
    by_hand: int


def waiting_in(community: Community) -> Waiting:
    """Counts of mail that waits, mail that was tried in vain, mail given up, and letters and calls to make. One query."""
    waiting = Q(state=State.WAITING)
    counts = community.messages.aggregate(
        mail=Count("pk", filter=waiting & Q(way=Way.MAIL)),
        troubled=Count("pk", filter=waiting & Q(way=Way.MAIL) & ~Q(error="")),
        failed=Count("pk", filter=Q(state=State.FAILED)),
        by_hand=Count("pk", filter=waiting & ~Q(way=Way.MAIL)),
    )
    return Waiting(**counts)


@dataclass(frozen=True)
class Mail:
    """A mail in the laptop's mailbox."""

    to: str
    subject: str
    words: str
    at: datetime
    enclosures: tuple[str, ...]


def mailbox(*, most: int = 50) -> list[Mail]:
    """Mail that a laptop kept instead of sending, newest first."""
    folder: Path = settings.MINDLINES_MAILBOX
    files = (
        sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:most]
        if folder.exists()
        else []
    )
    mails = [mail for path in files for mail in _mails_in(path)]
    return sorted(mails, key=lambda mail: mail.at, reverse=True)[:most]


def _mails_in(path: Path) -> list[Mail]:
    parts = [part.strip() for part in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n")]
    return [_mail(part) for part in parts if part]


def _mail(raw: bytes) -> Mail:
    mail = BytesParser(policy=policy.default).parsebytes(raw)
    body = mail.get_body(("plain",))
    return Mail(
        to=str(mail["To"] or ""),
        subject=str(mail["Subject"] or ""),
        words=body.get_content() if body else "",
        at=mail["Date"].datetime,
        enclosures=tuple(part.get_filename() or "" for part in mail.iter_attachments()),
    )
