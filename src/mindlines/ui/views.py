"""How the pages look, and the page of components."""

from dataclasses import asdict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from mindlines.ui import gallery
from mindlines.ui import looks as chosen_looks
from mindlines.ui.forms import LooksForm


@require_http_methods(["GET", "POST"])
def looks(request: HttpRequest) -> HttpResponse:
    """Text size and colours, for everybody, signed in or not."""
    form = LooksForm(request.POST or None, initial=_as_now(request))
    back_url = _way_back(request)
    if form.is_valid():
        response = redirect(back_url)
        chosen_looks.remember(response, chosen=form.chosen(), secure=request.is_secure())
        chosen_looks.remember_words(response, chosen=form.cleaned_data["words"], secure=request.is_secure())
        return response
    return render(request, "ui/looks.html", {"form": form, "back_url": back_url})


@require_http_methods(["GET", "POST"])
def components(request: HttpRequest) -> HttpResponse:
    """Every component with sample content, for people who build pages."""
    if not settings.MINDLINES_DEVELOPMENT:
        raise Http404
    form = gallery.SampleForm(request.POST or None)
    if form.is_valid():
        return redirect("ui:components")
    return render(request, "ui/components.html", {**gallery.samples(), "form": form})


def _as_now(request: HttpRequest) -> dict[str, str]:
    return {**asdict(chosen_looks.looks(request)), "words": chosen_looks.words(request)}


def _way_back(request: HttpRequest) -> str:
    """The page the reader came from, if it is one of ours."""
    asked = request.POST.get("next") or request.META.get("HTTP_REFERER", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if ours and asked and not asked.endswith(request.path) else "/"
