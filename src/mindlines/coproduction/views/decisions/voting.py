"""Voting on all proposals at once, and writing down what speaks against one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.coproduction import rules
from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.actions.decisions import objections, voting
from mindlines.coproduction.forms.decisions.saying import SettleForm
from mindlines.coproduction.forms.decisions.voting import VoteForm
from mindlines.coproduction.measures.decisions.around import around
from mindlines.coproduction.queries.decisions import page
from mindlines.people.access import SignedInRequest
from mindlines.voice.actions.slips import HandedElsewhere
from mindlines.voice.queries import slips


@login_required
@require_POST
def vote(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer, or answer otherwise, until the vote is closed."""
    decision = access.decision(request.user, pk, may=rules.vote)
    slip = page.slip_of(decision, cookies=request.COOKIES)
    voting.refuse_if_over(decision)
    votes = page.votes(decision, listed=page.proposals(decision), slip=slip)
    form = VoteForm(request.POST, votes=votes)
    if not form.is_valid():
        shown = {**around(decision, cookies=request.COOKIES), "form": form}
        return never_kept(render(request, "coproduction/decisions/page.html", shown))
    try:
        secret = voting.vote(decision, filled=form.filled(), slip=slip, by=decision.viewer)
    except HandedElsewhere as problem:
        messages.warning(request, str(problem))
        return redirect("voice:slip", pk=votes[0].poll.pk)
    messages.success(request, _("Your vote counts. You can change it until the vote is closed."))
    response = redirect(decision)
    if secret and decision.box:
        response.set_cookie(**slips.cookie(decision.box, of=decision.viewer, secret=secret))
    return response


@login_required
@require_http_methods(["GET", "POST"])
def settle(request: SignedInRequest, pk: int, objection: int) -> HttpResponse:
    """Say how an objection is met, or that it is taken back."""
    found = access.objection(request.user, objection, of=pk)
    form = SettleForm(request.POST or None, is_own=not rules.lead_decision(found.decision))
    if form.is_valid():
        objections.settle(found, **form.cleaned_data, by=request.user)
        messages.success(request, _("It is written down."))
        return redirect(found.decision)
    decision = found.decision
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision}
    return render(request, "coproduction/decisions/settle.html", {**shown, "objection": found, "form": form})


def never_kept(response: HttpResponse) -> HttpResponse:
    """Nobody who uses the device afterwards finds it in the memory of the browser."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
