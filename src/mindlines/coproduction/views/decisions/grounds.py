"""What a decision rests on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.coproduction import rules
from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.actions.decisions import grounds as actions
from mindlines.coproduction.forms.decisions.grounds import GroundForm
from mindlines.coproduction.queries.decisions import grounds as queries
from mindlines.knowledge.queries import things
from mindlines.people.access import SignedInRequest
from mindlines.ui.picking import asked


@login_required
@require_http_methods(["GET", "POST"])
def put(request: SignedInRequest, pk: int) -> HttpResponse:
    """Look for things and name them as grounds, or as set aside."""
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    offered = things.offered(decision.viewer, **asked(request.POST or request.GET))
    form = GroundForm(request.POST or None, offered=offered)
    if form.is_valid():
        said = {"why": form.cleaned_data["why"], "is_set_aside": form.cleaned_data["is_set_aside"]}
        actions.put(decision, keys=[one.key for one in form.picked], **said, by=request.user)
        messages.success(request, _("It is written down."))
        return redirect("coproduction:grounds", pk=pk)
    shown = {"viewer": decision.viewer, "community": decision.community, "decision": decision, "form": form}
    return render(request, "coproduction/decisions/grounds.html", {**shown, "grounds": queries.of(decision)})


@login_required
@require_POST
def remove(request: SignedInRequest, pk: int, ground: int) -> HttpResponse:
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    actions.remove(decision, ground=ground)
    messages.success(request, _("It is taken away."))
    return redirect("coproduction:grounds", pk=pk)
