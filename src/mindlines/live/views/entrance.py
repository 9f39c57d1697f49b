"""Coming in: by the code on the wall, by a paper with one's name, or as a visitor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.kernel.errors import Refused
from mindlines.live import access
from mindlines.live.access.passes import holder_cookie
from mindlines.live.actions import passes, saying
from mindlines.live.forms import CodeForm, PassForm, SayForm
from mindlines.live.queries import entrance as queries
from mindlines.live.queries.parts import EVERYONE, SCREEN
from mindlines.live.views.around import around, never_kept
from mindlines.live.views.room import remember
from mindlines.voice.queries import marks

NO_MEETING = gettext_lazy("No meeting has this code. Look at the screen again: it has six letters and numbers.")


@require_http_methods(["GET", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Type the code of a meeting."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        room = access.by_code(form.cleaned_data["code"], guessed_from=_from(request))
        if room is not None:
            return redirect("live:door", code=room.code)
        form.add_error("code", NO_MEETING)
    return render(request, "live/find.html", {"form": form})


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, code: str) -> HttpResponse:
    """A member who is signed in goes straight in; everybody else is offered the ways there are."""
    room = access.by_code(code, guessed_from=_from(request))
    if room is None:
        mistyped = CodeForm({"code": code})
        mistyped.add_error("code", NO_MEETING)
        return render(request, "live/find.html", {"form": mistyped}, status=404)
    if queries.is_known(request.user, room=room):
        return redirect(room)
    form = PassForm(request.POST or None)
    if form.is_valid():
        try:
            admitted = passes.admit(room, code=form.cleaned_data["code"], guessed_from=_from(request))
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            response = redirect(room)
            response.set_cookie(**holder_cookie(admitted))
            return response
    return render(request, "live/door.html", {"room": room, "meeting": room.meeting, "form": form})


@require_safe
def visit(request: HttpRequest, code: str) -> HttpResponse:
    """Follow without a name and without a vote."""
    room = access.visited(code, guessed_from=_from(request))
    shown = around(request, room, audience=EVERYONE) | {"form": SayForm()}
    return never_kept(render(request, "live/visit.html", shown))


@require_POST
def say(request: HttpRequest, code: str) -> HttpResponse:
    """A visitor asks, always without a name."""
    room = access.visited(code, guessed_from=_from(request))
    form = SayForm(request.POST)
    if not form.is_valid():
        return render(request, "live/visit.html", around(request, room, audience=EVERYONE) | {"form": form}, status=422)
    secret = request.COOKIES.get(marks.COOKIE, "")[:100] or marks.new_secret()
    saying.say(room, said=form.said(nameless=True, secret=secret), by=None)
    messages.success(request, _("It is sent. A facilitator looks at it first."))
    response = redirect("live:visit", code=room.code)
    remember(response, secret=secret)
    return response


@require_safe
def screen(request: HttpRequest, secret: str) -> HttpResponse:
    """For the wall."""
    room = access.screen(secret)
    shown = around(request, room, audience=SCREEN) | queries.way_in(room)
    return render(request, "live/screen.html", shown)


def _from(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
