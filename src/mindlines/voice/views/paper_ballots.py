"""Votes of people who do not vote on a screen: on paper, or through somebody else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import polls as access
from mindlines.voice.actions import ballots as actions
from mindlines.voice.actions import slips as slip_actions
from mindlines.voice.forms.ballots import BallotForm, CodeForm, PrintForm, VoterForm
from mindlines.voice.measures.around import around
from mindlines.voice.queries import polls as queries


@login_required
@require_GET
def paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """What can be printed, and where it is entered afterwards."""
    poll = access.poll(request.user, pk, may=rules.run_poll)
    forms = {"form": PrintForm(), "voters": VoterForm(members=queries.without_slip(poll))}
    return render(request, "voice/polls/paper.html", {**around(poll), **forms})


@login_required
@require_POST
def give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Note who drew a slip from the bag."""
    poll = access.poll(request.user, pk, may=rules.run_poll)
    form = VoterForm(request.POST, members=queries.without_slip(poll))
    if form.is_valid():
        slip_actions.give_paper(poll.box, to=form.voter, by=request.user)
        messages.success(request, _("It is noted that %(name)s drew a slip.") % {"name": form.voter})
        return redirect("voice:paper", pk=pk)
    return render(request, "voice/polls/paper.html", {**around(poll), "form": PrintForm(), "voters": form})


@login_required
@require_http_methods(["GET", "POST"])
def enter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Type in a ballot that was filled in on paper."""
    poll = access.poll(request.user, pk, may=rules.run_poll)
    sheet = queries.sheet(poll)
    code, form = CodeForm(request.POST or None, poll=poll), BallotForm(request.POST, sheet=sheet)
    if request.method == "POST" and not form.is_moving and code.is_valid() and form.is_valid():
        actions.vote(poll, answer=form.answer(), slip=code.cleaned_data["code"])
        messages.success(request, _("The ballot counts. Enter the next one, or go back."))
        return redirect("voice:enter_ballot", pk=pk)
    sheet = form.redrawn if request.method == "POST" else sheet
    errors = form if request.method == "POST" and not form.is_moving else None
    shown = {"sheet": sheet, "code": code, "form": errors}
    return render(request, "voice/polls/enter.html", {**around(poll), **shown})


@login_required
@require_http_methods(["GET", "POST"])
def proxy(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer for a member who told somebody how."""
    poll = access.poll(request.user, pk, may=rules.run_poll)
    sheet, members = queries.sheet(poll), queries.without_slip(poll)
    voters, form = VoterForm(request.POST or None, members=members), BallotForm(request.POST, sheet=sheet)
    if request.method == "POST" and not form.is_moving and voters.is_valid() and form.is_valid():
        secret = actions.vote_for(voters.voter, poll=poll, answer=form.answer())
        return _entered(request, {**around(poll), "code": secret, "voter": voters.voter})
    sheet = form.redrawn if request.method == "POST" else sheet
    errors = form if request.method == "POST" and not form.is_moving else None
    shown = {"sheet": sheet, "voters": voters, "form": errors}
    return render(request, "voice/polls/proxy.html", {**around(poll), **shown})


def _entered(request: SignedInRequest, shown: dict[str, object]) -> HttpResponse:
    """Shown once and not sent on: the code of the slip is kept nowhere."""
    response = render(request, "voice/polls/entered.html", shown)
    response.headers["Cache-Control"] = "private, no-store"
    return response
