"""Voting slips and ballots on paper. Their codes are made when they are printed, and kept nowhere."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper
from mindlines.voice import rules
from mindlines.voice.access import polls as access
from mindlines.voice.actions import slips as actions
from mindlines.voice.forms.ballots import PrintForm, VoterForm
from mindlines.voice.measures.around import around
from mindlines.voice.queries import polls as queries

PAPERS = {"slips": _("Voting slips"), "ballots": _("Ballots")}


@login_required
@require_POST
def pdf(request: SignedInRequest, pk: int, what: str) -> HttpResponse:
    """As many slips, or ballots with a code each, as were asked for."""
    poll = access.poll(request.user, pk, may=rules.run_poll)
    if what not in PAPERS or not poll.is_secret:
        raise Http404
    form = PrintForm(request.POST)
    if not form.is_valid():
        voters = VoterForm(members=queries.without_slip(poll))
        return render(request, "voice/polls/paper.html", {**around(poll), "form": form, "voters": voters})
    codes = actions.print_paper(poll.box, count=form.cleaned_data["count"], by=request.user)
    shown = {"poll": poll, "sheet": queries.sheet(poll), "codes": codes, "large": form.cleaned_data["large"]}
    name = f"{slugify(poll.question)[:40] or 'poll'}-{what}"
    response = paper(request, f"voice/papers/{what}.html", context={**shown, "title": PAPERS[what]}, file_name=name)
    response.headers["Cache-Control"] = "private, no-store"
    return response
