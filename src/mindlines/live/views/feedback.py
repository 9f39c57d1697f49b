"""The page of one's own small group: the task, who sits there, and what the group brings back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mindlines.kernel.identifiers import link_secret
from mindlines.live.access import feedback as access
from mindlines.live.actions import feedback as actions
from mindlines.live.forms.feedback import FeedbackForm
from mindlines.live.queries.feedback import MyGroup
from mindlines.live.views.around import never_kept
from mindlines.meetings.queries import notes
from mindlines.people.access import SignedInRequest


@login_required
@require_safe
def group(request: SignedInRequest, pk: int) -> HttpResponse:
    room, mine = access.my_group(request.user, pk)
    return never_kept(render(request, "live/feedback/group.html", _shown(room, mine, form=_form(mine))))


@login_required
@require_POST
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    """Save the words; the script of the page does it while somebody types."""
    room, mine = access.own_group(request.user, pk)
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _wrong(request, room, mine, form)
    try:
        saved = actions.write(mine.group, by=request.user, **form.cleaned_data)
    except actions.Stale as stale:
        return _both(request, room, form, stale.saved)
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204, headers={"X-Version": str(saved.version)})
    messages.success(request, _("Saved."))
    return redirect("live:group", pk=pk)


@login_required
@require_POST
def send(request: SignedInRequest, pk: int) -> HttpResponse:
    """Save the words as they stand in the box, and send them to the notes."""
    room, mine = access.own_group(request.user, pk)
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _wrong(request, room, mine, form)
    try:
        saved = actions.write(mine.group, by=request.user, **form.cleaned_data)
    except actions.Stale as stale:
        return _both(request, room, form, stale.saved)
    actions.send(saved, by=request.user)
    messages.success(request, _("It is in the notes of the meeting now."))
    return redirect("live:group", pk=pk)


def _form(mine: MyGroup | None) -> FeedbackForm:
    saved = mine.feedback if mine else None
    words, version = (saved.words, saved.version) if saved else ("", 0)
    return FeedbackForm(initial={"words": words, "version": version, "pen": link_secret()})


def _shown(room: Any, mine: MyGroup | None, *, form: FeedbackForm) -> dict[str, Any]:
    return {"room": room, "meeting": room.meeting, "viewer": room.viewer, "mine": mine, "form": form}


def _wrong(request: HttpRequest, room: Any, mine: MyGroup, form: FeedbackForm) -> HttpResponse:
    if request.headers.get("X-Autosave"):
        words = next((str(errors[0]) for errors in form.errors.values()), "")
        return render(request, "ui/refused.html", {"words": words}, status=422)
    return render(request, "live/feedback/group.html", _shown(room, mine, form=form), status=422)


def _both(request: HttpRequest, room: Any, form: FeedbackForm, saved: Any) -> HttpResponse:
    """Somebody else of the group wrote in between: both texts, and a choice. Nothing was overwritten."""
    mine = form.cleaned_data["words"]
    page = {"room": room, "meeting": room.meeting, "viewer": room.viewer, "saved": saved, "mine": mine}
    if request.headers.get("X-Autosave"):
        return render(request, "meetings/notes/_stale.html", page, status=409)
    both = {"merged": notes.merged(saved.words, mine=mine), "pen": link_secret()}
    return render(request, "live/feedback/stale.html", page | both, status=409)
