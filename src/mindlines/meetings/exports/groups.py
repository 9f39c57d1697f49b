"""Small groups on paper, and as files for the rooms of a video call."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from mindlines.kernel.times import zone
from mindlines.meetings import access
from mindlines.meetings.models import Division
from mindlines.meetings.queries import group_papers as queries
from mindlines.people.access import SignedInRequest
from mindlines.ui import cells
from mindlines.ui.pdf import paper

PAPERS = {
    "cards": (_("Cards for the tables"), _("One for each group: its name, who sits there, and the task.")),
    "signs": (
        _("Signs for the doors"),
        _("One for each group, with its name in large letters and no names of people."),
    ),
    "groups": (_("The list of groups"), _("All groups with their people.")),
    "names": (_("Find your group"), _("Everybody by name, with the group to go to. For the wall at the entrance.")),
}
FILES = ("plain", "zoom", "teams")


@login_required
@require_GET
def choose(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    """What can be printed or saved of a division, and who is missing from which file."""
    found = access.division(request.user, division, of=pk)
    shown = {
        "division": found,
        "work": found.round,
        "meeting": found.round.meeting,
        "viewer": found.round.meeting.viewer,
    }
    papers = [
        {"what": what, "title": title, "about": about, "has_large": what != "signs"}
        for what, (title, about) in PAPERS.items()
    ]
    return render(
        request, "meetings/group_papers/choose.html", {**shown, "papers": papers, "seating": queries.seating(found)}
    )


@login_required
@require_GET
def page(request: SignedInRequest, pk: int, division: int, what: str) -> HttpResponse:
    """A paper as a page, to print from the browser."""
    found = access.division(request.user, division, of=pk)
    with timezone.override(zone(found.round.meeting.community.time_zone)):
        return render(request, _template(what), _paper(request, found, what))


@login_required
@require_GET
def pdf(request: SignedInRequest, pk: int, division: int, what: str) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    with timezone.override(zone(found.round.meeting.community.time_zone)):
        return paper(request, _template(what), context=_paper(request, found, what), file_name=_name(found, what))


@login_required
@require_GET
def table(request: SignedInRequest, pk: int, division: int, kind: str) -> HttpResponse:
    """Groups as a file: plain, or as video calls want them."""
    found = access.division(request.user, division, of=pk)
    if kind not in FILES:
        raise Http404
    # Zoom knows its own headings only at the very beginning of the file.
    rows, marked = _rows(queries.seating(found), kind), kind != "zoom"
    return cells.csv_answer(rows, file_name=_name(found, kind), marked=marked)


def _rows(seating: queries.Seating, kind: str) -> Iterator[list[str]]:
    """The headings of the files are read by programs and stay in English."""
    if kind == "plain":
        yield ["round", "group", "person"]
        for each in seating.tables:
            for one in each.people:
                yield [seating.division.round.title, str(each.group), one.name]
    elif kind == "zoom":
        yield ["Pre-assign Room Name", "Email Address"]
        for address, group in seating.reachable:
            yield [str(group), address]
    else:
        yield ["Room", "Name", "Email"]
        for one, group in seating.callers:
            yield [str(group), one.name, queries.address(one)]


def _paper(request: SignedInRequest, division: Division, what: str) -> dict[str, Any]:
    return {
        "meeting": division.round.meeting,
        "work": division.round,
        "seating": queries.seating(division),
        "title": PAPERS[what][0],
        "large": "large" in request.GET,
    }


def _template(what: str) -> str:
    if what not in PAPERS:
        raise Http404
    return f"meetings/group_papers/{what}.html"


def _name(division: Division, what: str) -> str:
    work = division.round
    title = slugify(work.title)[:40] or "round"
    day = timezone.localdate(work.meeting.starts_at, zone(work.meeting.community.time_zone))
    return f"{title}-{day:%Y-%m-%d}-{division.letter.lower()}-{what}"
