from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.meetings import access
from mindlines.meetings.actions import divisions as actions
from mindlines.meetings.actions import rounds
from mindlines.meetings.forms.divisions import CompareForm, DivideForm
from mindlines.meetings.measures import boards, comparisons
from mindlines.meetings.queries import groups, trouble
from mindlines.meetings.queries import rounds as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_POST
def divide(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """By wishes, by lot or by hand. Very many people are divided in the workshop, and the round's page waits for it."""
    found = access.round_of(request.user, work, of=pk)
    form = DivideForm(request.POST)
    if not form.is_valid():
        return redirect(found)
    division = actions.make(found, by=request.user, **form.cleaned_data)
    return redirect(division or found)


@login_required
@require_GET
def division(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    """The groups as cards."""
    found = access.division(request.user, division, of=pk)
    asked = groups.asked(found.round)
    drawn = boards.board(found, asked=asked)
    shown = {
        "board": drawn,
        "undo_words": boards.last_words(drawn.last),
        "trouble": trouble.trouble(asked),
        "divisions": queries.divisions(found.round),
        "is_chosen": found.round.chosen_id == found.pk,
    }
    here = {"viewer": found.round.meeting.viewer, "meeting": found.round.meeting, "work": found.round}
    return render(request, "meetings/groups/division.html", {**here, "division": found, **shown})


@login_required
@require_POST
def choose(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    rounds.choose(found, by=request.user)
    messages.success(request, _("These groups are chosen. Members see them once you show them."))
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    if request.method == "POST":
        actions.remove(found)
        messages.success(request, _("The division is gone."))
        return redirect(found.round)
    asked = {
        "question": _("Remove %(division)s?") % {"division": found},
        "consequences": [_("These groups are deleted. Who is there and what is wished stays as it is.")],
        "button": _("Remove it"),
        "back_url": found.get_absolute_url(),
        "dangerous": True,
    }
    return render(request, "ui/confirm.html", asked)


@login_required
@require_GET
def compare(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """Two divisions side by side."""
    found = access.round_of(request.user, work, of=pk)
    form = CompareForm(request.GET or None, divisions=queries.divisions(found))
    pair = form.pair
    compared = comparisons.compared(groups.asked(found), one=pair[0], other=pair[1]) if pair else None
    here = {"viewer": found.meeting.viewer, "meeting": found.meeting, "work": found}
    return render(request, "meetings/groups/compare.html", {**here, "form": form, "compared": compared})
