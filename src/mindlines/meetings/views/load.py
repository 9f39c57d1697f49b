"""How much everybody has to do."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.meetings.measures import load as measures
from mindlines.meetings.queries import load as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def load(request: SignedInRequest, slug: str) -> HttpResponse:
    """Facilitators see everybody, members themselves; all see how it lies between the groups."""
    viewer = communities.membership(request.user, slug)
    groups = queries.groups(viewer.community)
    sees_all = facilitate(viewer)
    page = Paginator(queries.people(viewer.community), 30).get_page(request.GET.get("page")) if sees_all else None
    shown = {
        "viewer": viewer,
        "sees_all": sees_all,
        "page": page,
        "rows": queries.rows(list(page), groups=groups) if page else [],
        "own": queries.own(viewer, groups=groups),
        "sentence": measures.sentence(groups),
        "heavy": measures.heavy(groups),
        "nobodys": queries.without_owner(viewer.community),
    }
    return render(request, "meetings/action/load.html", shown)
