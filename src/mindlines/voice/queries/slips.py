"""Voting slips: a secret that only a device or a piece of paper holds, and what the database knows of it."""

import hashlib
import hmac
from typing import Any

from django.conf import settings

from mindlines.communities.models import Membership
from mindlines.kernel.identifiers import short_code, tidy_code
from mindlines.voice.models import BallotBox, Slip

GROUPS = 4
LETTERS = 4 * GROUPS
# A second round of a ballot may come weeks after the first.
KEPT_FOR = 60 * 60 * 24 * 120


def propose() -> str:
    """A secret for a slip; it counts for nothing until it is handed out."""
    return short_code(groups=GROUPS)


def tidied(typed: str) -> str:
    """A secret as it was given out; empty where this cannot be one."""
    tidy = tidy_code(typed[:100])
    return tidy if len(tidy) == LETTERS + GROUPS - 1 else ""


def mark(secret: str) -> str:
    """What the box keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def lock(secret: str, *, of: str) -> str:
    """What a ballot or a support keeps of it: without the secret, two locks cannot be told to be of one voter."""
    return hmac.new(secret.encode(), of.encode(), hashlib.sha256).hexdigest()


def found(box: BallotBox, *, secret: str) -> Slip | None:
    """The slip that this secret opens."""
    return box.slips.filter(mark=mark(secret)).first() if secret else None


def is_valid(box: BallotBox, *, secret: str) -> bool:
    """Whether this is the secret of a slip that was given out for this box."""
    return found(box, secret=tidied(secret)) is not None


def was_handed(box: BallotBox, *, to: Membership) -> bool:
    """Whether this member was handed a slip; which one stands nowhere."""
    return box.handed.filter(membership=to).exists()


def cookie_name(box: BallotBox, *, of: Membership) -> str:
    """Where a device keeps it. People who share a device have a slip each."""
    return f"ml_slip_{box.pk}_{of.pk}"


def cookie(box: BallotBox, *, of: Membership, secret: str = "") -> dict[str, Any]:
    """What a page hands to the device to keep: this secret, or one that is proposed."""
    return {
        "key": cookie_name(box, of=of),
        "value": secret or propose(),
        "max_age": KEPT_FOR,
        "httponly": True,
        "samesite": "Lax",
        "secure": settings.SESSION_COOKIE_SECURE,
    }
