"""The way in: allauth's view with what our page shows beside the form."""

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from mindlines.people import access, actions, queries, signing_in
from mindlines.people.access import SignedInRequest
from mindlines.ui.looks import Looks, remember


def sign_in(request: HttpRequest) -> HttpResponseBase:
    beside: dict[str, object] = {
        "demo_people": queries.demo_people(),
        "is_open": signing_in.is_open(),
        "organisation": settings.MINDLINES_ORGANISATION,
    }
    answer: HttpResponseBase = LoginView.as_view(extra_context=beside)(request)
    return answer


def elsewhere(request: HttpRequest) -> HttpResponse:
    """Addresses that allauth knows and this house has no page for, such as passwords."""
    return redirect("people:me" if request.user.is_authenticated else "account_login")


@login_required
def add_passkey(request: SignedInRequest) -> HttpResponseBase:
    """Spare codes stand in for an app; who has only a passkey can always ask for a code by mail."""
    answer: HttpResponseBase = AddWebAuthnView.as_view()(request)
    if answer.headers.get("Location") == reverse("mfa_view_recovery_codes"):
        actions.drop_spare_codes(request.user)
        return redirect("mfa_list_webauthn")
    return answer


@require_POST
def try_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign in as an invented person, in development only."""
    person = access.demo_person(pk)
    get_adapter(request).login(request, person)
    response = redirect(get_next_redirect_url(request) or settings.LOGIN_REDIRECT_URL)
    remember(
        response, chosen=Looks(text_size=person.text_size, theme=person.theme), secure=settings.SESSION_COOKIE_SECURE
    )
    return response
