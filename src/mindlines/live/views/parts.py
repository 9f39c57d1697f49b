"""The parts of a room's pages as they are now, for a page that missed something or has no line."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_safe

from mindlines.live import access
from mindlines.live.access.entering import MAY
from mindlines.live.hub.rendering import whole
from mindlines.live.queries.parts import EVERYONE, SCREEN
from mindlines.people.access import SignedInRequest


@login_required
@require_safe
def parts(request: SignedInRequest, pk: int, audience: str) -> JsonResponse:
    if audience not in MAY:
        raise Http404
    room = access.room(request.user, pk, may=MAY[audience])
    return _answer(request, whole(room, audience=audience, asked=_asked(request), cookies=request.COOKIES))


@require_safe
def screen_parts(request: HttpRequest, secret: str) -> JsonResponse:
    room = access.screen(secret)
    return _answer(request, whole(room, audience=SCREEN, asked=_asked(request), cookies={}))


@require_safe
def visitor_parts(request: HttpRequest, code: str) -> JsonResponse:
    room = access.visited(code, guessed_from=request.META.get("REMOTE_ADDR", ""))
    return _answer(request, whole(room, audience=EVERYONE, asked=_asked(request), cookies=request.COOKIES))


def _asked(request: HttpRequest) -> str:
    return request.GET.get("parts", "")


def _answer(request: HttpRequest, found: dict[str, object]) -> JsonResponse:
    """A fresh token goes along: the page sends the forms of its parts with it."""
    return JsonResponse({**found, "token": get_token(request)})
