"""Between the request and the page: the reader's zone and language, refusals in words, and nothing typed is lost."""

import errno
import logging
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from mindlines.kernel.errors import Refused
from mindlines.kernel.sending import TOO_LARGE
from mindlines.kernel.times import zone
from mindlines.people import kept

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]


class OwnEyesMiddleware:
    """An answer is for whoever asked: nothing on the way keeps a page, and no browser keeps a file.

    An address with a NUL in it is nobody's: PostgreSQL refuses such text, so it ends here.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        response = self.answer(request)
        is_file = "Content-Disposition" in response.headers
        response.headers.setdefault("Cache-Control", "private, no-store" if is_file else "private, no-cache")
        return response


class ReadersWayMiddleware:
    """Times are shown in the reader's zone, and words in the reader's language.

    Whoever chose no zone sees the clock of the community they look at: its gate sets it.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if request.user.time_zone:
                timezone.activate(zone(request.user.time_zone))
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        try:
            return self.answer(request)
        finally:
            timezone.deactivate()


class RefusalMiddleware:
    """What could not be done is shown as a page that says why, and nothing was written."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request, "scope", {}).get(TOO_LARGE):
            shown = {"most": settings.MINDLINES_UPLOAD_LIMIT // 1024 // 1024, "back_url": _way_back(request)}
            return render(request, "ui/error/413.html", shown, status=413)
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            refusal = {"words": exception.sentence, "back_url": _way_back(request)}
            return render(request, "ui/refused.html", refusal, status=409)
        if request.method == "POST" and isinstance(exception, (ObjectDoesNotExist, IntegrityError)):
            # Two people, or two clicks, at the same moment: the second finds the thing gone, or there already.
            logger.warning("Overtaken by somebody else: %s", type(exception).__name__)
            words = _("Somebody changed the same thing at the same moment. Load the page again to see how it is now.")
            return render(request, "ui/refused.html", {"words": words, "back_url": _way_back(request)}, status=409)
        if _could_not_write(exception):
            # The disk is full, or the database is away. The reader's words are given back; the log names the trouble.
            logger.error("Nothing could be written: %s", exception)
            found = {"typed": kept.typed(request), "back_url": _way_back(request)}
            return render(request, "ui/error/not_written.html", found, status=503)
        return None


class NothingTypedIsLostMiddleware:
    """A form that arrives after its sender was signed out waits until the same person is back."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if request.user.is_authenticated:
            kept.remember_who(request, response)
            if request.method == "POST" and kept.NUMBER in request.POST and response.status_code < 400:
                kept.drop(request, number=request.POST[kept.NUMBER])
        elif self._was_typed_in_vain(request, response):
            if kept.is_secret(request):
                return _to_sign_in_and_send_again(request)
            if kept.keep(request):
                return to_sign_in(request)
        return response

    def _was_typed_in_vain(self, request: HttpRequest, response: HttpResponse) -> bool:
        """A page's own script tries again by itself, so it is told the plain truth instead."""
        doors = reverse("account_login")
        sent_away = response.headers.get("Location", "").startswith(doors) and not request.path.startswith(doors)
        return request.method == "POST" and sent_away and "X-Autosave" not in request.headers


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there to what was kept."""
    messages.warning(request, _("You were signed out. What you typed is safe. Sign in, and you will find it again."))
    return _sign_in(request, then=reverse("people:kept"))


def _to_sign_in_and_send_again(request: HttpRequest) -> HttpResponse:
    """A secret is not put aside, for it would lie beside the name of its sender."""
    words = _(
        "You were signed out, so this was not sent. It is secret, so we did not keep it. Sign in and send it again."
    )
    messages.warning(request, words)
    return _sign_in(request, then=_way_back(request))


def _sign_in(request: HttpRequest, *, then: str) -> HttpResponse:
    address = f"{reverse('account_login')}?{urlencode({'next': then})}"
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _could_not_write(exception: Exception) -> bool:
    return isinstance(exception, OperationalError) or (
        isinstance(exception, OSError) and exception.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
    )


def _way_back(request: HttpRequest) -> str:
    """The page this came from, if it is one of ours."""
    came_from = request.headers.get("Referer", "")
    own = f"{request.scheme}://{request.get_host()}/"
    return came_from[len(own) - 1 :] if came_from.startswith(own) else "/"
