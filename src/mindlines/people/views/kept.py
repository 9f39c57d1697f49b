"""Forms that arrived too late, given back to whoever typed them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mindlines.people import kept
from mindlines.people.access import SignedInRequest
from mindlines.people.middleware import to_sign_in

# The beginnings of Django's sentences for a form that was sent from somebody else's page.
FROM_ELSEWHERE = ("Origin checking failed", "Referer checking failed")


@login_required
@require_safe
def waiting(request: SignedInRequest) -> HttpResponse:
    forms = kept.forms_of(request)
    if not forms:
        return redirect("/")
    return render(request, "people/kept.html", {"forms": forms, "number": kept.NUMBER})


@login_required
@require_POST
def throw_away(request: SignedInRequest) -> HttpResponse:
    kept.drop(request, number=request.POST.get("number", ""))
    messages.success(request, _("That is thrown away."))
    return redirect("people:kept")


def form_was_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose secret no longer matches is not acted on; what its sender typed is given back to them."""
    is_ours = not reason.startswith(FROM_ELSEWHERE) and not request.path.startswith(reverse("account_login"))
    if is_ours and "X-Autosave" not in request.headers and kept.keep(request):
        return redirect("people:kept") if request.user.is_authenticated else to_sign_in(request)
    return render(request, "ui/csrf.html", {"back_url": request.path}, status=403)
