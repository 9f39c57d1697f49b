"""Papers of a meeting: the pack to print, the agenda as text, the minutes as text and PDF."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from mindlines.kernel.times import zone
from mindlines.meetings import access, rules
from mindlines.meetings.queries import minutes as minutes_queries
from mindlines.meetings.queries import pack as queries
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_GET
def choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which pack: normal or large print, PDF, page or text."""
    meeting = access.meeting(request.user, pk)
    shown = {"meeting": meeting, "viewer": meeting.viewer, "agenda": queries.agenda_text(meeting)}
    return render(request, "meetings/pack/choose.html", shown)


@login_required
@require_GET
def page(request: SignedInRequest, pk: int) -> HttpResponse:
    """The pack as a page, to print from the browser."""
    meeting = access.meeting(request.user, pk)
    with timezone.override(zone(meeting.community.time_zone)):
        return render(request, "meetings/pack/pack.html", _pack(request, meeting))


@login_required
@require_GET
def pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk)
    with timezone.override(zone(meeting.community.time_zone)):
        context = _pack(request, meeting)
        return paper(request, "meetings/pack/pack.html", context=context, file_name=_name(meeting, "pack"))


@login_required
@require_GET
def agenda_text(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk)
    return _text(queries.agenda_text(meeting), file_name=f"{_name(meeting, 'agenda')}.txt")


@login_required
@require_GET
def minutes_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """The minutes as text with plain formatting (Markdown)."""
    meeting = access.meeting(request.user, pk, may=rules.read_minutes)
    words = f"{meeting.title}\n{'=' * len(meeting.title)}\n\n{minutes_queries.text(meeting)}"
    return _text(words, file_name=f"{_name(meeting, 'minutes')}.txt")


@login_required
@require_GET
def minutes_pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.read_minutes)
    with timezone.override(zone(meeting.community.time_zone)):
        context = {"meeting": meeting, "words": minutes_queries.text(meeting), "large": _large(request)}
        return paper(request, "meetings/minutes/paper.html", context=context, file_name=_name(meeting, "minutes"))


def _pack(request: HttpRequest, meeting: Any) -> dict[str, Any]:
    pack, can_reply = queries.pack(meeting), queries.can_still_reply(meeting)
    return {"meeting": meeting, "pack": pack, "large": _large(request), "can_reply": can_reply}


def _large(request: HttpRequest) -> bool:
    return "large" in request.GET


def _name(meeting: Any, what: str) -> str:
    return f"{slugify(meeting.title)[:60] or 'meeting'}-{meeting.starts_at:%Y-%m-%d}-{what}"


def _text(words: str, file_name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{file_name}"'}
    return HttpResponse(words, content_type="text/plain; charset=utf-8", headers=headers)
