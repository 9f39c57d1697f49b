"""One line through time: how the direction of a community changed, and why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, CharField, DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, TruncDate
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import Answer
from mindlines.communities.models import CharterVersion, Community, ContextEvent, Priority, PriorityReview, Role
from mindlines.communities.queries.record import shown_name
from mindlines.kernel.times import zone

KINDS: Mapping[str, str | Promise] = {
    "event": _("What happened outside"),
    "charter": _("Charter"),
    "priority": _("Priorities chosen"),
    "review": _("Reviews"),
    "role": _("Roles"),
}
PER_PAGE = 20
# On one day the cause stands before what came of it.
_ORDER = {"event": 0, "charter": 1, "priority": 2, "review": 3, "role": 4, "role-end": 5}


@dataclass(frozen=True)
class Moment:
    """Something on the timeline, with the names that `ui/timeline.html` asks for."""

    kind: str
    when: date
    title: str
    words: str = ""
    url: str = ""

    @property
    def meta(self) -> str:
        return str(KINDS[self.kind])

    @property
    def tone(self) -> str:
        return "accent" if self.kind == "event" else ""


def page(community: Community, *, kind: str, number: str | None) -> Page[Moment]:
    """One page of the timeline, newest first; an unknown kind shows everything. At most eight queries."""
    found = Paginator(_rows(community, kind=kind), PER_PAGE).get_page(number)
    moments = _told(community, rows=list(found))
    return cast("Page[Moment]", Page(moments, found.number, found.paginator))


def newest(community: Community, *, most: int = 6) -> list[Moment]:
    """The latest moments of every kind but roles."""
    parts = [part for name, part in _parts(community).items() if not name.startswith("role")]
    return _told(community, rows=_in_order(parts)[:most])


def _rows(community: Community, *, kind: str) -> QuerySet[Any, dict[str, Any]]:
    """Kind, number and day of everything on the line; the database puts it in order."""
    parts = _parts(community)
    wanted = [part for name, part in parts.items() if name.removesuffix("-end") == kind] or list(parts.values())
    return _in_order(wanted)


def _in_order(parts: list[QuerySet[Any, dict[str, Any]]]) -> QuerySet[Any, dict[str, Any]]:
    return parts[0].union(*parts[1:], all=True).order_by("-day", "-place", "-key")


def _parts(community: Community) -> dict[str, QuerySet[Any, dict[str, Any]]]:
    roles = Role.objects.filter(membership__community=community)
    here = zone(community.time_zone)
    taken = roles.filter(answer__in=(Answer.ACCEPTED, Answer.ENDED), answered_at__isnull=False)
    ended = roles.filter(answer=Answer.ENDED, ended_at__isnull=False)
    return {
        "event": _part("event", rows=community.context_events.all(), day=F("on")),
        "charter": _part("charter", rows=community.charter_versions.all(), day=F("agreed_on")),
        "priority": _part("priority", rows=community.priorities.all(), day=F("chosen_on")),
        "review": _part("review", rows=PriorityReview.objects.filter(priority__community=community), day=F("on")),
        "role": _part("role", rows=taken, day=TruncDate("answered_at", tzinfo=here)),
        "role-end": _part("role-end", rows=ended, day=TruncDate("ended_at", tzinfo=here)),
    }


def _part(kind: str, *, rows: QuerySet[Any], day: Any) -> QuerySet[Any, dict[str, Any]]:
    named = rows.order_by().annotate(
        what=Value(kind, output_field=CharField()),
        place=Value(_ORDER[kind], output_field=IntegerField()),
        key=Cast("pk", BigIntegerField()),
        day=Cast(day, DateField()),
    )
    return cast("QuerySet[Any, dict[str, Any]]", named.values("what", "place", "key", "day"))


def _told(community: Community, *, rows: Iterable[dict[str, Any]]) -> list[Moment]:
    """Each row in words; the things of one kind are fetched together."""
    rows = list(rows)
    tellers: dict[str, tuple[QuerySet[Any], Callable[..., Moment]]] = {
        "event": (ContextEvent.objects.all(), _event),
        "charter": (CharterVersion.objects.all(), _charter),
        "priority": (Priority.objects.all(), _priority),
        "review": (PriorityReview.objects.select_related("priority", "because"), _review),
        "role": (Role.objects.select_related("membership__person", "membership__constituency"), _role),
        "role-end": (Role.objects.select_related("membership__person", "membership__constituency"), _role_end),
    }
    things = {
        kind: tellers[kind][0].in_bulk([row["key"] for row in rows if row["what"] == kind])
        for kind in {row["what"] for row in rows}
    }
    told = [(row, things[row["what"]].get(row["key"])) for row in rows]
    return [tellers[row["what"]][1](thing, slug=community.slug, day=row["day"]) for row, thing in told if thing]


def _event(event: ContextEvent, *, slug: str, day: date) -> Moment:
    return Moment("event", day, event.title, event.words, reverse("communities:event", args=[slug, event.pk]))


def _charter(version: CharterVersion, *, slug: str, day: date) -> Moment:
    title = _now("Charter, version %(number)d") % {"number": version.number}
    url = reverse("communities:charter_version", args=[slug, version.number])
    return Moment("charter", day, title, " ".join(filter(None, [version.what_changed, version.why])), url)


def _priority(priority: Priority, *, slug: str, day: date) -> Moment:
    title = _now("We chose: %(title)s") % {"title": priority.title}
    return Moment("priority", day, title, priority.why, reverse("communities:priority", args=[slug, priority.pk]))


def _review(review: PriorityReview, *, slug: str, day: date) -> Moment:
    title = f"{review.get_outcome_display()}: {review.priority.title}"
    because = _now("Because of: %(event)s.") % {"event": str(review.because).rstrip(".")} if review.because else ""
    words = " ".join(filter(None, [review.why, review.change, because]))
    return Moment("review", day, title, words, reverse("communities:priority", args=[slug, review.priority_id]))


def _role(role: Role, *, slug: str, day: date) -> Moment:
    title = _now("%(name)s took on a role: %(role)s") % {
        "name": shown_name(role.membership.person),
        "role": role.get_name_display(),
    }
    return Moment("role", day, title, role.membership.constituency.name, reverse("communities:roles", args=[slug]))


def _role_end(role: Role, *, slug: str, day: date) -> Moment:
    title = _now("%(name)s no longer holds a role: %(role)s") % {
        "name": shown_name(role.membership.person),
        "role": role.get_name_display(),
    }
    return Moment("role", day, title, role.membership.constituency.name, reverse("communities:roles", args=[slug]))
