"""What happened in the community, line by line."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities import access
from mindlines.communities.forms.direction import KindForm
from mindlines.communities.queries import record as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def record(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    form = KindForm(request.GET.get("kind", ""), kinds=queries.KINDS)
    page = queries.page(viewer.community, kind=form.chosen, number=request.GET.get("page"))
    return render(request, "communities/record/record.html", {"viewer": viewer, "form": form, "page": page})
