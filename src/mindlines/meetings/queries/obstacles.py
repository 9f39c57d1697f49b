"""Why one wish stands in the way of dividing, in a sentence that says what to do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.choices import ABOUT_PEOPLE, WishKind
from mindlines.meetings.models import Participant, Wish
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.wishes import listed, names_in_a_row, words


@dataclass(frozen=True)
class _Side:
    """People who sit among themselves: all of them, or those online, or those in the room."""

    people: tuple[Participant, ...]
    groups: int
    is_online: bool | None = None
    names: tuple[str, ...] = ()


def because(asked: Asked, *, wish: Wish, groups: int) -> str:
    """Why this wish cannot hold here."""
    tell = _TELL.get(WishKind(wish.kind))
    said = tell(asked, wish, groups) if tell else ""
    return said or _against_another(asked, wish=wish) or _("It cannot hold together with the other wishes.")


def _facilitator(asked: Asked, wish: Wish, groups: int) -> str:
    for side in _sides(asked, groups=groups):
        ready = sum(one.is_facilitator and not one.is_there_partly for one in side.people)
        if ready < side.groups:
            return _too_few_facilitate(side, ready=ready)
    return ""


def _too_few_facilitate(side: _Side, *, ready: int) -> str:
    shown = {"count": ready, "names": names_in_a_row(side.names)}
    if side.is_online and not ready:
        return (
            ngettext(
                "Nobody who facilitates is online, and %(names)s meets online. Ask somebody online to facilitate.",
                "Nobody who facilitates is online, and %(names)s meet online. Ask people online to facilitate.",
                side.groups,
            )
            % shown
        )
    if side.is_online:
        return (
            ngettext(
                "Only %(count)d person online facilitates, and %(names)s meet online. Ask more people online.",
                "Only %(count)d people online facilitate, and %(names)s meet online. Ask more people online.",
                ready,
            )
            % shown
        )
    return ngettext(
        "Only %(count)d person in the room facilitates, and that is too few for %(names)s. Ask more people there.",
        "Only %(count)d people in the room facilitate, and that is too few for %(names)s. Ask more people there.",
        ready,
    ) % {**shown, "names": _groups(side)}


def _apart(asked: Asked, wish: Wish, groups: int) -> str:
    named = {one.pk for one in asked.named_in(wish)}
    for side in _sides(asked, groups=groups):
        many = sum(one.pk in named for one in side.people)
        if many > side.groups:
            return _("%(count)d people cannot be apart in %(groups)s. Choose fewer people, or make more groups.") % {
                "count": many,
                "groups": _groups(side),
            }
    return ""


def _together(asked: Asked, wish: Wish, groups: int) -> str:
    named = asked.named_in(wish)
    online = [one for one in named if one.is_online]
    if len(_sides(asked, groups=groups)) > 1 and 0 < len(online) < len(named):
        return ngettext(
            "%(people)s is online, and the others are in the room.",
            "%(people)s are online, and the others are in the room.",
            len(online),
        ) % {"people": listed(online)}
    most = -(-len(asked.people) // groups)
    if len(named) > most:
        return _("%(count)d people do not fit into a group of %(most)d. Choose fewer people, or make fewer groups.") % {
            "count": len(named),
            "most": most,
        }
    return ""


def _at_least(asked: Asked, wish: Wish, groups: int) -> str:
    for side in _sides(asked, groups=groups):
        there, needed = _staying(side.people, wish=wish), wish.count * side.groups
        if there >= needed:
            continue
        said = _("For %(groups)s you need %(needed)d of them, and %(there)s. Ask for fewer, or make fewer groups.") % {
            "needed": needed,
            "groups": _groups(side),
            "there": _are_there(there),
        }
        if there < _belonging(side.people, wish=wish):
            said = f"{said} {_('Who comes late or leaves early does not count.')}"
        return said
    return ""


def _at_most(asked: Asked, wish: Wish, groups: int) -> str:
    for side in _sides(asked, groups=groups):
        there, most = _belonging(side.people, wish=wish), wish.count * side.groups
        if there > most:
            return _("%(groups)s take at most %(most)d of them, and %(there)s. Allow more, or make more groups.") % {
                "groups": _groups(side),
                "most": most,
                "there": _are_there(there),
            }
    return ""


def _not_alone(asked: Asked, wish: Wish, groups: int) -> str:
    for side in _sides(asked, groups=groups):
        there = _staying(side.people, wish=wish)
        if 0 < there < wish.count:
            where = _("online") if side.is_online else _("in the room")
            return ngettext(
                "Only %(count)d of them is %(where)s. Ask more of them, or drop this wish.",
                "Only %(count)d of them are %(where)s. Ask more of them, or drop this wish.",
                there,
            ) % {"count": there, "where": where}
        if there and len(side.people) < wish.count * side.groups:
            return _("The groups are too small: %(people)d people in %(groups)s. Make fewer groups.") % {
                "people": len(side.people),
                "groups": _groups(side),
            }
    return ""


def _against_another(asked: Asked, *, wish: Wish) -> str:
    """The opposite wish about two of the same people, if there is one."""
    if wish.kind not in ABOUT_PEOPLE:
        return ""
    named = {one.pk for one in asked.named_in(wish)}
    for other in asked.wishes:
        opposite = other.kind in ABOUT_PEOPLE and other.kind != wish.kind
        if opposite and len(named & {one.pk for one in asked.named_in(other)}) > 1:
            return _("But you also wish: %(wish)s") % {"wish": words(other)}
    return ""


def _sides(asked: Asked, *, groups: int) -> list[_Side]:
    """The groups in the room and the groups online; all of them where these are not kept apart."""
    there = [room for room in asked.rooms if room.number <= groups]
    online = tuple(str(room) for room in there if room.is_online)
    if not asked.is_mixed or not online:
        return [_Side(asked.people, groups)]
    far = tuple(one for one in asked.people if one.is_online)
    near = tuple(one for one in asked.people if not one.is_online)
    sides = _Side(far, len(online), is_online=True, names=online), _Side(near, groups - len(online), is_online=False)
    return [side for side in sides if side.groups]


def _belonging(people: Iterable[Participant], *, wish: Wish) -> int:
    return sum(one.membership.constituency_id == wish.constituency_id for one in people)


def _staying(people: Iterable[Participant], *, wish: Wish) -> int:
    return _belonging((one for one in people if not one.is_there_partly), wish=wish)


def _groups(side: _Side) -> str:
    shown = {"count": side.groups}
    if side.is_online is None:
        return ngettext("%(count)d group", "%(count)d groups", side.groups) % shown
    if side.is_online:
        return ngettext("%(count)d group online", "%(count)d groups online", side.groups) % shown
    return ngettext("%(count)d group in the room", "%(count)d groups in the room", side.groups) % shown


def _are_there(count: int) -> str:
    if not count:
        return _("none is there")
    return ngettext("only %(count)d is there", "%(count)d are there", count) % {"count": count}


_TELL: dict[WishKind, Callable[[Asked, Wish, int], str]] = {
    WishKind.FACILITATOR: _facilitator,
    WishKind.APART: _apart,
    WishKind.TOGETHER: _together,
    WishKind.AT_LEAST: _at_least,
    WishKind.AT_MOST: _at_most,
    WishKind.NOT_ALONE: _not_alone,
}
