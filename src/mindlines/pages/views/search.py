from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities.queries import search as searching
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def search(request: SignedInRequest) -> HttpResponse:
    """Whatever this person may see that holds the words."""
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    return render(
        request,
        "pages/search.html",
        {
            "typed": typed,
            "people": searching.people_found(request.user, typed=typed)[:12],
            "page": Paginator(searching.found(request.user, typed=typed), 20).get_page(request.GET.get("page")),
        },
    )
