"""Closing a vote, what follows from it, and looking at it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mindlines.coproduction import rules
from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.actions.decisions import closing as actions
from mindlines.coproduction.actions.decisions import following as following_actions
from mindlines.coproduction.actions.decisions import reviews
from mindlines.coproduction.forms.decisions.following import FollowUpForm, ReviewForm
from mindlines.coproduction.forms.decisions.saying import CloseForm
from mindlines.coproduction.measures.decisions.around import around
from mindlines.coproduction.queries.decisions import following
from mindlines.meetings.queries import load
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    """No more votes; the record is written."""
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    form = CloseForm(request.POST or None, initial={"review_on": decision.review_on})
    if request.method == "POST" and form.is_valid():
        if actions.close(decision, review_on=form.cleaned_data["review_on"], by=request.user):
            messages.success(request, _("The vote is closed. This is what came of it."))
        else:
            messages.info(request, _("This vote was closed already. This is what came of it."))
        return redirect(decision)
    return render(request, "coproduction/decisions/close.html", {**around(decision, cookies={}), "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def follow_up(request: SignedInRequest, pk: int) -> HttpResponse:
    """Somebody agrees to do something that follows from the decision."""
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    form = FollowUpForm(request.POST or None, members=following.members(decision))
    if form.is_valid():
        following_actions.agree(decision, agreed=form.agreed(), by=request.user)
        messages.success(request, _("It is agreed. Whoever does it is reminded before the day."))
        if hint := load.hint(form.agreed().owner):
            messages.info(request, hint)
        return redirect(decision)
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision, "form": form}
    return render(request, "coproduction/decisions/follow_up.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep the decision until another day, or go on to a new one."""
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        reviews.keep(decision, review_on=form.cleaned_data["review_on"], by=request.user)
        messages.success(request, _("It holds. You are reminded on the new day."))
        return redirect(decision)
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision, "form": form}
    return render(request, "coproduction/decisions/review.html", shown)
