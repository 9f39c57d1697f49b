from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.meetings import access, rules
from mindlines.meetings.actions import meetings as actions
from mindlines.meetings.forms.meetings import CancelForm, MeetingForm, details_of
from mindlines.meetings.queries import beginnings, page, series, templates
from mindlines.meetings.queries import meetings as queries
from mindlines.people.access import SignedInRequest

ON_A_PAGE = 20


@login_required
@require_GET
def listing(request: SignedInRequest, slug: str) -> HttpResponse:
    """What is coming and what was held."""
    viewer = communities.membership(request.user, slug)
    return render(
        request,
        "meetings/meetings/list.html",
        {
            "viewer": viewer,
            "coming": Paginator(queries.coming(viewer), ON_A_PAGE).get_page(request.GET.get("coming")),
            "past": Paginator(queries.past(viewer), ON_A_PAGE).get_page(request.GET.get("page")),
            "may_plan": facilitate(viewer),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    """First from what to begin, then what, when and where."""
    viewer = communities.membership(request.user, slug, may=facilitate)
    begin = beginnings.beginning(viewer.community, start=request.GET.get("start", ""))
    if begin is None:
        offers = {"templates": templates.TEMPLATES, "last": queries.last_with_agenda(viewer.community)}
        return render(request, "meetings/meetings/begin.html", {"viewer": viewer, **offers})
    form = MeetingForm(
        request.POST or None,
        community=viewer.community,
        places=list(series.places(viewer.community)),
        zones=queries.zones_to_choose(viewer),
        initial=begin.initial,
    )
    if form.is_valid():
        made = actions.plan(viewer.community, by=request.user, details=form.details(), items=begin.items)
        _mention_clashes(request, made.pk)
        messages.success(request, _("The meeting is planned. Only facilitators see it until you announce it."))
        return redirect("meetings:agenda", pk=made.pk)
    return render(request, "meetings/meetings/new.html", {"viewer": viewer, "form": form, "begin": begin})


@login_required
@require_GET
def meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything one needs to come, and to be ready."""
    return render(request, "meetings/meetings/meeting.html", page.shown(access.meeting(request.user, pk)))


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Title, purpose, time and place."""
    found = access.meeting(request.user, pk, may=rules.plan)
    form = MeetingForm(
        request.POST or None,
        community=found.community,
        places=list(series.places(found.community)),
        zones=queries.zones_to_choose(found.viewer),
        initial={**details_of(found), "seen": queries.seen(found)},
    )
    if form.is_valid():
        details, seen = form.details(), form.cleaned_data["seen"]
        is_worth_telling = actions.change(found, by=request.user, details=details, seen=seen)
        messages.success(request, _("The meeting is changed."))
        _mention_clashes(request, pk)
        return redirect("meetings:tell_change" if is_worth_telling else "meetings:meeting", pk=pk)
    return render(request, "meetings/meetings/change.html", {"viewer": found.viewer, "meeting": found, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.meeting(request.user, pk, may=rules.plan)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        actions.cancel(found, by=request.user, because=form.cleaned_data["because"])
        messages.success(request, _("The meeting is cancelled."))
        return redirect(found)
    asked = {
        "question": _("Cancel the meeting “%(title)s”?") % {"title": found.title},
        "consequences": queries.consequences_of_cancelling(found),
        "button": _("Cancel the meeting"),
        "back_url": found.get_absolute_url(),
        "dangerous": True,
    }
    return render(request, "ui/confirm.html", {"form": form, **asked})


def _mention_clashes(request: SignedInRequest, pk: int) -> None:
    for other in queries.clashing(access.meeting(request.user, pk, may=rules.plan)):
        messages.warning(request, _("At the same time there is also: %(title)s.") % {"title": other.title})
