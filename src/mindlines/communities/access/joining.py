"""The one door that stands open to people who are not signed in."""

from django.core.cache import cache
from django.http import Http404

from mindlines.communities.models import Invitation
from mindlines.kernel.identifiers import tidy_code

WRONG_CODES = 10
A_WHILE = 15 * 60


class TooManyGuesses(Exception):
    """From this address came so many wrong codes that no code is looked at for a while."""


class UnknownCode(Http404):
    """Nobody was given this code, or it is long answered."""


def invitation(code: str, *, guessed_from: str) -> Invitation:
    """The invitation with this code, typed or from a link, open or answered; an unknown code is a 404.

    A short code has 35 bits, and ten wrong ones close the door for a quarter of an hour.
    """
    key = f"communities.guesses:{guessed_from}"
    if cache.get(key, 0) >= WRONG_CODES:
        raise TooManyGuesses
    found = (
        Invitation.objects.select_related(
            "membership__person", "membership__community", "membership__constituency", "sent_by"
        )
        .filter(code__in={code, tidy_code(code)})
        .first()
    )
    if found is None:
        cache.add(key, 0, A_WHILE)
        cache.incr(key)
        raise UnknownCode
    return found
