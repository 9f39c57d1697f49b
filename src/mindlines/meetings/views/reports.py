from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.meetings import access, rules
from mindlines.meetings.actions import reports as actions
from mindlines.meetings.forms.reports import MatchForm, ReportForm
from mindlines.meetings.measures import reports as measures
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: SignedInRequest, pk: int) -> HttpResponse:
    meeting = access.meeting(request.user, pk, may=rules.take_attendance)
    form = ReportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        kept = actions.keep(meeting, report=form.cleaned_data["file"], file_name=form.file_name, by=request.user)
        return redirect("meetings:match_report", pk=kept.pk)
    page = {"meeting": meeting, "viewer": meeting.viewer, "form": form}
    return render(request, "meetings/reports/upload.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def match(request: SignedInRequest, pk: int) -> HttpResponse:
    report = access.report(request.user, pk)
    if report.confirmed_at:
        return redirect("meetings:attendance", pk=report.meeting_id)
    guesses = measures.guesses(report)
    form = MatchForm(request.POST or None, guesses=guesses, community=report.meeting.community)
    if form.is_valid():
        actions.confirm(report, choices=form.choices, by=request.user)
        messages.success(request, _("The report is taken in, and erased here."))
        return redirect("meetings:attendance", pk=report.meeting_id)
    page = {"meeting": report.meeting, "viewer": report.meeting.viewer, "report": report, "form": form}
    return render(
        request, "meetings/reports/match.html", page | {"sure": sum(guess.sure is not None for guess in guesses)}
    )


@login_required
@require_POST
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    report = access.report(request.user, pk)
    actions.drop(report)
    messages.success(request, _("The report is erased. Nothing was written."))
    return redirect("meetings:attendance", pk=report.meeting_id)
