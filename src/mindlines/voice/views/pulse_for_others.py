"""The pulse on paper, and for somebody who tells it on the phone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.people.access import SignedInRequest
from mindlines.voice.access import pulse as access
from mindlines.voice.actions import pulse as actions
from mindlines.voice.actions import slips
from mindlines.voice.forms.pulse import PulseForm, SheetForm, SheetsForm
from mindlines.voice.queries import pulse as queries


@login_required
@require_GET
def others(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who has no slip yet, and what can be done for them."""
    meeting, poll = access.running(request.user, pk)
    shown = {
        "viewer": meeting.viewer,
        "meeting": meeting,
        "poll": poll,
        "members": queries.not_asked_yet(poll, meeting=meeting),
        "turnout": queries.turnout(poll),
        "form": SheetsForm(poll=poll),
    }
    return render(request, "voice/pulse/others.html", shown)


@login_required
@require_POST
def give_sheet(request: SignedInRequest, pk: int, member: int) -> HttpResponse:
    """Somebody drew a sheet from the pile."""
    _meeting, poll = access.running(request.user, pk)
    slips.give_paper(poll.box, to=access.member(poll, member), by=request.user)
    messages.success(request, _("Noted. Nobody knows which sheet it was."))
    return redirect("voice:pulse_others", pk=pk)


@login_required
@require_http_methods(["GET", "POST"])
def enter_sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """Type in what stands on a sheet."""
    meeting, poll = access.running(request.user, pk)
    form = SheetForm(request.POST or None, poll=poll)
    if form.is_valid():
        actions.enter_sheet(poll, said=form.answer(), code=form.cleaned_data["code"])
        messages.success(request, _("The sheet is kept. Destroy the paper, or give it back."))
        return redirect("voice:pulse_sheet", pk=pk)
    return render(request, "voice/pulse/sheet.html", {"viewer": meeting.viewer, "meeting": meeting, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def answer_for(request: SignedInRequest, pk: int, member: int) -> HttpResponse:
    """Write down what somebody says."""
    meeting, poll = access.running(request.user, pk)
    other = access.member(poll, member)
    form = PulseForm(request.POST or None)
    if form.is_valid():
        actions.answer_for(poll, said=form.answer(), member=other)
        messages.success(request, _("The answer is kept, without the name."))
        return redirect("voice:pulse_others", pk=pk)
    shown = {"viewer": meeting.viewer, "meeting": meeting, "other": other, "form": form}
    return render(request, "voice/pulse/answer_for.html", shown)
