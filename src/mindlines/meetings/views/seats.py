from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.meetings import access
from mindlines.meetings.actions import seats as actions
from mindlines.meetings.forms.divisions import LockForm, MoveForm, UndoForm, VersionForm
from mindlines.meetings.measures import boards, effects
from mindlines.meetings.queries import groups
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def move(request: SignedInRequest, pk: int, division: int, person: int) -> HttpResponse:
    """To which group, or with whom to change places, with the effect of each said before it is done."""
    found = access.division(request.user, division, of=pk)
    asked = groups.asked(found.round)
    who = next((one for one in asked.people if one.pk == person), None)
    if who is None:
        raise Http404
    form = MoveForm(request.POST or None)
    if form.is_valid():
        chosen = effects.ways(found, asked=asked, person=who, only=form.value)
        _move(request, found, person=person, form=form)
        return _moved(request, found, words=chosen.said(form.value), person=person)
    ways = effects.ways(found, asked=asked, person=who)
    here = {"viewer": found.round.meeting.viewer, "meeting": found.round.meeting, "work": found.round}
    shown = {"division": found, "person": who, "ways": ways, "form": form}
    return render(request, "meetings/groups/move.html", {**here, **shown})


@login_required
@require_POST
def lock(request: SignedInRequest, pk: int, division: int, person: int) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    form = LockForm(request.POST)
    if form.is_valid():
        actions.lock(found, person=person, is_locked=form.cleaned_data["locked"])
    return redirect(f"{found.get_absolute_url()}#person-{person}")


@login_required
@require_POST
def lock_group(request: SignedInRequest, pk: int, division: int, number: int) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    form = LockForm(request.POST)
    if form.is_valid():
        actions.lock_group(found, number=number, is_locked=form.cleaned_data["locked"])
    return redirect(f"{found.get_absolute_url()}#group-{number}")


@login_required
@require_POST
def rest(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    """Everybody who is not locked is divided anew."""
    found = access.division(request.user, division, of=pk)
    form = VersionForm(request.POST)
    if form.is_valid():
        moved = actions.divide_rest(found, by=request.user, **form.cleaned_data)
        if moved is not None:
            messages.success(request, _rest_words(moved))
    return redirect(found)


@login_required
@require_POST
def find_place(request: SignedInRequest, pk: int, division: int, person: int) -> HttpResponse:
    """A good place for somebody who came late."""
    found = access.division(request.user, division, of=pk)
    form = VersionForm(request.POST)
    if form.is_valid():
        actions.find_place(found, by=request.user, person=person, **form.cleaned_data)
        messages.success(request, _("They have a place. Nobody else has moved."))
        return redirect(f"{found.get_absolute_url()}#person-{person}")
    return redirect(found)


@login_required
@require_POST
def undo(request: SignedInRequest, pk: int, division: int) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    form = UndoForm(request.POST)
    if form.is_valid():
        actions.undo(found, **form.cleaned_data)
        messages.success(request, _("Undone."))
    return redirect(found)


def _rest_words(moved: int) -> str:
    if not moved:
        return _("Nobody has moved. With those who are locked, no better groups were found.")
    return ngettext(
        "The rest is divided: %(count)d person has moved. Those who are locked have stayed.",
        "The rest is divided: %(count)d people have moved. Those who are locked have stayed.",
        moved,
    ) % {"count": moved}


def _move(request: SignedInRequest, division: Any, person: int, form: MoveForm) -> None:
    way, number = form.cleaned_data["to"]
    version = form.cleaned_data["version"]
    if way == "group":
        actions.move(division, by=request.user, person=person, to=number, version=version)
    else:
        actions.swap(division, by=request.user, person=person, other=number, version=version)


def _moved(request: SignedInRequest, division: Any, words: str, person: int) -> HttpResponse:
    """With a script the groups are drawn anew where they stand; without, the page is loaded again at the same person."""
    if not request.headers.get("HX-Request"):
        messages.success(request, words)
        return redirect(f"{division.get_absolute_url()}#person-{person}")
    now = access.division(request.user, division.pk, of=division.round.meeting_id)
    board = boards.board(now, asked=groups.asked(now.round))
    shown = {"meeting": now.round.meeting, "work": now.round, "division": now, "board": board, "said": words}
    return render(request, "meetings/groups/_moved.html", {**shown, "undo_words": boards.last_words(board.last)})
