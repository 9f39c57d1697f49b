"""Meetings as calendar files."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from mindlines.meetings import access
from mindlines.meetings.queries import agenda, calendar_entry, calendars
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def calendar(request: SignedInRequest, pk: int) -> HttpResponse:
    """One meeting, to put into a calendar."""
    meeting = access.meeting(request.user, pk)
    return _file(calendar_entry.entry(meeting, items=agenda.programme(meeting)), name=f"meeting-{pk}.ics")


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """All meetings of one person, for a calendar program that knows the secret address."""
    person = access.feed(secret)
    return _file(calendar_entry.feed(calendars.meetings_of(person)), name="meetings.ics")


def _file(content: bytes, *, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=calendar_entry.media_type(calendar_entry.PUBLISH), headers=headers)
