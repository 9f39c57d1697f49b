"""Whether the work lies with one group: in one sentence, small groups not told apart."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.queries.load import MANY, Counted
from mindlines_analysis.disclosure import may_show_inside

# How much larger a group's part of the work may be than its part of the people before a page asks about it.
HEAVY = 1.5


def sentence(groups: list[Counted]) -> str:
    """Which group has how many of the open actions, beside how many people it has."""
    total = sum(group.actions for group in groups)
    if not total:
        return ""
    told = [_told(group) for group in apart(groups)]
    every = ngettext("%(count)d open action has an owner.", "%(count)d open actions have an owner.", total)
    return _("%(every)s By group: %(groups)s.") % {"every": every % {"count": total}, "groups": "; ".join(told)}


def heavy(groups: list[Counted]) -> str:
    """The group that carries clearly more than its part, as a question; nothing where none does."""
    total, people = sum(group.actions for group in groups), sum(group.people for group in groups)
    for group in filter(lambda group: group.name, apart(groups)):
        if group.actions >= MANY and group.actions / total > HEAVY * group.people / people:
            return _("%(group)s carry more of the work than their number. Is that what they wish?") % {
                "group": group.name
            }
    return ""


def apart(groups: list[Counted]) -> list[Counted]:
    """The groups, those too small to be told apart put together under no name; the smallest joins them while they are still too few."""
    told = sorted((group for group in groups if may_show_inside(group.people)), key=lambda group: -group.people)
    rest = [group for group in groups if not may_show_inside(group.people)]
    while rest and told and not may_show_inside(sum(group.people for group in rest)):
        rest.append(told.pop())
    together = Counted("", sum(group.people for group in rest), sum(group.actions for group in rest))
    shown = sorted(told, key=lambda group: (-group.actions, group.name))
    return [*shown, together] if rest else shown


def _told(group: Counted) -> str:
    name = group.name or _("smaller groups together")
    words = ngettext(
        "%(name)s %(actions)d (%(people)d person)", "%(name)s %(actions)d (%(people)d people)", group.people
    )
    return words % {"name": name, "actions": group.actions, "people": group.people}
