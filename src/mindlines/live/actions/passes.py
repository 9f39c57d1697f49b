"""Papers with a code of one's own: made, and used at the door."""

import hashlib
from collections.abc import Sequence

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import short_code, tidy_code
from mindlines.kernel.times import now
from mindlines.live.models import Pass, Room
from mindlines.live.queries import passes as queries
from mindlines.meetings.choices import COMING
from mindlines.people.models import Person

# Many people may mistype behind the one network address of a meeting place; a code has 35 bits.
WRONG_CODES = 40
A_WHILE = 15 * 60


@transaction.atomic
def make_passes(room: Room, *, members: Sequence[Membership], by: Person) -> list[tuple[Membership, str]]:
    """A new code for each of these members. What they had before opens nothing any more; the codes are kept nowhere."""
    room = Room.objects.select_for_update(of=("self",)).select_related("meeting__community").get(pk=room.pk)
    if room.meeting.phase not in COMING:
        raise Refused(_("This meeting is over, so nobody needs a paper to come in."))
    codes = [short_code(groups=2) for _member in members]
    room.passes.filter(membership__in=members).delete()
    Pass.objects.bulk_create(
        Pass(room=room, membership=member, mark=_mark(code)) for member, code in zip(members, codes, strict=True)
    )
    record.note(room.meeting.community, by=by, verb="printed-passes", words=str(len(codes)))
    return list(zip(members, codes, strict=True))


def admit(room: Room, *, code: str, guessed_from: str) -> Pass:
    """The pass with this code. After some wrong ones from one address, none is looked at for a while."""
    key = f"live.passes:{room.pk}:{guessed_from}"
    if cache.get(key, 0) >= WRONG_CODES:
        raise Refused(_("There were too many wrong codes. Wait a quarter of an hour, or ask a facilitator."))
    found = (
        room.passes.select_related("membership__person", "room__meeting")
        .filter(mark=_mark(tidy_code(code)), membership__standing=Standing.ACTIVE)
        .first()
    )
    if found is None:
        cache.add(key, 0, A_WHILE)
        cache.incr(key)
        raise Refused(_("No paper of this meeting has this code. Look at it again, letter by letter."))
    if not queries.is_alive(found):
        raise Refused(_("This meeting is over, so its papers no longer open anything."))
    if found.membership.facilitates:
        raise Refused(_("A paper lies on tables, so it lets no facilitator in. Sign in with your e-mail address."))
    return found


def forget_passes() -> None:
    """A week after the meeting."""
    Pass.objects.filter(room__meeting__ends_at__lt=now() - queries.AFTER).delete()


def _mark(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
