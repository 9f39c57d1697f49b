"""The room as members see it: where we are, the question at hand, and ways to speak that need no courage."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mindlines.live import access
from mindlines.live.actions import hands, saying
from mindlines.live.actions import room as actions
from mindlines.live.forms import ArriveForm, SayForm, WordForm
from mindlines.live.queries import rooms
from mindlines.live.queries.parts import EVERYONE
from mindlines.live.views.around import around, back, never_kept, typed
from mindlines.people.access import SignedInRequest
from mindlines.voice.actions import words
from mindlines.voice.queries import marks, slips
from mindlines.voice.queries import saying as telling

A_YEAR = 60 * 60 * 24 * 365


@login_required
@require_safe
def room(request: SignedInRequest, pk: int) -> HttpResponse:
    """One page for a phone: it follows the meeting by itself."""
    found = access.room(request.user, pk)
    return never_kept(_with_slip(request, render(request, "live/room.html", shown(request, found)), room=found))


@login_required
@require_POST
def arrive(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.room(request.user, pk)
    form = ArriveForm(request.POST)
    if not form.is_valid():
        return render(request, "live/room.html", shown(request, found) | {"arriving": form}, status=422)
    actions.arrive(found, membership=found.member, way=form.cleaned_data["way"])
    return redirect(found)


@login_required
@require_POST
def say(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.room(request.user, pk)
    form = SayForm(request.POST)
    if not form.is_valid():
        return render(request, "live/room.html", shown(request, found) | {"form": form}, status=422)
    secret = request.COOKIES.get(marks.COOKIE, "")[:100] or marks.new_secret()
    said = saying.say(found, said=form.said(nameless=False, secret=secret), by=found.member)
    response = redirect(found)
    if said.is_anonymous:
        remember(response, secret=secret)
    messages.success(request, _("It is sent. A facilitator looks at it first.") if said.waits else _("It is sent."))
    return response


@login_required
@require_POST
def word(request: SignedInRequest, pk: int) -> HttpResponse:
    """A word that one does not know, in one tap; nobody knows who asked."""
    found = access.room(request.user, pk)
    form = WordForm(request.POST)
    if form.is_valid():
        asked = words.ask(found.meeting.community, meeting=found.meeting, by=found.member, **form.cleaned_data)
        if asked.meaning:
            messages.success(request, _("“%(word)s” means: %(meaning)s") % {"word": asked, "meaning": asked.meaning})
        else:
            messages.success(request, _("It is asked, and nobody can see by whom. The meaning will stand here."))
    return redirect(found)


@login_required
@require_POST
def hand(request: SignedInRequest, pk: int) -> HttpResponse:
    """Raise a hand, or lower it again."""
    found = access.room(request.user, pk)
    if request.POST.get("deed") == "lower":
        hands.lower(found, by=found.member)
        messages.success(request, _("Your hand is down."))
    else:
        about, key = typed(request, name="about", most=150), typed(request, name="key", most=40)
        hands.raise_hand(found, by=found.member, about=about, key=key)
        messages.success(request, _("Your hand is up. You will be called."))
    return back(request, otherwise=found.get_absolute_url())


def remember(response: HttpResponse, *, secret: str) -> None:
    """Let the device keep its secret, so that it finds again what it sent without a name."""
    kept: dict[str, Any] = {"max_age": A_YEAR, "httponly": True, "samesite": "Lax"}
    response.set_cookie(marks.COOKIE, secret, secure=settings.SESSION_COOKIE_SECURE, **kept)


def shown(request: HttpRequest, found: Any, **wrong: dict[str, Any]) -> dict[str, Any]:
    """All that the page shows; `wrong` gives a part a form that is to be corrected."""
    arrival = rooms.arrival(found, membership=found.member)
    return around(request, found, audience=EVERYONE, **wrong) | {
        "form": SayForm(),
        "arriving": ArriveForm(),
        "arrival": arrival,
        "told": telling.told(found.member, meeting=found.meeting, origin="live"),
    }


def _with_slip(request: HttpRequest, response: HttpResponse, *, room: Any) -> HttpResponse:
    """A slip is proposed before anything is sent, so that an answer that is lost on the way can be sent again."""
    box = rooms.box(room)
    if box is not None and slips.cookie_name(box, of=room.member) not in request.COOKIES:
        response.set_cookie(**slips.cookie(box, of=room.member))
    return response
