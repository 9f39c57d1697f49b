from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.meetings import access, rules
from mindlines.meetings.actions import replies as actions
from mindlines.meetings.forms.invitations import ReplyForm, ReplyForOtherForm
from mindlines.meetings.queries import audience, meetings
from mindlines.meetings.queries import replies as queries
from mindlines.people.access import SignedInRequest

ON_A_PAGE = 40


@login_required
@require_http_methods(["GET", "POST"])
def reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """My own answer."""
    meeting = access.meeting(request.user, pk, may=rules.reply)
    said = queries.mine(meeting, membership=meeting.viewer)
    form = ReplyForm(request.POST or None, meeting=meeting, reply=said)
    if form.is_valid():
        actions.answer(meeting, membership=meeting.viewer, by=request.user, answer=form.answer())
        messages.success(request, _("Thank you. You can change your answer until the meeting."))
        return redirect(meeting)
    shown = {
        "meeting": meeting,
        "form": form,
        "needs": queries.known_needs(meeting.viewer),
        "paths": meetings.paths(meeting),
    }
    return render(request, "meetings/replies/reply.html", {"viewer": meeting.viewer, **shown})


@require_http_methods(["GET", "POST"])
def reply_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same from a personal link, without signing in; it shows this one form and nothing else."""
    meeting = access.by_link(token)
    said = queries.mine(meeting, membership=meeting.viewer)
    form = ReplyForm(request.POST or None, meeting=meeting, reply=said)
    if form.is_valid():
        actions.answer(meeting, membership=meeting.viewer, by=meeting.viewer.person, answer=form.answer())
        messages.success(request, _("Thank you. You can change your answer until the meeting."))
        return redirect("meetings:reply_by_link", token=token)
    shown = {"meeting": meeting, "form": form, "said": said, "paths": meetings.paths(meeting)}
    return render(request, "meetings/replies/by_link.html", shown)


@login_required
@require_GET
def replies(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who comes and how, what the day needs, and who has not answered."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    answer = request.GET.get("answer", "")
    groups = queries.by_group(meeting)
    return render(
        request,
        "meetings/replies/replies.html",
        {
            "viewer": meeting.viewer,
            "meeting": meeting,
            "groups": groups,
            "total": queries.total(groups),
            "needs": queries.needs(meeting),
            "answer": answer,
            "filters": queries.filters(meeting),
            "page": Paginator(queries.people(meeting, answer=answer), ON_A_PAGE).get_page(request.GET.get("page")),
            "progress": audience.progress(meeting),
            "paths": meetings.paths(meeting),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def reply_for(request: SignedInRequest, pk: int, member: int) -> HttpResponse:
    """An answer that somebody gave by phone or on paper."""
    meeting = access.meeting(request.user, pk, may=rules.plan)
    other = queries.member_to_answer_for(meeting, pk=member)
    if other is None:
        raise Http404
    form = ReplyForOtherForm(request.POST or None, meeting=meeting, reply=queries.mine(meeting, membership=other))
    if form.is_valid():
        actions.answer(meeting, membership=other, by=request.user, answer=form.answer())
        messages.success(request, _("The answer is kept."))
        return redirect("meetings:replies", pk=pk)
    shown = {"meeting": meeting, "form": form, "other": other, "needs": queries.known_needs(other)}
    return render(request, "meetings/replies/for_other.html", {"viewer": meeting.viewer, **shown})
