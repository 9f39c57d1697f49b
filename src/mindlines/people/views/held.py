"""What is held about somebody, and how to be erased."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mindlines.people import holdings, kept
from mindlines.people.access import SignedInRequest
from mindlines.people.actions import erasing
from mindlines.people.forms.me import SureForm


@login_required
@require_safe
def held(request: SignedInRequest) -> HttpResponse:
    context = {"holdings": holdings.held_about(request.user), "links": holdings.links(request.user)}
    return render(request, "people/held/page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def erase(request: SignedInRequest) -> HttpResponse:
    form = SureForm(request.POST or None)
    if form.is_valid():
        erasing.erase(request.user)
        get_adapter(request).logout(request)
        response = redirect("people:goodbye")
        kept.forget_who(response)
        return response
    context = {
        "form": form,
        "vetoes": holdings.vetoes(request.user),
        "consequences": holdings.consequences(),
        "links": holdings.links(request.user),
    }
    return render(request, "people/held/erase.html", context)


@require_safe
def goodbye(request: HttpRequest) -> HttpResponse:
    return render(request, "people/held/goodbye.html")
