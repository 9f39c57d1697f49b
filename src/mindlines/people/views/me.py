"""A person's own page and what they can change there."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mindlines.people import actions, holdings, queries
from mindlines.people.access import SignedInRequest
from mindlines.people.forms.me import DetailsForm, LanguageForm
from mindlines.ui.forms import LooksForm
from mindlines.ui.looks import remember, remember_words, words


@login_required
@require_safe
def me(request: SignedInRequest) -> HttpResponse:
    context = {
        "person": request.user,
        "language_name": dict(settings.LANGUAGES).get(request.user.language, request.user.language),
        "needs": queries.needs(request.user),
        "links": holdings.links(request.user),
    }
    return render(request, "people/me.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def details(request: SignedInRequest) -> HttpResponse:
    form = DetailsForm(request.POST or None, instance=request.user)
    if form.is_valid():
        actions.change_details(request.user, **form.cleaned_data)
        messages.success(request, _("Your details are saved."))
        return redirect("people:me")
    return render(request, "people/details.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def language(request: SignedInRequest) -> HttpResponse:
    now = {"language": request.user.language, "time_zone": request.user.time_zone}
    form = LanguageForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.change_language(request.user, **form.cleaned_data)
        messages.success(request, _("Your language and time zone are saved."))
        return redirect("people:me")
    return render(request, "people/language.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def looks(request: SignedInRequest) -> HttpResponse:
    now = {"text_size": request.user.text_size, "theme": request.user.theme, "words": words(request)}
    form = LooksForm(request.POST or None, initial=now)
    if form.is_valid():
        chosen = form.chosen()
        actions.change_looks(request.user, text_size=chosen.text_size, theme=chosen.theme)
        messages.success(request, _("Pages look like this from now on."))
        response = redirect("people:me")
        remember(response, chosen=chosen, secure=settings.SESSION_COOKIE_SECURE)
        remember_words(response, chosen=form.cleaned_data["words"], secure=settings.SESSION_COOKIE_SECURE)
        return response
    return render(request, "people/looks.html", {"form": form})
