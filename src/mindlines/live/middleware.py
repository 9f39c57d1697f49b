"""Who comes in with a pass, and what the script of a room is told after it sent a form."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from mindlines.live.access.passes import visitor

Answer = Callable[[HttpRequest], HttpResponse]
REDIRECTS = (301, 302, 303, 307, 308)


class PassMiddleware:
    """On the pages of one meeting's room, a holder of a pass is the person to whom it was given; nowhere else.

    Whoever is signed in stays who they are. Outside this layer nobody learns of the pass, so that it leaves no trace on
    the device beside its own cookie.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            return self.answer(request)
        nobody, holder = request.user, visitor(request)
        if holder is None:
            return self.answer(request)
        request.user = holder
        try:
            return self.answer(request)
        finally:
            request.user = nobody


class OutboxMiddleware:
    """A form that the script of a page sends wants to know one thing: whether it arrived.

    The pages to which others are sent on are not made for it. Whoever was signed out is told so, and keeps the words.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if "X-Outbox" not in request.headers or response.status_code not in REDIRECTS:
            return response
        if response.headers["Location"].startswith(reverse("account_login")):
            told: HttpResponse = JsonResponse({"signed_out": True}, status=401)
        else:
            told = JsonResponse(_told(request, to=response.headers["Location"]))
        told.cookies.update(response.cookies)
        return told


def _told(request: HttpRequest, *, to: str) -> dict[str, object]:
    """What the next page would have said; a warning there means that what was sent does not count yet."""
    said = list(messages.get_messages(request))
    return {
        "said": [str(message) for message in said],
        "refused": any(message.level >= messages.WARNING for message in said),
        "to": to,
    }
