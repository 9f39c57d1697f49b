"""What goes into a print pack, and the agenda as plain text."""

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from mindlines.kernel.times import zone
from mindlines.meetings.choices import OVER, Phase, PointKind
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point
from mindlines.meetings.queries import agenda
from mindlines.meetings.queries.methods import uses
from mindlines.ui.dates import clock_words, minutes_words, span_words

# A pack is for reading on a bus: the nearest actions, not the whole list.
MOST_ACTIONS = 12


@dataclass(frozen=True)
class Pack:
    """Everything on paper. It holds no access needs of anybody. `guided` are the items that the reader leads by a method."""

    items: list[AgendaItem]
    last: Meeting | None
    decided: list[Point]
    actions: list[Action]
    guided: list[AgendaItem]


def pack(meeting: Meeting) -> Pack:
    """The agenda, what was decided last time, and the open actions that come next. Four queries."""
    last = last_held(meeting)
    decided = last.points.filter(kind=PointKind.DECISION).order_by("at", "pk") if last else []
    open_actions = (
        Action.objects.open()
        .filter(community=meeting.community)
        .select_related("owner__person")
        .order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST_ACTIONS]
    )
    items = agenda.laid_out(meeting)
    guided = uses.to_lead(meeting, items=items)
    return Pack(items=items, last=last, decided=list(decided), actions=list(open_actions), guided=guided)


def last_held(meeting: Meeting) -> Meeting | None:
    """The meeting of the same kind that was held before this one."""
    before = Meeting.objects.held().filter(community=meeting.community, kind=meeting.kind)
    return before.filter(starts_at__lt=meeting.starts_at).exclude(pk=meeting.pk).order_by("-starts_at", "-pk").first()


def can_still_reply(meeting: Meeting) -> bool:
    """Whether a reply slip makes sense."""
    return meeting.phase not in OVER and meeting.phase != Phase.UNDER_WAY


def agenda_text(meeting: Meeting) -> str:
    """The agenda as plain text, for a mail or a screen reader."""
    with timezone.override(zone(meeting.community.time_zone)):
        lines = [meeting.title, "=" * len(meeting.title), "", span_words(meeting.starts_at, end=meeting.ends_at)]
        lines += [words for words in _where(meeting) if words]
        if meeting.purpose:
            lines += ["", meeting.purpose]
        lines += ["", _("Agenda"), "-" * len(_("Agenda"))]
        for item in agenda.laid_out(meeting):
            lines += ["", *_item(item)]
    return "\n".join(lines) + "\n"


def _where(meeting: Meeting) -> list[str]:
    place = meeting.place
    return [
        str(meeting.get_setting_display()),
        ", ".join(filter(None, [place.name, *place.address.splitlines()])) if place else "",
        place.access if place else "",
        _("Join online: %(link)s") % {"link": meeting.link} if meeting.link else "",
        _("Join by phone: %(number)s") % {"number": meeting.dial_in} if meeting.dial_in else "",
    ]


def _item(item: AgendaItem) -> list[str]:
    about = [minutes_words(item.minutes)]
    if item.lead:
        about.append(_("led by %(name)s") % {"name": item.lead.person.name})
    first = f"{clock_words(item.starts_at)}  {item.title} ({', '.join(about)})"
    return [first, *(f"    {line}" for line in item.words.splitlines() if line.strip())]
