from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.pages.queries import home as first_page
from mindlines.pages.queries import preparing

MOST_COMMUNITIES = 3


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first page: for a stranger what this is, for a member what is next."""
    if not request.user.is_authenticated:
        return render(request, "pages/welcome.html")
    found = first_page.of(request.user)
    facilitated = [membership for membership in found.memberships if membership.facilitates]
    if len(found.memberships) == 1:
        request.user.here = found.memberships[0]
    lists = [preparing.of(membership) for membership in facilitated[:MOST_COMMUNITIES]]
    return render(
        request, "pages/home.html", {"home": found, "preparing": lists, "further": facilitated[MOST_COMMUNITIES:]}
    )
