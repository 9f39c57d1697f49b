"""The page of a decision: what a voter does in one go, and the record once it is closed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.measures.decisions.around import around
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def decision(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.decision(request.user, pk)
    return render(request, "coproduction/decisions/page.html", around(found, cookies=request.COOKIES))
