"""How the device that sent something without a name finds it again.

The device keeps one secret. What it sends bears a mark that is made of the secret and of the key of what was sent, so that
two marks of one device have nothing in common, and without the secret a mark says nothing.
"""

import hashlib
import hmac

from mindlines.communities.models import Community
from mindlines.kernel.identifiers import link_secret
from mindlines.voice.models import Contribution

COOKIE = "mindlines-device"


def new_secret() -> str:
    return link_secret()


def mark(secret: str, *, of: str) -> str:
    """The mark on what this device sent with the key `of`."""
    return hmac.new(secret.encode(), f"contribution:{of}".encode(), hashlib.sha256).hexdigest()


def is_from(secret: str, *, contribution: Contribution) -> bool:
    """Whether the device with this secret sent it."""
    if not (secret and contribution.mark):
        return False
    return hmac.compare_digest(mark(secret, of=contribution.key), contribution.mark)


def sent_from(secret: str, *, community: Community) -> list[int]:
    """Keys of all that the device with this secret sent to a community without a name. One query."""
    if not secret:
        return []
    marked = community.contributions.filter(is_anonymous=True).exclude(mark="").order_by()
    return [pk for pk, key, known in marked.values_list("pk", "key", "mark") if mark(secret, of=key) == known]
