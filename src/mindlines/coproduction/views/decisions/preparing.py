"""Preparing a decision, changing it before anybody is asked, and dropping it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mindlines.communities import access as communities
from mindlines.communities import rules as community_rules
from mindlines.coproduction import rules
from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.actions.decisions import preparing as actions
from mindlines.coproduction.forms.decisions.preparing import DecisionForm
from mindlines.coproduction.measures.decisions.suggesting import suggested
from mindlines.coproduction.queries.decisions import beginnings
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    """A new decision; the address may say what it comes from."""
    viewer = communities.membership(request.user, slug, may=community_rules.facilitate)
    origin = access.origin(viewer, request.GET)
    places = beginnings.places(viewer.community, besides=origin.meeting)
    suggestion = suggested(viewer.community, meeting=origin.meeting)
    initial = {**({"rule": suggestion.rule} if suggestion else {}), **origin.initial}
    form = DecisionForm(request.POST or None, places=places, initial=initial)
    if form.is_valid():
        decision = actions.make(form.prepared(), of=viewer.community, origin=origin, by=request.user)
        messages.success(request, _("The decision is prepared. Say what it rests on, then open the vote."))
        return redirect(decision)
    shown = {"viewer": viewer, "community": viewer.community, "form": form}
    shown |= {"earlier": origin.supersedes, "suggestion": suggestion}
    return render(request, "coproduction/decisions/new.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    places = beginnings.places(decision.community, besides=decision.meeting)
    form = DecisionForm(request.POST or None, places=places, initial=beginnings.from_decision(decision))
    if form.is_valid():
        actions.change(decision, prepared=form.prepared())
        messages.success(request, _("The decision is changed."))
        return redirect(decision)
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision, "form": form}
    return render(request, "coproduction/decisions/change.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    if request.method == "POST":
        actions.drop(decision, by=request.user)
        messages.success(request, _("The decision is dropped."))
        return redirect("coproduction:decisions", slug=decision.community.slug)
    asked = {
        "question": _("Drop the decision “%(question)s”?") % {"question": decision.question},
        "consequences": [
            _("Nothing is decided. If people voted already, the vote is closed and its result is not shown."),
            _("It stays in the list, marked as dropped."),
        ],
        "button": _("Drop the decision"),
        "back_url": decision.get_absolute_url(),
        "dangerous": True,
    }
    return render(request, "ui/confirm.html", asked)
