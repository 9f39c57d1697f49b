"""Between the request and the page: the reader's own time zone and language, and refusals in words."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from mindlines.kernel.errors import Refused
from mindlines.kernel.times import zone

Answer = Callable[[HttpRequest], HttpResponse]


class ReadersWayMiddleware:
    """Times are shown in the reader's zone, and words in the reader's language."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if request.user.time_zone:
                timezone.activate(zone(request.user.time_zone))
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language  # type: ignore[attr-defined]  # as LocaleMiddleware does
        try:
            return self.answer(request)
        finally:
            timezone.deactivate()


class RefusalMiddleware:
    """A refused action is shown as a page with its sentence, and nothing was written."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        template = "ui/_refused.html" if request.headers.get("HX-Request") else "ui/refused.html"
        return render(request, template, {"words": exception.sentence, "back_url": _way_back(request)}, status=409)


def _way_back(request: HttpRequest) -> str:
    """The page this came from, if it is one of ours."""
    came_from = request.headers.get("Referer", "")
    own = f"{request.scheme}://{request.get_host()}/"
    return came_from[len(own) - 1 :] if came_from.startswith(own) else "/"
