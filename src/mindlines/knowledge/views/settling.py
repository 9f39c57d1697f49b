"""What becomes of a negotiation: shown, settled, followed by actions, looked at again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.knowledge import rules
from mindlines.knowledge.access import negotiations as access
from mindlines.knowledge.actions import negotiations as actions
from mindlines.knowledge.forms.negotiations import ReviewForm, SettleForm, StepForm
from mindlines.knowledge.measures import negotiations as measures
from mindlines.knowledge.queries import negotiations as queries
from mindlines.knowledge.queries import questions
from mindlines.knowledge.views.negotiations import about, around
from mindlines.meetings.queries import load
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    if request.method == "POST":
        actions.show(found, by=request.user)
        messages.success(request, _("Everybody sees now what each group thinks. Talk about it."))
        return redirect(f"{found.get_absolute_url()}#judgements")
    return render(request, "ui/confirm.html", questions.show_judgements(found))


@login_required
@require_http_methods(["GET", "POST"])
def settle(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    form = SettleForm(request.POST or None)
    if form.is_valid():
        actions.settle(found, to=form.settled(), by=request.user)
        messages.success(request, _("It is settled. Agree who does what, so that something comes of it."))
        return redirect(f"{found.get_absolute_url()}#settled")
    shown = {"form": form, "shown": measures.shown(found), "is_private": found.stage == "private"}
    return render(request, "knowledge/negotiations/settle.html", {**around(found), **shown})


@login_required
@require_http_methods(["GET", "POST"])
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    form = ReviewForm(request.POST or None, initial={"on": queries.today(found.viewer.community)})
    if form.is_valid():
        actions.review(found, **form.review(), by=request.user)
        messages.success(request, _("What you found is kept."))
        return redirect(f"{found.get_absolute_url()}#settled")
    adaptations = list(found.adaptations.all())
    return render(
        request,
        "knowledge/negotiations/review.html",
        {**around(found), "form": form, "adaptations": adaptations},
    )


@login_required
@require_POST
def agree_step(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    form = StepForm(request.POST, community=found.viewer.community)
    if form.is_valid():
        actions.agree_step(found, **form.cleaned_data, by=request.user)
        messages.success(request, _("The action is agreed. It is also on the list of actions."))
        if hint := load.hint(form.cleaned_data["owner"]):
            messages.info(request, hint)
        return redirect(f"{found.get_absolute_url()}#steps")
    return render(request, "knowledge/negotiations/page.html", about(found, step_form=form))
