"""Where a form leads back to, and the secret that a device keeps."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from mindlines.voice.queries import marks

A_YEAR = 60 * 60 * 24 * 365


def back(request: HttpRequest, *, otherwise: str) -> HttpResponseRedirect:
    """To the page that the form names, if it is one of ours."""
    asked = request.POST.get("back", "").replace("\x00", "")[:500]
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return HttpResponseRedirect(asked if is_ours else otherwise)


def secret(request: HttpRequest) -> str:
    """What this device keeps, or nothing."""
    return request.COOKIES.get(marks.COOKIE, "")[:100]


def remember(response: HttpResponse, *, secret: str) -> None:
    """Let the device keep its secret, so that it finds again what it sent without a name."""
    response.set_cookie(
        marks.COOKIE, secret, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(marks.COOKIE, samesite="Lax")
