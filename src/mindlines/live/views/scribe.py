"""For whoever counts who speaks: one tap a turn, and one to take it back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mindlines.kernel.identifiers import link_secret
from mindlines.live import access, rules
from mindlines.live.forms import TapForm
from mindlines.live.queries import rooms
from mindlines.live.queries.parts import CONSOLE
from mindlines.live.views.around import around, back, typed
from mindlines.people.access import SignedInRequest
from mindlines.voice.actions import turns


@login_required
@require_safe
def scribe(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.room(request.user, pk, may=rules.assist)
    shown = {
        "groups": rooms.groups(found),
        "people": rooms.people_here(found) if found.counts_people else [],
        "key": link_secret(),
    }
    return render(request, "live/scribe.html", around(request, found, audience=CONSOLE) | shown)


@login_required
@require_POST
def tap(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.room(request.user, pk, may=rules.assist)
    form = TapForm(request.POST)
    if form.is_valid():
        turns.tap(found.meeting, item=found.item, **access.tapped(found, asked=form.cleaned_data))
    return back(request, otherwise=reverse("live:scribe", kwargs={"pk": pk}))


@login_required
@require_POST
def untap(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.room(request.user, pk, may=rules.assist)
    turns.untap(found.meeting, key=typed(request, name="tap", most=40))
    return back(request, otherwise=reverse("live:scribe", kwargs={"pk": pk}))
