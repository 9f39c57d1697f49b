"""Changing a proposal between the votes, and dissent."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mindlines.coproduction import rules
from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.actions.decisions import dissents, running
from mindlines.coproduction.forms.decisions.saying import AmendForm, DissentForm
from mindlines.coproduction.queries.decisions import against
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def amend(request: SignedInRequest, pk: int, proposal: int) -> HttpResponse:
    """Put a proposal into other words before the second vote."""
    found = access.proposal(request.user, proposal, of=pk)
    form = AmendForm(request.POST or None, initial={"words": found.words})
    if form.is_valid():
        running.amend(found, words=form.cleaned_data["words"], by=request.user)
        messages.success(request, _("The proposal is changed. Open the second vote when you are ready."))
        return redirect(found.decision)
    decision = found.decision
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision, "form": form}
    return render(request, "coproduction/decisions/amend.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def dissent(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put on record, in one's own words, that one does not agree."""
    decision = access.decision(request.user, pk, may=rules.vote)
    form = DissentForm(request.POST or None)
    if form.is_valid():
        dissents.put_on_record(decision, **form.cleaned_data, by=decision.viewer)
        messages.success(request, _("Your words stand beside the decision."))
        return redirect(decision)
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision, "form": form}
    return render(request, "coproduction/decisions/dissent.html", {**shown, "until": against.last_moment(decision)})
