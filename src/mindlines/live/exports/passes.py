"""Papers with a code for those who have no e-mail address. The codes are made when they are printed, and kept nowhere."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mindlines.kernel.times import zone
from mindlines.live import access, rules
from mindlines.live.actions import passes as actions
from mindlines.live.forms.passes import PassesForm
from mindlines.live.queries import entrance
from mindlines.live.queries import passes as queries
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_safe
def choose(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who needs a paper?"""
    room = access.room(request.user, pk, may=rules.hold)
    return _page(request, room, PassesForm(members=queries.may_have_one(room)))


@login_required
@require_POST
def pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    """A paper for each of them, with a new code."""
    room = access.room(request.user, pk, may=rules.hold)
    form = PassesForm(request.POST, members=queries.may_have_one(room))
    if not form.is_valid():
        return _page(request, room, form, status=422)
    passes = actions.make_passes(room, members=form.chosen, by=request.user)
    shown = {"room": room, "meeting": room.meeting, "passes": passes, "large": form.cleaned_data["large"]}
    with timezone.override(zone(room.meeting.community.time_zone)):
        context = shown | entrance.way_in(room) | {"title": _("Papers to come in")}
        response = paper(request, "live/passes/papers.html", context=context, file_name=f"papers-to-come-in-{pk}")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _page(request: HttpRequest, room: Any, form: PassesForm, *, status: int = 200) -> HttpResponse:
    shown = {"room": room, "meeting": room.meeting, "viewer": room.viewer, "form": form}
    return render(request, "live/passes/choose.html", shown, status=status)
