"""How it was: six statements for everyone who was there."""

from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.meetings import access as meetings
from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import pulse as access
from mindlines.voice.actions import pulse as actions
from mindlines.voice.forms.ballots import CodeForm
from mindlines.voice.forms.pulse import PulseForm
from mindlines.voice.measures import pulse as measures
from mindlines.voice.queries import pulse as queries
from mindlines.voice.queries.pulse import Answering


@login_required
@require_http_methods(["GET", "POST"])
def pulse(request: SignedInRequest, pk: int) -> HttpResponse:
    """The form while it is open, then what came of it."""
    meeting = meetings.meeting(request.user, pk, may=rules.see_pulse)
    poll = queries.of_meeting(meeting)
    asks = rules.ask_pulse(meeting)
    shown: dict[str, object] = {"viewer": meeting.viewer, "meeting": meeting, "poll": poll, "asks": asks}
    if poll is None:
        return render(request, "voice/pulse/not_asked.html", shown)
    if not poll.takes_votes:
        result = measures.result(poll, with_lines=asks)
        return render(request, "voice/pulse/result.html", {**shown, "result": result})
    was_there = queries.was_there(meeting, membership=meeting.viewer) and rules.answer_pulse(meeting)
    shown |= {"was_there": was_there, "turnout": queries.turnout(poll)}
    return _answered(
        request, queries.answering(poll, cookies=request.COOKIES), template="voice/pulse/answer.html", shown=shown
    )


@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same form from a personal link, without signing in; it shows nothing else."""
    meeting, poll = access.by_link(token)
    shown = {"meeting": meeting, "poll": poll, "was_there": queries.was_there(meeting, membership=meeting.viewer)}
    return _answered(
        request, queries.answering(poll, cookies=request.COOKIES), template="voice/pulse/by_link.html", shown=shown
    )


@login_required
@require_POST
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = meetings.meeting(request.user, pk, may=rules.ask_pulse)
    actions.ask(meeting, by=request.user)
    messages.success(request, _("Everyone who was there is asked. Answers come in for two weeks."))
    return redirect("voice:pulse", pk=pk)


@login_required
@require_POST
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    _meeting, poll = access.running(request.user, pk)
    actions.close(poll, by=request.user)
    messages.success(request, _("No more answers. Everyone can see the result now."))
    return redirect("voice:pulse", pk=pk)


def _answered(request: HttpRequest, asked: Answering, *, template: str, shown: Mapping[str, object]) -> HttpResponse:
    """The form, the answer, or the code of another device."""
    if request.method == "POST" and "code" in request.POST:
        return _moved(request, asked, template=template, shown=shown)
    form = PulseForm(request.POST or None, given=asked.given)
    elsewhere = asked.elsewhere
    if form.is_valid() and not elsewhere:
        secret = actions.answer(asked.poll, said=form.answer(), by=asked.viewer, slip=asked.slip)
        messages.success(request, _("Thank you. You can change your answer until the last day."))
        return _with_slip(redirect(request.path), asked, secret)
    more = {"form": form, "asked": asked, "elsewhere": elsewhere, "code_form": CodeForm(poll=asked.poll)}
    response = _never_kept(render(request, template, {**shown, **more}))
    return response if asked.slip or elsewhere else _with_slip(response, asked, "")


def _moved(request: HttpRequest, asked: Answering, *, template: str, shown: Mapping[str, object]) -> HttpResponse:
    """This device takes over the slip of another one."""
    form = CodeForm(request.POST, poll=asked.poll)
    if form.is_valid():
        return _with_slip(redirect(request.path), asked, form.cleaned_data["code"])
    return _never_kept(render(request, template, {**shown, "elsewhere": True, "code_form": form, "has_errors": True}))


def _with_slip(response: HttpResponse, asked: Answering, secret: str) -> HttpResponse:
    response.set_cookie(**asked.cookie(secret))
    return response


def _never_kept(response: HttpResponse) -> HttpResponse:
    """Nobody who uses the device afterwards finds it in the memory of the browser."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
