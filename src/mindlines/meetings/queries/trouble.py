"""Why people could not be divided, in sentences, and what can be given up."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.choices import ABOUT_PEOPLE, WishKind
from mindlines.meetings.models import Wish
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.wishes import listed, words


@dataclass(frozen=True)
class GiveUp:
    """A wish that stands in the way, with the numbers that say why."""

    wish: Wish
    words: str
    because: str


@dataclass(frozen=True)
class Trouble:
    """What to say when the wishes cannot all hold."""

    groups: int
    give_up: tuple[GiveUp, ...]
    rooms: str
    locked: str
    is_size: bool
    division: int | None

    @property
    def is_about_rooms(self) -> bool:
        return bool(self.rooms)


def trouble(asked: Asked) -> Trouble | None:
    """What prevented the last attempt, or nothing. No query."""
    found = asked.work.trouble
    if not found:
        return None
    groups, named = int(found["groups"]), set(found["wishes"])
    people = {one.pk: one for one in asked.people}
    return Trouble(
        groups=groups,
        give_up=tuple(
            GiveUp(wish, words(wish), because=_because(asked, wish=wish, groups=groups))
            for wish in asked.wishes
            if wish.pk in named
        ),
        rooms=listed(people[pk] for pk in found["rooms"] if pk in people),
        locked=listed(people[pk] for pk in found["locked"] if pk in people),
        is_size=bool(found["is_size"]),
        division=found.get("division"),
    )


def _because(asked: Asked, *, wish: Wish, groups: int) -> str:
    if wish.kind == WishKind.TOGETHER:
        return ""
    if wish.kind in ABOUT_PEOPLE:
        there = len(asked.named_in(wish))
    elif wish.kind == WishKind.FACILITATOR:
        there = asked.facilitating
    else:
        there = asked.staying(wish.constituency_id)
    people = ngettext("%(count)d person of this wish", "%(count)d people of this wish", there) % {"count": there}
    of_groups = ngettext("%(count)d group", "%(count)d groups", groups) % {"count": groups}
    return _("There are %(people)s, and %(groups)s.") % {"people": people, "groups": of_groups}
