"""A method on one sheet of paper."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.meetings import access
from mindlines.meetings.models import Method
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_GET
def page(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """The sheet as a page, to print from the browser."""
    _viewer, method = access.method(request.user, slug, key=key)
    return render(request, "meetings/methods/paper.html", _sheet(request, method))


@login_required
@require_GET
def pdf(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    _viewer, method = access.method(request.user, slug, key=key)
    context = _sheet(request, method)
    return paper(request, "meetings/methods/paper.html", context=context, file_name=f"{method.key}-method")


def _sheet(request: HttpRequest, method: Method) -> dict[str, Any]:
    return {"method": method, "large": "large" in request.GET}
