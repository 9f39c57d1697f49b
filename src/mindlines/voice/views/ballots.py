"""Voting, and the slip with which one votes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import polls as access
from mindlines.voice.actions import ballots as actions
from mindlines.voice.actions import slips as slip_actions
from mindlines.voice.actions.slips import HandedElsewhere
from mindlines.voice.forms.ballots import BallotForm, CodeForm
from mindlines.voice.measures.around import around
from mindlines.voice.queries import polls as queries
from mindlines.voice.queries import slips
from mindlines.voice.views import way


@login_required
@require_POST
def vote(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer, or answer otherwise; also from the room, which is named in `back`."""
    poll = access.poll(request.user, pk, may=rules.vote)
    slip = request.COOKIES.get(slips.cookie_name(poll.box, of=poll.viewer), "")
    form = BallotForm(request.POST, sheet=queries.sheet(poll))
    if form.is_moving or not form.is_valid():
        shown = {"sheet": form.redrawn, "form": form, "as_list": True}
        return _never_kept(render(request, "voice/polls/poll.html", {**around(poll, slip=slip), **shown}))
    try:
        secret = actions.vote(poll, answer=form.answer(), slip=slip, by=poll.viewer)
    except HandedElsewhere as problem:
        messages.warning(request, str(problem))
        return redirect("voice:slip", pk=pk)
    messages.success(request, _("Your answer counts. You can change it until the poll is closed."))
    response = way.back(request, otherwise=poll.get_absolute_url())
    if secret:
        response.set_cookie(**slips.cookie(poll.box, of=poll.viewer, secret=secret))
    return response


@login_required
@require_http_methods(["GET", "POST"])
def slip(request: SignedInRequest, pk: int) -> HttpResponse:
    """The code of this device's slip, to write down; or a place to type that of another device or of a paper."""
    poll = access.poll(request.user, pk, may=rules.vote)
    kept = request.COOKIES.get(slips.cookie_name(poll.box, of=poll.viewer), "")
    form = CodeForm(request.POST or None, poll=poll)
    if form.is_valid():
        messages.success(request, _("This device has your voting slip now."))
        response = redirect(poll)
        response.set_cookie(**slips.cookie(poll.box, of=poll.viewer, secret=form.cleaned_data["code"]))
        return response
    shown = {**around(poll, slip=kept), "form": form}
    if shown["slip_place"] == "here":
        shown["code"] = slips.tidied(kept)
    return _never_kept(render(request, "voice/polls/slip.html", shown))


@login_required
@require_POST
def take_slip(request: SignedInRequest, pk: int) -> HttpResponse:
    """Be handed a slip before voting, to write its code down."""
    poll = access.poll(request.user, pk, may=rules.vote)
    kept = request.COOKIES.get(slips.cookie_name(poll.box, of=poll.viewer), "")
    secret = slip_actions.hand(poll.box, to=poll.viewer, secret=kept)
    response = redirect("voice:slip", pk=pk)
    response.set_cookie(**slips.cookie(poll.box, of=poll.viewer, secret=secret))
    return response


@login_required
@require_POST
def forget_slip(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take the slip off this device, because somebody else uses it too."""
    poll = access.poll(request.user, pk, may=rules.vote)
    messages.success(request, _("Your voting slip is no longer on this device. Type its code when you vote again."))
    response = redirect(poll)
    response.delete_cookie(slips.cookie_name(poll.box, of=poll.viewer), samesite="Lax")
    return response


def _never_kept(response: HttpResponse) -> HttpResponse:
    """Nobody who uses the device afterwards finds it in the memory of the browser."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
