"""Opening a vote, talking about it, opening it again."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from mindlines.coproduction import rules
from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.actions.decisions import running as actions
from mindlines.people.access import SignedInRequest

STEPS: dict[str, tuple[Any, Any]] = {
    "open": (actions.open, _("The vote is open. The rule cannot be changed any more.")),
    "discuss": (actions.discuss, _("Nobody votes now. Talk about it, then open the second vote.")),
    "open-again": (actions.open_again, _("The second vote is open.")),
    "show": (actions.show_first, _("Everyone in the community sees how the first vote went.")),
    "hide": (actions.hide_first, _("Members no longer see how the first vote went.")),
}


@login_required
@require_POST
def step(request: SignedInRequest, pk: int, deed: str) -> HttpResponse:
    decision = access.decision(request.user, pk, may=rules.lead_decision)
    if deed not in STEPS:
        raise Http404
    act, said = STEPS[deed]
    act(decision, by=request.user)
    messages.success(request, said)
    return redirect(decision)
