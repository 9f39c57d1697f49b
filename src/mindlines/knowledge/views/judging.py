"""Judging, each alone: on a screen, on paper, or through somebody who writes it down."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.knowledge import rules
from mindlines.knowledge.access import negotiations as access
from mindlines.knowledge.actions import judging as actions
from mindlines.knowledge.forms.judging import JudgeForm
from mindlines.knowledge.queries import judgements
from mindlines.knowledge.queries import negotiations as queries
from mindlines.knowledge.views.negotiations import around
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def judge(request: SignedInRequest, pk: int) -> HttpResponse:
    """One's own answers; nobody else's are on this page."""
    found = access.negotiation(request.user, pk, may=rules.judge)
    form = JudgeForm(request.POST or None, given=judgements.given(found, by=found.viewer))
    if request.method == "POST" and form.is_valid():
        actions.judge(found, of=found.viewer, judged=form.judged())
        if request.headers.get("X-Autosave"):
            return HttpResponse(status=204)
        messages.success(request, _("Your answers are kept. You can change them until it is settled."))
        return redirect(_back(request) or found)
    return _answered(
        request, "knowledge/negotiations/judge.html", {**around(found), "form": form, "back": _back(request)}
    )


@login_required
@require_GET
def paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who has not judged yet, the sheet to print, and where it is entered afterwards."""
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    shown = {"members": queries.asked(found), "judged": queries.has_judged(found)}
    return render(request, "knowledge/negotiations/paper.html", {**around(found), **shown})


@login_required
@require_http_methods(["GET", "POST"])
def judge_for(request: SignedInRequest, pk: int, member: int) -> HttpResponse:
    """Write down what somebody said or filled in; what they answered before is not shown."""
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    other = access.to_judge_for(found, member)
    form = JudgeForm(request.POST or None, given={})
    if request.method == "POST" and form.is_valid():
        actions.judge(found, of=other, judged=form.judged())
        messages.success(request, _("The answers of %(name)s are kept.") % {"name": other.name})
        return redirect("knowledge:judge_on_paper", pk=pk)
    return _answered(request, "knowledge/negotiations/judge_for.html", {**around(found), "other": other, "form": form})


def _back(request: SignedInRequest) -> str:
    """The page of ours from which somebody came to judge, such as the room of a meeting, or nothing."""
    asked = request.GET.get("back", "")[:500]
    return asked if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else ""


def _answered(request: SignedInRequest, template: str, shown: dict[str, Any]) -> HttpResponse:
    if request.headers.get("X-Autosave"):
        words = next((str(errors[0]) for errors in shown["form"].errors.values()), "")
        return render(request, "ui/refused.html", {"words": words}, status=422)
    response = render(request, template, shown)
    # Nobody who uses the device afterwards finds the answers in the memory of the browser.
    response.headers["Cache-Control"] = "private, no-store"
    return response
