"""Wishes for small groups, as sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Constituency
from mindlines.meetings.choices import ONCE_EACH, WishKind
from mindlines.meetings.models import Participant, Round, Wish
from mindlines.meetings.queries.groups import Asked


@dataclass(frozen=True)
class Line:
    """A wish in words; `waits` says why it does not count now."""

    wish: Wish
    words: str
    waits: str = ""


def lines(asked: Asked, *, groups: int | None = None) -> list[Line]:
    """All wishes of a round in words."""
    count = groups or asked.group_count
    return [Line(wish, words(wish), waits=_waits(asked, wish=wish, groups=count)) for wish in asked.wishes]


def offers(asked: Asked) -> list[tuple[str, str]]:
    """Wishes that every round could have and this one has not: value and words."""
    there = {wish.kind for wish in asked.wishes}
    return [(kind.value, words(Wish(kind=kind))) for kind in ONCE_EACH if kind not in there]


def lay_to_protect(work: Round) -> list[Constituency]:
    """Constituencies of lay members: nobody of them should sit alone among professionals."""
    return [one for one in work.meeting.community.constituencies.order_by("position", "pk") if one.is_lay]


def constituencies(work: Round) -> list[Constituency]:
    return list(work.meeting.community.constituencies.order_by("position", "pk"))


def words(wish: Wish) -> str:
    """The wish as a sentence; a wish that names people needs them loaded."""
    if wish.kind in _PLAIN:
        return str(_PLAIN[WishKind(wish.kind)]())
    if wish.kind == WishKind.APART:
        return _("%(people)s are not in one group.") % {"people": listed(wish.people.all())}
    if wish.kind == WishKind.TOGETHER:
        return _("%(people)s are in one group.") % {"people": listed(wish.people.all())}
    shown = {"group": wish.constituency, "count": wish.count}
    if wish.kind == WishKind.AT_LEAST:
        return (
            ngettext(
                "In each group at least %(count)d person of “%(group)s”.",
                "In each group at least %(count)d people of “%(group)s”.",
                wish.count,
            )
            % shown
        )
    if wish.kind == WishKind.AT_MOST:
        return (
            ngettext(
                "In each group at most %(count)d person of “%(group)s”.",
                "In each group at most %(count)d people of “%(group)s”.",
                wish.count,
            )
            % shown
        )
    return _("Nobody of “%(group)s” is the only one in a group: there are at least %(count)d, or none.") % shown


def listed(people: Iterable[Participant]) -> str:
    """`Ana, Bo and Chi`."""
    return names_in_a_row([one.name for one in people])


def names_in_a_row(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def _waits(asked: Asked, *, wish: Wish, groups: int) -> str:
    if not asked.waits(wish, groups=groups):
        return ""
    if wish.kind == WishKind.FACILITATOR:
        there = asked.facilitating
        if not there:
            return _("Waits: nobody who stays for all of it is ticked to facilitate.")
        return ngettext(
            "Waits: %(count)d person facilitates, and there are %(groups)d groups.",
            "Waits: %(count)d people facilitate, and there are %(groups)d groups.",
            there,
        ) % {"count": there, "groups": groups}
    if wish.kind == WishKind.NOT_ALONE:
        there = asked.staying(wish.constituency_id)
        if not there:
            return _("Waits: none of them is there.")
        return ngettext(
            "Waits: only %(count)d of them is there.", "Waits: only %(count)d of them are there.", there
        ) % {"count": there}
    return _("Waits: fewer than two of them are there.")


_PLAIN = {
    WishKind.FACILITATOR: lambda: _("Each group has somebody to facilitate it."),
    WishKind.MIX_CONSTITUENCIES: lambda: _("Every group is a mix of the constituencies."),
    WishKind.MIX_ORGANISATIONS: lambda: _("People of one organisation sit in different groups, as far as possible."),
    WishKind.MEET_NEW: lambda: _("People sit with others whom they have not met in a group before."),
}
