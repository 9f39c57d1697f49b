"""Minutes written from what was tapped, noted and agreed, until a facilitator writes them better."""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Membership
from mindlines.kernel.times import zone
from mindlines.meetings.choices import HERE, ROUTINE, ActionState, Outcome, PointKind, Presence
from mindlines.meetings.models import Action, Attendance, Correction, Meeting, MinutesCopy, Point, Reply
from mindlines.meetings.queries import attendance, audience, notes
from mindlines.ui.dates import clock_words, day_words, short_day_words


def text(meeting: Meeting) -> str:
    """The minutes as they stand: corrected by somebody, or else written from the notes."""
    return meeting.minutes_text or draft(meeting)


def draft(meeting: Meeting) -> str:
    """The minutes as plain text with plain formatting. Guests are counted, never named. Eight queries, however long."""
    pages = notes.sheets(meeting)
    parts = [*_opening(meeting), *_who_was_there(meeting)]
    numbered = 0
    for page in pages:
        if page.item:
            numbered += 1
            parts += _about(page, number=numbered)
        elif page.note or page.points:
            parts += [f"# {_('Also noted')}", *_words_and_points(page)]
    parts += _agreed([action for page in pages for action in page.actions])
    return "\n\n".join(part for part in parts if part) + "\n"


def recipients(meeting: Meeting) -> QuerySet[Membership]:
    """Who receives the minutes: whoever was invited, replied, came or sent apologies."""
    took_part = Exists(Attendance.objects.filter(meeting=meeting, membership=OuterRef("pk")))
    replied = Exists(Reply.objects.filter(meeting=meeting, membership=OuterRef("pk")))
    invited = Q(pk__in=audience.invited(meeting).values("pk"))
    wanted = Q(took_part) | Q(replied) | invited
    return (
        Membership.objects.present().filter(wanted, community=meeting.community).select_related("person").order_by("pk")
    )


def not_yet_sent(meeting: Meeting) -> QuerySet[Membership]:
    """Recipients who have no copy yet."""
    has_copy = Exists(MinutesCopy.objects.filter(meeting=meeting, membership=OuterRef("pk")))
    return recipients(meeting).filter(~has_copy)


def people_and_copies(meeting: Meeting, *, name: str = "") -> QuerySet[Membership]:
    """Members, each with `copied_at`: when the minutes were sent to them. Those who have a copy come first."""
    sent_at = MinutesCopy.objects.filter(meeting=meeting, membership=OuterRef("pk")).values("sent_at")
    members = Membership.objects.present().filter(community=meeting.community, person__name__icontains=name)
    return (
        members.annotate(copied_at=Subquery(sent_at))
        .select_related("person", "constituency")
        .order_by(F("copied_at").asc(nulls_last=True), "person__name", "pk")
    )


def merged(theirs: str, *, mine: str) -> str:
    """Both texts in one; nothing is lost."""
    return notes.merged(theirs, mine=mine)


def correction(meeting: Meeting, *, pk: int) -> Correction | None:
    return corrections(meeting).filter(pk=pk).first()


def corrections(meeting: Meeting) -> QuerySet[Correction]:
    """What members asked to change, those without an answer first."""
    return meeting.corrections.select_related("membership__person").order_by(
        F("settled_at").asc(nulls_first=True), "at"
    )


def corrections_by(meeting: Meeting, *, membership: Membership) -> QuerySet[Correction]:
    return corrections(meeting).filter(membership=membership)


def _opening(meeting: Meeting) -> Iterator[str]:
    with timezone.override(zone(meeting.community.time_zone)):
        yield _("%(day)s, %(start)s to %(end)s") % {
            "day": day_words(meeting.starts_at),
            "start": clock_words(meeting.starts_at),
            "end": clock_words(meeting.ends_at),
        }
    yield ", ".join(filter(None, [meeting.get_setting_display(), meeting.place.name if meeting.place else ""]))
    yield meeting.purpose


def _who_was_there(meeting: Meeting) -> Iterator[str]:
    rows = list(attendance.here_by_name(meeting))
    here = [row for row in rows if row.presence in HERE]
    guests = sum(row.presence in HERE for row in attendance.guests(meeting))
    yield f"# {_('Who was there')}"
    lines = [
        f"- **{group}** ({len(names)}): {', '.join(names)}"
        for group, names in (
            (str(group), [row.membership.name for row in found if row.membership])
            for group, found in groupby(here, key=lambda row: row.membership and row.membership.constituency)
        )
    ]
    if guests:
        lines.append("- " + ngettext("%(count)d guest", "%(count)d guests", guests) % {"count": guests})
    yield "\n".join(lines) or _("Nobody was marked as here.")
    sorry = [row.membership.name for row in rows if row.presence == Presence.APOLOGIES and row.membership]
    if sorry:
        yield _("Apologies: %(names)s") % {"names": ", ".join(sorry)}


def _about(page: notes.Sheet, *, number: int) -> Iterator[str]:
    if page.item is None:
        return
    yield f"# {number}. {page.item.title}"
    if page.item.lead:
        yield _("Led by %(name)s.") % {"name": page.item.lead.person.name}
    if page.item.outcome == Outcome.UNFINISHED:
        yield _("We started this and did not finish. It waits for one of the next meetings.")
    if page.item.outcome == Outcome.UNREACHED and page.item.kind not in ROUTINE:
        yield _("We did not reach this.")
    yield from _words_and_points(page)


def _words_and_points(page: notes.Sheet) -> Iterator[str]:
    yield page.note.words if page.note else ""
    for kind, title in (
        (PointKind.DECISION, _("Decided")),
        (PointKind.POINT, _("Points")),
        (PointKind.QUESTION, _("Questions")),
        (PointKind.PARKED, _("Parked for later")),
    ):
        said = [point for point in page.points if point.kind == kind]
        if said:
            yield f"**{title}**\n\n" + "\n".join(f"- {_line(point)}" for point in said)


def _line(point: Point) -> str:
    words = " ".join(point.words.split())
    return f"{words} ({point.constituency})" if point.constituency else words


def _agreed(actions: list[Action]) -> Iterator[str]:
    if actions:
        yield f"# {_('What we agreed to do')}"
        yield "\n".join(f"- {_agreement(action)}" for action in actions)


def _agreement(action: Action) -> str:
    owner = action.owner.person.name if action.owner else ""
    due = _("by %(day)s") % {"day": short_day_words(action.due_on)} if action.due_on else ""
    done = str(ActionState(action.state).label) if action.state != ActionState.OPEN else ""
    about = ", ".join(part for part in (owner, due, done) if part)
    return f"{action.words} ({about})" if about else action.words
