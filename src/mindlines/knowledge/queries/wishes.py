"""How the teller of a story is named, and what is said about that before it is told."""

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Constituency, Membership
from mindlines.knowledge.choices import Naming
from mindlines.knowledge.models import Item
from mindlines.voice.queries import apart


def group_beside(teller: Membership, *, naming: str) -> Constituency | None:
    """The group that may stand beside a story: with another name or none, only where it is a crowd."""
    if naming == Naming.NOBODY:
        return None
    if naming == Naming.NAMED:
        return teller.constituency
    told_apart = apart.told_apart(teller.community, meeting=None)
    return teller.constituency if teller.constituency_id in told_apart else None


def told_as(item: Item) -> str:
    """Who tells it, as its teller wishes."""
    if item.naming == Naming.NAMED:
        return _name(item.teller)
    if item.naming == Naming.OTHER and item.shown_name:
        return item.shown_name
    if item.naming == Naming.GROUP and item.constituency is not None:
        return _("Somebody of the group %(group)s") % {"group": item.constituency.name}
    return _("Somebody of this community") if item.naming == Naming.GROUP else _("Told without a name")


def brought(member: Membership | None) -> str:
    """Who brought in what is no story."""
    return _name(member) if member is not None else ""


def hints(teller: Membership) -> dict[str, str]:
    """What each wish means for this member, at this moment."""
    group = group_beside(teller, naming=Naming.GROUP)
    words = {"name": teller.name, "group": teller.constituency.name}
    beside = _("The group %(group)s stands beside it.") % words
    small = _("The group does not stand beside it, because it has too few people.")
    return {
        Naming.NAMED: _("Beside it stands: %(name)s, %(group)s.") % words,
        Naming.OTHER: f"{_('You choose the name below.')} {beside if group else small}",
        Naming.GROUP: _("Beside it stands: Somebody of the group %(group)s.") % words
        if group
        else f"{_('Beside it stands: Somebody of this community.')} {small}",
        Naming.NOBODY: _("No name and no group stand beside it, on no page, and no list says whose it is."),
    }


def hints_for_others() -> dict[str, str]:
    """What each wish means, before it is known who told the story."""
    crowd = _("The group stands beside it only if it has enough people.")
    return {
        Naming.NAMED: _("Name and group stand beside it."),
        Naming.OTHER: f"{_('They choose the name.')} {crowd}",
        Naming.GROUP: f"{_('Beside it stands: Somebody of the group.')} {crowd}",
        Naming.NOBODY: _("No name and no group stand beside it, on no page, and no list says whose it is."),
    }


def readers(member: Membership) -> str:
    """Who can read what is brought in here."""
    count = Membership.objects.present().filter(community=member.community_id).count()
    return ngettext(
        "%(count)s member of %(community)s can read it, and so can people who join later.",
        "All %(count)s members of %(community)s can read it, and so can people who join later.",
        count,
    ) % {"count": localize(count), "community": member.community.name}


def _name(member: Membership | None) -> str:
    if member is None or member.person.is_erased:
        return _("Somebody who left")
    return member.name
