"""Taking in a transcript: the file, who is who, a look at what changes, and only then the meeting."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.meetings import access as meetings
from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.actions import transcripts as actions
from mindlines.voice.forms.transcripts import ConfirmForm, TranscriptForm, WhoForm
from mindlines.voice.measures import afterwards
from mindlines.voice.measures import transcripts as measures
from mindlines.voice.queries import transcripts as queries


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = meetings.meeting(request.user, pk, may=rules.take_in_transcript)
    form = TranscriptForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        actions.keep(meeting, transcript=form.cleaned_data["file"], file_name=form.file_name, by=request.user)
        return redirect("voice:transcript_names", pk=pk)
    shown = {"meeting": meeting, "viewer": meeting.viewer, "form": form, "waiting": queries.waiting(meeting)}
    return render(request, "voice/transcripts/upload.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def names(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who is who."""
    meeting = meetings.meeting(request.user, pk, may=rules.take_in_transcript)
    brought = queries.waiting(meeting)
    if brought is None:
        return redirect("voice:meeting_voices", pk=pk)
    people = measures.shown(brought)
    here = queries.people_here(meeting)
    form = WhoForm(request.POST or None, names=people, here=here, community=meeting.community)
    if form.is_valid():
        actions.choose(brought, choices=form.choices)
        return redirect("voice:transcript_preview", pk=pk)
    shown = {"meeting": meeting, "viewer": meeting.viewer, "brought": brought, "form": form}
    settled = sum(one.is_settled for one in people)
    return render(request, "voice/transcripts/names.html", {**shown, "settled": settled, "rest": len(people) - settled})


@login_required
@require_http_methods(["GET", "POST"])
def preview(request: SignedInRequest, pk: int) -> HttpResponse:
    """What changes; a click writes it."""
    meeting = meetings.meeting(request.user, pk, may=rules.take_in_transcript)
    brought = queries.waiting(meeting)
    if brought is None or not brought.choices:
        return redirect("voice:meeting_voices" if brought is None else "voice:transcript_names", pk=pk)
    missing = queries.heard_elsewhere(meeting, members=measures.members(brought))
    form = ConfirmForm(request.POST if request.method == "POST" else None, members=missing)
    if form.is_valid():
        actions.confirm(brought, mark_here=form.mark_here, by=request.user)
        messages.success(
            request, _("The transcript is taken in. Its names and turns are counted, and the file is erased here.")
        )
        return redirect("voice:meeting_voices", pk=pk)
    shown = {"meeting": meeting, "viewer": meeting.viewer, "brought": brought, "form": form, "missing": missing}
    after = afterwards.preview(brought, also_here=missing)
    return render(
        request, "voice/transcripts/preview.html", {**shown, "after": after, "change": queries.change(meeting)}
    )


@login_required
@require_POST
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = meetings.meeting(request.user, pk, may=rules.take_in_transcript)
    actions.drop(meeting)
    messages.success(request, _("The transcript is erased. Nothing was written."))
    return redirect("voice:meeting_voices", pk=pk)
