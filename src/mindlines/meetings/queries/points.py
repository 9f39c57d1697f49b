"""Points raised, and what became of each."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.meetings.choices import ASKING, COMING, OVER, Outcome, Phase, PointKind
from mindlines.meetings.models import AgendaItem, Point
from mindlines.ui.dates import short_day_words


@dataclass(frozen=True)
class Became:
    """A point somebody raised, and in one sentence what became of it. `state` is one of the keys in `_state`."""

    point: Point
    state: str
    sentence: str
    url: str


def what_became_of(membership: Membership, *, most: int = 20) -> list[Became]:
    """Points that this member raised, newest first, each with its fate. Three queries."""
    later = AgendaItem.objects.select_related("meeting").order_by("-pk")
    raised = (
        Point.objects.filter(raised_by=membership)
        .select_related("meeting", "item")
        .prefetch_related(Prefetch("carried_to", queryset=later))
        .order_by("-at", "-pk")[:most]
    )
    return [_fate(point) for point in raised]


def _fate(point: Point) -> Became:
    item = next(iter(point.carried_to.all()), None)
    state = _state(point, item=item)
    about = item.meeting if item and state in ("planned", "talked_about", "waits_again") else point.meeting
    words = {
        "title": item.title if item else "",
        "meeting": about.title,
        "day": short_day_words(about.starts_at),
        "became": point.became or (item.became if item else ""),
        "because": point.let_go_because or (item.let_go_because if item else ""),
    }
    return Became(point=point, state=state, sentence=_sentences()[state] % words, url=about.get_absolute_url())


def _state(point: Point, *, item: AgendaItem | None) -> str:
    """What became of it: the latest deed counts."""
    if point.became or (item and item.became):
        return "answered"
    if point.let_go_because or (item and item.let_go_because):
        return "let_go"
    if item is not None:
        return _state_of_item(item)
    if point.kind == PointKind.DECISION:
        return "decided"
    if point.kind in ASKING:
        return "waits" if point.meeting.phase in OVER else "noted"
    return "noted"


def _state_of_item(item: AgendaItem) -> str:
    if item.meeting.phase == Phase.PLANNED:
        return "prepared"  # members do not know of this meeting yet
    if item.meeting.phase in COMING:
        return "planned"
    return "talked_about" if item.outcome == Outcome.REACHED else "waits_again"


def _sentences() -> dict[str, str]:
    return {
        "answered": _("Answer: %(became)s"),
        "let_go": _("Let go, because: %(because)s"),
        "prepared": _("It will be on the agenda of a meeting that is being planned."),
        "planned": _("On the agenda of “%(meeting)s” on %(day)s, as “%(title)s”."),
        "talked_about": _("Talked about at “%(meeting)s” on %(day)s, as “%(title)s”."),
        "waits_again": _(
            "It was on the agenda of “%(meeting)s” on %(day)s, but time ran out. It waits for the next one."
        ),
        "decided": _("It became a decision at “%(meeting)s” on %(day)s."),
        "waits": _("It waits for one of the next meetings."),
        "noted": _("Written down at “%(meeting)s” on %(day)s."),
    }
