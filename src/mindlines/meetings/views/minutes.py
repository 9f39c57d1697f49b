from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.meetings import access, rules
from mindlines.meetings.actions import minutes as actions
from mindlines.meetings.forms.minutes import AnswerForm, CorrectionForm, MinutesForm
from mindlines.meetings.queries import minutes as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def minutes(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.read_minutes)
    may_write = rules.write_minutes(meeting)
    asked = queries.corrections(meeting) if may_write else queries.corrections_by(meeting, membership=meeting.viewer)
    shown = {"words": queries.text(meeting), "corrections": asked, "may_write": may_write}
    may_correct = meeting.minutes_sent_at and rules.correct_minutes(meeting)
    return render(request, "meetings/minutes/page.html", _page(meeting) | shown | {"may_correct": may_correct})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.write_minutes)
    initial = {"words": queries.text(meeting), "version": meeting.minutes_version}
    form = MinutesForm(request.POST or None, initial=initial)
    page = _page(meeting) | {"form": form}
    if form.is_valid() and "preview" in request.POST:
        return render(request, "meetings/minutes/edit.html", page | {"preview": form.cleaned_data["words"]})
    if form.is_valid():
        try:
            actions.write(meeting, by=request.user, **form.cleaned_data)
        except actions.Stale as stale:
            both = {"saved": stale.saved, "mine": form.cleaned_data["words"]}
            both["merged"] = queries.merged(stale.saved.minutes_text, mine=both["mine"])
            return render(request, "meetings/minutes/stale.html", page | both, status=409)
        messages.success(request, _("Minutes saved."))
        return redirect("meetings:minutes", pk=pk)
    return render(request, "meetings/minutes/edit.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def send(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.write_minutes)
    if request.method == "POST":
        actions.send(meeting, by=request.user)
        messages.success(request, _("The minutes are on their way."))
        return redirect("meetings:minutes", pk=pk)
    sends = {"people": queries.not_yet_sent(meeting).count(), "words": queries.text(meeting)}
    return render(request, "meetings/minutes/send.html", _page(meeting) | sends)


@login_required
@require_http_methods(["GET", "POST"])
def copies(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who received the minutes; one of them can receive them again."""
    meeting = access.meeting(request.user, pk, may=rules.write_minutes)
    if request.method == "POST":
        again = actions.send_again(meeting, member=_number(request.POST.get("member", "")), by=request.user)
        messages.success(request, _("Sent again to %(name)s.") % {"name": again.person.name})
        return redirect("meetings:minutes_copies", pk=pk)
    name = request.GET.get("name", "").strip()[:200]
    page = Paginator(queries.people_and_copies(meeting, name=name), 40).get_page(request.GET.get("page"))
    return render(request, "meetings/minutes/copies.html", _page(meeting) | {"page": page, "name": name})


@login_required
@require_http_methods(["GET", "POST"])
def correct(request: SignedInRequest, pk: int) -> HttpResponse:
    """A member asks for a correction."""
    meeting = access.meeting(request.user, pk, may=rules.correct_minutes)
    form = CorrectionForm(request.POST or None)
    if form.is_valid():
        actions.ask_for_correction(meeting, words=form.cleaned_data["words"], by=meeting.viewer)
        messages.success(request, _("Thank you. A facilitator will read it and answer you."))
        return redirect("meetings:minutes", pk=pk)
    return render(request, "meetings/minutes/correct.html", _page(meeting) | {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, pk: int, correction: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.write_minutes)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        actions.answer(meeting, correction=correction, words=form.cleaned_data["words"], by=request.user)
        messages.success(request, _("Your answer is on its way."))
        return redirect("meetings:minutes", pk=pk)
    asked = queries.correction(meeting, pk=correction)
    return render(request, "meetings/minutes/answer.html", _page(meeting) | {"form": form, "correction": asked})


def _page(meeting: Any) -> dict[str, Any]:
    return {"meeting": meeting, "viewer": meeting.viewer}


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else 0
