"""The questions of a negotiation on paper."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from mindlines.knowledge import rules
from mindlines.knowledge.access import negotiations as access
from mindlines.knowledge.forms.judging import JudgeForm
from mindlines.knowledge.queries import negotiations as queries
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_GET
def pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    """One sheet for everybody; it has no code, because a facilitator enters it under the name that stands on it."""
    found = access.negotiation(request.user, pk, may=rules.lead_negotiation)
    shown = {
        "negotiation": found,
        "sides": queries.board(found),
        "rows": JudgeForm(given={}).rows,
        "large": request.GET.get("size") == "18",
    }
    return paper(request, "knowledge/papers/judging.html", context=shown, file_name=f"what-do-you-think-{found.pk}")
