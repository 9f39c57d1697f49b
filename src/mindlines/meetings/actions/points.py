"""Points, questions, decisions in words, and what is parked."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.communities.actions import search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Constituency, Membership
from mindlines.kernel.errors import Refused
from mindlines.meetings.choices import Phase, PointKind
from mindlines.meetings.models import AgendaItem, Meeting, Point
from mindlines.people.models import Person

Source = Membership | Constituency | None


@transaction.atomic
def add(meeting: Meeting, *, item: AgendaItem | None, kind: str, words: str, source: Source, by: Person) -> Point:
    """Write down one line. The same words on the same item are one line, however often the button was pressed."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    _refuse_when_cancelled(meeting)
    raised_by, constituency = _raised(source)
    same = meeting.points.filter(item=item, kind=kind, words=words, raised_by=raised_by, constituency=constituency)
    point = same.first() or Point.objects.create(
        meeting=meeting,
        item=item,
        kind=kind,
        words=words,
        raised_by=raised_by,
        constituency=constituency,
        written_by=by,
    )
    make_findable(point)
    return point


@transaction.atomic
def change(point: Point, *, kind: str, words: str) -> None:
    """Put a line into better words, or call it what it is."""
    point.kind, point.words = kind, words
    point.save(update_fields=["kind", "words"])
    make_findable(point)


@transaction.atomic
def remove(point: Point) -> None:
    """Take away a line that was written by mistake, as long as nothing rests on it."""
    if point.meeting.phase == Phase.HELD:
        raise Refused(_("The meeting is closed, so its points stay. You can put this one into better words."))
    if point.carried_to.exists():
        raise Refused(_("This point is on an agenda, so it stays."))
    search.drop(_ref(point))
    point.delete()


def _raised(source: Source) -> tuple[Membership | None, Constituency | None]:
    if isinstance(source, Membership):
        return source, source.constituency
    return None, source


def make_findable(point: Point) -> None:
    """Decisions can be found: by facilitators at once, by everybody once the minutes are sent."""
    if point.kind != PointKind.DECISION:
        search.drop(_ref(point))
        return
    put = search.put if point.meeting.minutes_sent_at else search.put_for_facilitators
    put(
        _ref(point),
        community=point.meeting.community,
        kind=FoundKind.DECISION,
        title=point.words,
        words=point.meeting.title,
        url=reverse("meetings:minutes", kwargs={"pk": point.meeting_id}),
        year=point.meeting.starts_at.year,
    )


def _ref(point: Point) -> str:
    return f"meetings.point:{point.pk}"


def _refuse_when_cancelled(meeting: Meeting) -> None:
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so there is nothing to write down."))
