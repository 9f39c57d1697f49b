"""The balance of an agenda, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.choices import ConstituencyKind
from mindlines.meetings.choices import ItemKind
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.meetings.queries.agenda import GroupSize, sizes
from mindlines.ui.dates import clock_words
from mindlines_analysis import agenda as analysis

# Nobody leads these: everybody rests, or everybody works.
NOT_LED = (ItemKind.BREAK, ItemKind.SMALL_GROUPS)


@dataclass(frozen=True)
class Balance:
    """Pieces for the share bar, and sentences."""

    parts: tuple[dict[str, Any], ...]
    sentences: tuple[str, ...]


def balance(meeting: Meeting, *, items: Sequence[AgendaItem]) -> Balance:
    """How the lead of this agenda is shared between the constituencies. One query."""
    groups = {str(group.pk): group for group in sizes(meeting.community)}
    found = analysis.balance(
        [_slot(item) for item in items],
        members={key: group.active for key, group in groups.items()},
        aside=[key for key, group in groups.items() if group.kind == ConstituencyKind.SUPPORT],
    )
    parts = [
        {"label": groups[share.group].name, "count": share.minutes, "tone": groups[share.group].tone}
        for share in found.shares
        if share.minutes or share.members
    ]
    if found.unnamed_minutes:
        parts.append({"label": _("Nobody named yet"), "count": found.unnamed_minutes, "tone": 8})
    return Balance(parts=tuple(parts), sentences=tuple(_sentences(found, meeting=meeting, groups=groups)))


def _slot(item: AgendaItem) -> analysis.Slot:
    group = str(item.lead.constituency_id) if item.lead else None
    return analysis.Slot(item.minutes, group, is_led=item.kind not in NOT_LED)


def _sentences(found: analysis.Balance, *, meeting: Meeting, groups: dict[str, GroupSize]) -> list[str]:
    said = []
    absent = [groups[finding.group].name for finding in found.findings if finding.kind == "absent" and finding.group]
    if absent:
        said.append(_("No one from %(groups)s leads an item yet.") % {"groups": _either(absent)})
    by_group = {share.group: share for share in found.shares}
    for finding in found.findings:
        share = by_group.get(finding.group or "")
        if finding.kind == "late" and share:
            clock = clock_words(meeting.starts_at + timedelta(minutes=finding.minute))
            said.append(
                _("No one from %(group)s leads before %(clock)s.") % {"group": groups[share.group].name, "clock": clock}
            )
        elif finding.kind == "leads_most" and share:
            said.append(_leads_most(found, share=share, name=groups[share.group].name))
        elif finding.kind == "unnamed":
            said.append(
                ngettext(
                    "%(count)d item has nobody to lead it yet.",
                    "%(count)d items have nobody to lead them yet.",
                    finding.items,
                )
                % {"count": finding.items}
            )
    if found.led_minutes and not said:
        said.append(_("The lead is well shared between the groups."))
    return said


def _leads_most(found: analysis.Balance, *, share: analysis.Share, name: str) -> str:
    return _("%(group)s: %(minutes)d of %(led)d led minutes, and %(members)d of %(all)d members.") % {
        "group": name,
        "minutes": share.minutes,
        "led": found.led_minutes,
        "members": share.members,
        "all": found.members,
    }


def _either(names: Sequence[str]) -> str:
    """`Lay members, Managers or Academics`."""
    if len(names) == 1:
        return names[0]
    return _("%(first)s or %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
