"""How the voices of one meeting were shared."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.meetings import access as meetings
from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.measures import afterwards, voices
from mindlines.voice.queries import transcripts


@login_required
@require_GET
def of_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = meetings.meeting(request.user, pk, may=rules.see_voices)
    shown = {
        "meeting": meeting,
        "viewer": meeting.viewer,
        "after": afterwards.afterwards(meeting, recording=transcripts.recording(meeting)),
        "now": voices.of_meeting(meeting),
        "waiting": transcripts.waiting(meeting),
    }
    return render(request, "voice/speaking/meeting.html", shown)
