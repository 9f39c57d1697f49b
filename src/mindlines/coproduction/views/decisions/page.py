"""The page of a decision: what a voter does in one go, and the record once it is closed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.forms.decisions.voting import VoteForm
from mindlines.coproduction.measures.decisions.around import around
from mindlines.people.access import SignedInRequest
from mindlines.voice.queries import slips


@login_required
@require_GET
def decision(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.decision(request.user, pk)
    shown = around(found, cookies=request.COOKIES)
    response = render(request, "coproduction/decisions/page.html", {**shown, "form": VoteForm(votes=shown["votes"])})
    if shown["needs_slip"]:
        # Proposed before anything is sent, so that an answer that is lost on the way can be sent again.
        response.set_cookie(**slips.cookie(shown["box"], of=found.viewer))
    response.headers["Cache-Control"] = "private, no-store"
    return response
