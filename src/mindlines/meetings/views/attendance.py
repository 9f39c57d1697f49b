from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.meetings import access, rules
from mindlines.meetings.actions import attendance as actions
from mindlines.meetings.forms.attendance import GuestForm
from mindlines.meetings.queries import attendance as queries
from mindlines.people.access import SignedInRequest

ON_A_PAGE = 40


@login_required
@require_GET
def attendance(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_attendance)
    name = request.GET.get("name", "").strip()[:200]
    page = Paginator(queries.roll(meeting, name=name), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "meetings/attendance/roll.html",
        {
            "meeting": meeting,
            "viewer": meeting.viewer,
            "name": name,
            "page": page,
            "rows": queries.rows(meeting, people=page),
            **_groups(meeting),
            "guests": queries.guests(meeting),
            "report": queries.open_report(meeting),
        },
    )


@login_required
@require_POST
def mark(request: SignedInRequest, pk: int, member: int) -> HttpResponse:
    """One tap. With htmx the line and the counts are swapped; without, the page is loaded again at the same line."""
    meeting = access.meeting(request.user, pk, may=rules.take_attendance)
    way = request.POST.get("way", "")
    if way:
        actions.mark(meeting, member=member, way=way)
    else:
        actions.unmark(meeting, member=member)
    if request.headers.get("HX-Request"):
        row = queries.row(meeting, member=member)
        return render(request, "meetings/attendance/_tapped.html", {"meeting": meeting, "row": row, **_groups(meeting)})
    return redirect(_back(request, pk, anchor=f"member-{member}"))


@login_required
@require_http_methods(["GET", "POST"])
def add_guest(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_attendance)
    form = GuestForm(request.POST or None)
    if form.is_valid():
        actions.welcome_guest(meeting, **form.cleaned_data)
        messages.success(request, _("The guest is on the list."))
        return redirect(f"{reverse('meetings:attendance', kwargs={'pk': pk})}#guests")
    return render(
        request, "meetings/attendance/guest.html", {"meeting": meeting, "viewer": meeting.viewer, "form": form}
    )


@login_required
@require_POST
def remove_guest(request: SignedInRequest, pk: int, guest: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_attendance)
    actions.remove_guest(meeting, guest=guest)
    return redirect(f"{reverse('meetings:attendance', kwargs={'pk': pk})}#guests")


@login_required
@require_GET
def who_is_missing(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_attendance)
    return render(
        request,
        "meetings/attendance/missing.html",
        {"meeting": meeting, "viewer": meeting.viewer, "groups": queries.groups(meeting)},
    )


def _groups(meeting: Any) -> dict[str, Any]:
    groups = queries.groups(meeting)
    return {"groups": groups, "anybody": any(group.here for group in groups)}


def _back(request: HttpRequest, pk: int, anchor: str) -> str:
    """The page of the roll that was tapped on."""
    kept = {name: request.POST[name] for name in ("name", "page") if request.POST.get(name)}
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{reverse('meetings:attendance', kwargs={'pk': pk})}{query}#{anchor}"
