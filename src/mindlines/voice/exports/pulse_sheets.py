"""The pulse on paper: a sheet for each person, with a code that nobody can tell whose it is."""

from itertools import chain, repeat

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper
from mindlines.voice.access import pulse as access
from mindlines.voice.actions import slips
from mindlines.voice.choices import Side
from mindlines.voice.forms.pulse import SheetsForm
from mindlines.voice.queries import pulse as queries

PILES = {side.value: side.label for side in Side}


@login_required
@require_POST
def pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    """As many sheets as were asked for. The codes are made now and kept nowhere."""
    meeting, poll = access.running(request.user, pk)
    form = SheetsForm(request.POST, poll=poll)
    if not form.is_valid():
        shown = {"members": queries.not_asked_yet(poll, meeting=meeting), "turnout": queries.turnout(poll)}
        seen = {"viewer": meeting.viewer, "meeting": meeting, "poll": poll, "form": form}
        return render(request, "voice/pulse/others.html", {**seen, **shown})
    piles = form.piles
    codes = slips.print_paper(poll.box, count=sum(piles.values()), by=request.user)
    names = chain.from_iterable(repeat(PILES.get(pile, ""), count) for pile, count in piles.items())
    sheets = [{"code": code, "pile": pile} for code, pile in zip(codes, names, strict=True)]
    shown = {"meeting": meeting, "poll": poll, "sheets": sheets, "statements": queries.STATEMENTS}
    steps = [*queries.STEPS.values(), _("Does not apply")]
    response = paper(
        request, "voice/papers/pulse.html", context={**shown, "steps": steps}, file_name=f"how-was-it-{meeting.pk}"
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response
