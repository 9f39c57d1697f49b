"""Deciding in the room: what a facilitator does with a decision, and the answer of a member by consent."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from mindlines.coproduction.actions.decisions import closing, running, voting
from mindlines.knowledge.actions import negotiations
from mindlines.live.access import decisions as access
from mindlines.live.forms.decisions import ConsentForm
from mindlines.live.views.around import back, never_kept
from mindlines.live.views.room import shown
from mindlines.people.access import SignedInRequest
from mindlines.voice.actions.slips import HandedElsewhere
from mindlines.voice.queries import slips

DEEDS: dict[str, tuple[Any, Any]] = {
    "open": (running.open, gettext_lazy("The vote is open. The rule cannot be changed any more.")),
    "discuss": (running.discuss, gettext_lazy("Nobody votes now. Talk about it, then open the second vote.")),
    "open-again": (running.open_again, gettext_lazy("The second vote is open.")),
    "show": (running.show_first, gettext_lazy("Everyone sees how the first vote went.")),
    "hide": (running.hide_first, gettext_lazy("Members no longer see how the first vote went.")),
    "close": (closing.close, gettext_lazy("The vote is closed, and the record is written.")),
}


@login_required
@require_POST
def decide(request: SignedInRequest, pk: int, decision: int, deed: str) -> HttpResponse:
    """Open the vote, talk, open it again, close it."""
    if deed not in DEEDS:
        raise Http404
    found = access.decision(request.user, decision, of=pk)
    act, said = DEEDS[deed]
    act(found, by=request.user)
    messages.success(request, said)
    return back(request, otherwise=reverse("live:console", kwargs={"pk": pk}))


@login_required
@require_POST
def consent(request: SignedInRequest, pk: int, proposal: int) -> HttpResponse:
    """Agree, agree with a worry, or object and say why; until the vote is closed one can answer otherwise."""
    room, vote, slip = access.ballot(request.user, proposal, of=pk, cookies=request.COOKIES)
    form = ConsentForm(request.POST, vote=vote)
    if not form.is_valid():
        page = shown(request, room, poll={"wrong": form})
        return never_kept(render(request, "live/room.html", page | {"wrong": form}, status=422))
    try:
        secret = voting.vote(vote.proposal.decision, filled=form.filled(), slip=slip, by=room.member)
    except HandedElsewhere as problem:
        messages.warning(request, str(problem))
        return redirect("voice:slip", pk=vote.poll.pk)
    messages.success(request, _("Your answer counts. You can change it until the vote is closed."))
    response = back(request, otherwise=room.get_absolute_url())
    if secret:
        response.set_cookie(**slips.cookie(vote.poll.box, of=room.member, secret=secret))
    return response


@login_required
@require_POST
def show(request: SignedInRequest, pk: int, negotiation: int) -> HttpResponse:
    """Let everybody see what each group thinks of what is negotiated."""
    found = access.negotiation(request.user, negotiation, of=pk)
    negotiations.show(found, by=request.user)
    messages.success(request, _("Everybody sees now what each group thinks. Talk about it."))
    return back(request, otherwise=reverse("live:console", kwargs={"pk": pk}))
