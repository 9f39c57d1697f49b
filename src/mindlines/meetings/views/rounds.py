from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings import access, rules
from mindlines.meetings.actions import rounds as actions
from mindlines.meetings.forms.rounds import RoomsForm, RoundForm
from mindlines.meetings.queries import groups, participants, trouble, wishes
from mindlines.meetings.queries import rounds as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def rounds(request: SignedInRequest, pk: int) -> HttpResponse:
    """All work in small groups of a meeting."""
    meeting = access.meeting(request.user, pk, may=rules.make_groups)
    return render(
        request,
        "meetings/groups/rounds.html",
        {
            "viewer": meeting.viewer,
            "meeting": meeting,
            "rounds": queries.rounds(meeting),
            "planned": queries.group_work(meeting),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.make_groups)
    items = queries.items_to_choose(meeting)
    form = RoundForm(request.POST or None, items=items, item=request.GET.get("item", ""))
    if form.is_valid():
        work = actions.plan(meeting, by=request.user, words=form.words(), key=form.cleaned_data["key"])
        messages.success(request, _("The round is there. Look at who is expected and at the wishes, then divide."))
        return redirect(work)
    return render(request, "meetings/groups/new.html", {"viewer": meeting.viewer, "meeting": meeting, "form": form})


@login_required
@require_GET
def round_(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """One round: who is there, what is wished, and the divisions made so far."""
    found = access.round_of(request.user, work, of=pk)
    asked = groups.asked(found)
    shown = {
        "numbers": queries.numbers(found),
        "counted": participants.by_constituency(list(asked.people)),
        "drift": participants.drift(found),
        "lines": wishes.lines(asked),
        "trouble": trouble.trouble(asked),
        "divisions": queries.divisions(found),
        "is_dividing": queries.is_dividing(found),
        "key": link_secret(),
    }
    here = {"viewer": found.meeting.viewer, "meeting": found.meeting, "work": found}
    name = "_progress" if request.headers.get("HX-Request") else "round"
    return render(request, f"meetings/groups/{name}.html", {**here, **shown})


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    found = access.round_of(request.user, work, of=pk)
    form = RoundForm(request.POST or None, items=queries.items_to_choose(found.meeting), work=found)
    if form.is_valid():
        actions.change(found, words=form.words())
        messages.success(request, _("The round is changed."))
        return redirect(found)
    shown = {"viewer": found.meeting.viewer, "meeting": found.meeting, "work": found, "form": form}
    return render(request, "meetings/groups/change.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    found = access.round_of(request.user, work, of=pk)
    if request.method == "POST":
        actions.remove(found)
        messages.success(request, _("The round is gone."))
        return redirect("meetings:rounds", pk=pk)
    asked = {
        "question": _("Remove the round “%(title)s”?") % {"title": found.title},
        "consequences": [
            _("Its divisions into groups are deleted. They no longer count when people are to meet new people."),
            _("The agenda and the list of attendance stay as they are."),
        ],
        "button": _("Remove the round"),
        "back_url": found.get_absolute_url(),
        "dangerous": True,
    }
    return render(request, "ui/confirm.html", asked)


@login_required
@require_http_methods(["GET", "POST"])
def rooms(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """Where each group sits."""
    found = access.round_of(request.user, work, of=pk)
    count = queries.numbers(found).groups
    form = RoomsForm(request.POST or None, groups=queries.groups(found, count=count))
    if request.method == "POST" and form.is_valid():
        actions.furnish(found, rooms=form.read())
        messages.success(request, _("The rooms are saved."))
        return redirect(found)
    shown = {"viewer": found.meeting.viewer, "meeting": found.meeting, "work": found, "form": form}
    return render(request, "meetings/groups/rooms.html", {**shown, "has_errors": form.has_errors})


@login_required
@require_POST
def show(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """Let members see their groups, or hide them again."""
    found = access.round_of(request.user, work, of=pk)
    if request.POST.get("show") == "no":
        actions.hide(found)
        messages.success(request, _("Members no longer see their groups."))
    else:
        actions.show(found)
        messages.success(request, _("Members now see their own group on the page of the meeting."))
    return redirect(found)


@login_required
@require_GET
def my_group(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """The group in which the reader sits; who facilitates it sees the questions too."""
    seat = access.my_seat(request.user, work, of=pk)
    meeting = seat.division.round.meeting
    shown = {"seat": seat, "work": seat.division.round, "people": queries.beside(seat)}
    return render(request, "meetings/groups/my_group.html", {"viewer": meeting.viewer, "meeting": meeting, **shown})
