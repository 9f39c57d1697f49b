"""One minute after a meeting, for one facilitator alone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mindlines.meetings import access as meetings
from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.actions import debriefs as actions
from mindlines.voice.forms.debriefs import DebriefForm
from mindlines.voice.queries import debriefs as queries


@login_required
@require_http_methods(["GET", "POST"])
def debrief(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = meetings.meeting(request.user, pk, may=rules.write_debrief)
    mine = queries.mine(meeting, by=request.user)
    form = DebriefForm(request.POST if request.method == "POST" else None, instance=mine)
    if form.is_valid():
        actions.write(meeting, by=request.user, said=form.cleaned_data)
        messages.success(request, _("Kept. Only you can read it."))
        return redirect("voice:debrief", pk=pk)
    shown = {"viewer": meeting.viewer, "meeting": meeting, "form": form, "mine": mine}
    shown["before"] = queries.before(meeting, by=request.user)
    return render(request, "voice/debriefs/debrief.html", shown)
