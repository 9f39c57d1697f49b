from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.coproduction.queries.decisions import listing
from mindlines.coproduction.queries.section import tabs
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def decisions(request: SignedInRequest, slug: str) -> HttpResponse:
    """All decisions of a community that the reader knows of."""
    viewer = communities.membership(request.user, slug)
    show = request.GET.get("show", "")
    shown = {
        "viewer": viewer,
        "community": viewer.community,
        "page": listing.page(viewer, show=show, number=request.GET.get("page")),
        "choices": listing.choices(viewer, show=show),
        "show": show,
        "tabs": tabs(viewer, here="coproduction:decisions"),
    }
    return render(request, "coproduction/decisions/list.html", shown)
