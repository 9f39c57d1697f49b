from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings import access, rules
from mindlines.meetings.actions import action as action_actions
from mindlines.meetings.actions import notes as actions
from mindlines.meetings.actions import points as point_actions
from mindlines.meetings.forms.notes import AgreeForm, ChangePointForm, CloseForm, NoteForm, PointForm
from mindlines.meetings.queries import load
from mindlines.meetings.queries import notes as queries
from mindlines.people.access import SignedInRequest

WHOLE = "whole"


@login_required
@require_GET
def notes(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    return render(request, "meetings/notes/page.html", _page(meeting, chosen=request.GET.get("item", "")))


@login_required
@require_POST
def note(request: SignedInRequest, pk: int, item: int = 0) -> HttpResponse:
    """Save the notes of one item; item 0 is the meeting as a whole."""
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return render(
            request,
            "ui/refused.html",
            {"words": _first_error(form)},
            status=422,
        )
    try:
        saved = actions.write(meeting, item=item or None, by=request.user, **form.cleaned_data)
    except actions.Stale as stale:
        return _both(request, meeting, form, stale.saved, item)
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204, headers={"X-Version": str(saved.version)})
    messages.success(request, _("Notes saved."))
    return redirect(_at(pk, item))


@login_required
@require_POST
def mark_item(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    actions.mark_item(meeting, item=item, outcome=request.POST.get("outcome", ""))
    return redirect(f"{reverse('meetings:notes', kwargs={'pk': pk})}#now")


@login_required
@require_POST
def add_point(request: SignedInRequest, pk: int, item: int = 0) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    page = _page(meeting, chosen=str(item or WHOLE))
    form = PointForm(request.POST, sources=page["sources"], auto_id="point_%s")
    if form.is_valid():
        words, kind, who = form.cleaned_data["words"], form.cleaned_data["kind"], form.cleaned_data["who"]
        point_actions.add(meeting, item=page["open"].item, kind=kind, words=words, source=who, by=request.user)
        return redirect(_at(pk, item))
    return render(request, "meetings/notes/page.html", {**page, "point_form": form, "has_errors": True}, status=422)


@login_required
@require_POST
def agree(request: SignedInRequest, pk: int, item: int = 0) -> HttpResponse:
    """Write down an action."""
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    page = _page(meeting, chosen=str(item or WHOLE))
    form = AgreeForm(request.POST, sources=page["sources"], community=meeting.community, auto_id="agree_%s")
    if form.is_valid():
        words, due_on = form.cleaned_data["words"], form.cleaned_data["due_on"]
        agreed = {"words": words, "owner": form.who_does_it, "due_on": due_on}
        made = action_actions.agree(meeting, item=page["open"].item, by=request.user, **agreed)
        if hint := load.hint(made.owner):
            messages.info(request, hint)
        return redirect(_at(pk, item))
    return render(request, "meetings/notes/page.html", {**page, "agree_form": form, "has_errors": True}, status=422)


@login_required
@require_http_methods(["GET", "POST"])
def change_point(request: SignedInRequest, pk: int) -> HttpResponse:
    point = access.point(request.user, pk)
    form = ChangePointForm(request.POST or None, initial={"words": point.words, "kind": point.kind})
    if form.is_valid():
        point_actions.change(point, **form.cleaned_data)
        return redirect(_at(point.meeting_id, point.item_id or 0))
    page = {"meeting": point.meeting, "viewer": point.meeting.viewer, "point": point, "form": form}
    return render(request, "meetings/notes/point.html", page)


@login_required
@require_POST
def remove_point(request: SignedInRequest, pk: int) -> HttpResponse:
    point = access.point(request.user, pk)
    item = point.item_id or 0
    point_actions.remove(point)
    messages.success(request, _("The line is gone."))
    return redirect(_at(point.meeting_id, item))


@login_required
@require_POST
def start(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    actions.start(meeting, by=request.user)
    return redirect("meetings:notes", pk=pk)


@login_required
@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_notes)
    form = CloseForm(
        request.POST if request.method == "POST" else None,
        items=[(item.pk, item.title) for item in queries.unreached(meeting)],
    )
    if form.is_valid():
        actions.close(meeting, by=request.user, reached=form.reached_items)
        messages.success(request, _("The meeting is closed. Next: read the minutes and send them."))
        return redirect("meetings:minutes", pk=pk)
    page = {"meeting": meeting, "viewer": meeting.viewer, "form": form, "nobody": not queries.someone_is_here(meeting)}
    return render(request, "meetings/notes/close.html", page)


def _page(meeting: Any, *, chosen: str) -> dict[str, Any]:
    """Everything the notes page shows; one item is open for adding."""
    sheets, sources, pen = queries.sheets(meeting), queries.sources(meeting), link_secret()
    return {
        "meeting": meeting,
        "viewer": meeting.viewer,
        "open": queries.current(sheets, chosen=chosen),
        "sheets": [(sheet, _note_form(sheet, pen)) for sheet in sheets],
        "sources": sources,
        "by_the_clock": queries.by_the_clock(meeting, pages=sheets),
        "point_form": PointForm(sources=sources, auto_id="point_%s"),
        "agree_form": AgreeForm(sources=sources, community=meeting.community, auto_id="agree_%s"),
    }


def _note_form(sheet: queries.Sheet, pen: str) -> NoteForm:
    saved = {"words": sheet.note.words, "version": sheet.note.version} if sheet.note else {"version": 0}
    return NoteForm(initial={**saved, "pen": pen}, auto_id=f"note{sheet.item.pk if sheet.item else 0}_%s")


def _both(request: HttpRequest, meeting: Any, form: NoteForm, saved: Any, item: int) -> HttpResponse:
    """Somebody else wrote in between: both texts, and a choice. Nothing was overwritten."""
    mine = form.cleaned_data["words"]
    page = {
        "meeting": meeting,
        "viewer": meeting.viewer,
        "item": item,
        "saved": saved,
        "mine": mine,
        "pen": link_secret(),
    }
    if request.headers.get("X-Autosave"):
        return render(request, "meetings/notes/_stale.html", page, status=409)
    page["merged"] = queries.merged(saved.words, mine=mine)
    return render(request, "meetings/notes/stale.html", page, status=409)


def _at(pk: int, item: int) -> str:
    return f"{reverse('meetings:notes', kwargs={'pk': pk})}?item={item or WHOLE}#item-{item}"


def _first_error(form: NoteForm) -> str:
    return next((str(errors[0]) for errors in form.errors.values()), "")
