from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities.access import membership
from mindlines.communities.queries import overview as queries
from mindlines.pages.queries.overview import doings
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def overview(request: SignedInRequest, slug: str) -> HttpResponse:
    """The first page of a community, with its meetings; it stands at the address that the floor of communities knows."""
    viewer = membership(request.user, slug)
    found = {"viewer": viewer, "overview": queries.overview(viewer), "doings": doings(viewer)}
    return render(request, "pages/overview.html", found)
