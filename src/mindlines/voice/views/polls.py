"""Polls of a community: the list, one poll, and what a facilitator does with it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities import rules as community_rules
from mindlines.meetings import access as meetings
from mindlines.meetings import rules as meeting_rules
from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import polls as access
from mindlines.voice.actions import polls as actions
from mindlines.voice.forms.polls import LineForm, OptionForm, PollForm
from mindlines.voice.measures.around import around
from mindlines.voice.queries import polls as queries
from mindlines.voice.queries import slips
from mindlines.voice.queries.section import section
from mindlines.voice.views import way

STEPS: dict[str, tuple[Any, Any]] = {
    "open": (actions.open, gettext_lazy("The poll is open.")),
    "discuss": (actions.discuss, gettext_lazy("Nobody votes now. Talk about it, then open the second vote.")),
    "open-again": (actions.open_again, gettext_lazy("The second vote is open.")),
    "close": (actions.close, gettext_lazy("The poll is closed. You see the result; show it when you are ready.")),
    "show": (actions.show_result, gettext_lazy("Everyone in the community can see the result now.")),
}


@login_required
@require_GET
def listing(request: SignedInRequest, slug: str) -> HttpResponse:
    """All polls of a community that the reader knows of."""
    viewer = communities.membership(request.user, slug)
    shown = {"page": queries.of_community(viewer, number=request.GET.get("page")), "section": section(viewer)}
    return render(request, "voice/polls/list.html", {"viewer": viewer, "community": viewer.community, **shown})


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    """A poll for all members, outside meetings."""
    viewer = communities.membership(request.user, slug, may=community_rules.facilitate)
    form = PollForm(request.POST or None, items=[])
    if form.is_valid():
        poll = actions.make(form.asked(), of=viewer.community, by=request.user)
        messages.success(request, _("The poll is there. Look at it once more, then open it."))
        return redirect(poll)
    return render(request, "voice/polls/new.html", {"viewer": viewer, "community": viewer.community, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def new_in_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """A poll for whoever is in a meeting."""
    meeting = meetings.meeting(request.user, pk, may=meeting_rules.plan)
    form = PollForm(request.POST or None, items=queries.items_of(meeting))
    if form.is_valid():
        poll = actions.make(form.asked(), of=meeting.community, meeting=meeting, by=request.user)
        messages.success(request, _("The poll is there. Look at it once more, then open it in the meeting."))
        return redirect(poll)
    shown = {"viewer": meeting.viewer, "community": meeting.community, "meeting": meeting, "form": form}
    return render(request, "voice/polls/new.html", shown)


@login_required
@require_GET
def poll(request: SignedInRequest, pk: int) -> HttpResponse:
    """The question with the ballot, or its result; for whoever runs it, the next step."""
    found = access.poll(request.user, pk)
    slip = request.COOKIES.get(slips.cookie_name(found.box, of=found.viewer), "")
    ballot = queries.my_ballot(found, of=found.viewer, slip=slip)
    shown = {"sheet": queries.sheet(found, ballot=ballot), "as_list": "list" in request.GET}
    response = render(request, "voice/polls/poll.html", {**around(found, slip=slip), **shown})
    if found.is_secret and found.takes_votes and not slip:
        # Proposed before anything is sent, so that an answer that is lost on the way can be sent again.
        response.set_cookie(**slips.cookie(found.box, of=found.viewer))
    response.headers["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.poll(request.user, pk, may=rules.step_poll)
    form = PollForm(request.POST or None, items=queries.items_of(found.meeting), poll=found)
    if form.is_valid():
        actions.change(found, asked=form.asked())
        messages.success(request, _("The poll is changed."))
        return redirect(found)
    return render(request, "voice/polls/change.html", {**around(found), "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.poll(request.user, pk, may=rules.step_poll)
    if request.method == "POST":
        actions.remove(found)
        messages.success(request, _("The poll is gone."))
        return redirect("voice:polls", slug=found.community.slug)
    asked = {
        "question": _("Remove the poll “%(question)s”?") % {"question": found.question},
        "consequences": [_("Nobody was asked yet, so no answer is lost.")],
        "button": _("Remove the poll"),
        "back_url": found.get_absolute_url(),
        "dangerous": True,
    }
    return render(request, "ui/confirm.html", asked)


@login_required
@require_POST
def step(request: SignedInRequest, pk: int, deed: str) -> HttpResponse:
    """Open, talk about, open again, close, or show the result."""
    found = access.poll(request.user, pk, may=rules.step_poll)
    if deed == "hide":
        actions.hide_result(found)
        messages.success(request, _("Members no longer see the result."))
    elif deed in STEPS:
        act, said = STEPS[deed]
        act(found, by=request.user)
        messages.success(request, said)
    else:
        raise Http404
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    """A member adds to the list, without a name."""
    found = access.poll(request.user, pk, may=rules.vote)
    form = OptionForm(request.POST or None)
    if form.is_valid():
        waits = not rules.run_poll(found)
        actions.add_option(found, words=form.cleaned_data["words"], key=form.cleaned_data["key"], waits=waits)
        messages.success(request, _("Thank you. Others see it once a facilitator has read it."))
        return way.back(request, otherwise=found.get_absolute_url())
    return render(request, "voice/polls/add.html", {**around(found), "form": form})


@login_required
@require_POST
def moderate(request: SignedInRequest, pk: int, option: int) -> HttpResponse:
    """Let everybody see what a member added, or hide it."""
    found = access.option(request.user, option, of=pk)
    act = actions.show_option if request.POST.get("show") == "yes" else actions.hide_option
    act(found)
    return way.back(request, otherwise=found.poll.get_absolute_url())


@login_required
@require_POST
def hide_line(request: SignedInRequest, pk: int) -> HttpResponse:
    """Do not show a word or a line that somebody wrote."""
    found = access.poll(request.user, pk, may=rules.run_poll)
    form = LineForm(request.POST)
    if form.is_valid():
        actions.hide_line(found, words=form.cleaned_data["words"])
        messages.success(request, _("It is not shown any more."))
    return way.back(request, otherwise=found.get_absolute_url())
