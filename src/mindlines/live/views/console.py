"""What facilitators run the meeting with; any of them can take over at any time."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.live import access, rules
from mindlines.live.actions import hands, saying
from mindlines.live.actions import room as actions
from mindlines.live.forms import MannerForm, TendForm
from mindlines.live.queries import rooms
from mindlines.live.queries.parts import CONSOLE
from mindlines.live.views.around import around, back
from mindlines.meetings import access as meetings
from mindlines.meetings import rules as meeting_rules
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def prepare(request: SignedInRequest, pk: int) -> HttpResponse:
    """Before there is a room: what it is, and a button that makes it."""
    meeting = meetings.meeting(request.user, pk, may=meeting_rules.plan)
    if request.method == "POST":
        actions.prepare(meeting, by=request.user)
        return redirect("live:console", pk=pk)
    if rooms.of_meeting(meeting) is not None:
        return redirect("live:console", pk=pk)
    return render(request, "live/prepare.html", {"meeting": meeting, "viewer": meeting.viewer})


@login_required
@require_safe
def console(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.room(request.user, pk, may=rules.hold)
    return render(request, "live/console.html", around(request, found, audience=CONSOLE))


@login_required
@require_POST
def step(request: SignedInRequest, pk: int, deed: str) -> HttpResponse:
    """Open the room, or close it."""
    found = access.room(request.user, pk, may=rules.hold)
    if deed == "open":
        actions.open(found, by=request.user)
    elif deed == "close":
        actions.close(found, by=request.user)
        messages.success(request, _("The room is closed. What was said and asked stays, under Voices."))
    else:
        raise Http404
    return back(request, otherwise=_console(found))


@login_required
@require_POST
def go(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    """To this item of the agenda."""
    found = access.room(request.user, pk, may=rules.hold)
    actions.go_to(found, item=access.item(found, pk=item))
    return back(request, otherwise=_console(found))


@login_required
@require_POST
def tend(request: SignedInRequest, pk: int, contribution: int) -> HttpResponse:
    """Answered, parked, to the notes, hidden, shown."""
    found = access.said(request.user, contribution, of=pk)
    form = TendForm(request.POST)
    if not form.is_valid():
        raise Http404
    done = saying.settle(found, by=request.user, **form.cleaned_data)
    messages.success(request, done)
    return back(request, otherwise=_console_of(pk))


@login_required
@require_POST
def call(request: SignedInRequest, pk: int, hand: int, deed: str) -> HttpResponse:
    """Call on somebody who raised a hand, or say that they have spoken."""
    deeds: dict[str, Any] = {"call": hands.call, "done": hands.done, "put-off": hands.put_off}
    if deed not in deeds:
        raise Http404
    found = access.hand(request.user, hand, of=pk)
    deeds[deed](found, by=request.user)
    return back(request, otherwise=_console_of(pk))


@login_required
@require_http_methods(["GET", "POST"])
def manner(request: SignedInRequest, pk: int) -> HttpResponse:
    """How the room works, and who writes for it."""
    found = access.room(request.user, pk, may=rules.hold)
    form = MannerForm(request.POST or None, room=found)
    if form.is_valid():
        actions.shape(found, manner=form.manner())
        messages.success(request, _("The room works like that now."))
        return redirect("live:console", pk=pk)
    shown = {"scribes": rooms.scribes(found), "members": rooms.members_to_ask(found)}
    return render(request, "live/manner.html", {"room": found, "viewer": found.viewer, "form": form, **shown})


@login_required
@require_POST
def scribes(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name somebody who taps and writes for the room, or release them."""
    found = access.room(request.user, pk, may=rules.hold)
    membership = access.member(found, pk=request.POST.get("member", ""))
    if request.POST.get("deed") == "release":
        actions.release_scribe(found, membership=membership)
    else:
        actions.name_scribe(found, membership=membership)
    return redirect("live:manner", pk=pk)


def _console(found: Any) -> str:
    return _console_of(found.meeting_id)


def _console_of(pk: int) -> str:
    return str(redirect("live:console", pk=pk).url)
