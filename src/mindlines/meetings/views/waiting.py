from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate, read
from mindlines.meetings import access
from mindlines.meetings.actions import waiting as actions
from mindlines.meetings.forms.waiting import LetGoForm, SettleForm
from mindlines.meetings.queries import waiting as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def waiting(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=read)
    may_act = facilitate(viewer)
    page = Paginator(queries.for_community(viewer.community), 30).get_page(request.GET.get("page"))
    meetings = queries.coming_meetings(viewer.community)[:12] if may_act else []
    shown = {"viewer": viewer, "page": page, "may_act": may_act, "meetings": meetings}
    return render(request, "meetings/waiting/list.html", shown)


@login_required
@require_POST
def take_up(request: SignedInRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    viewer, thing = access.waiting(request.user, slug, kind=kind, pk=pk)
    meeting = access.coming_meeting(viewer, _number(request.POST.get("meeting", "")))
    actions.take_up(thing, into=meeting, by=request.user)
    messages.success(request, _("It is on the agenda of “%(meeting)s”.") % {"meeting": meeting.title})
    return redirect("meetings:waiting", slug=slug)


@login_required
@require_http_methods(["GET", "POST"])
def settle(request: SignedInRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    viewer, thing = access.waiting(request.user, slug, kind=kind, pk=pk)
    form = SettleForm(request.POST or None)
    if form.is_valid():
        actions.settle(thing, became=form.cleaned_data["became"], by=request.user)
        messages.success(request, _("The answer is written down."))
        return redirect("meetings:waiting", slug=slug)
    return render(request, "meetings/waiting/settle.html", _page(viewer, thing, kind) | {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def let_go(request: SignedInRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    viewer, thing = access.waiting(request.user, slug, kind=kind, pk=pk)
    form = LetGoForm(request.POST or None)
    if form.is_valid():
        actions.let_go(thing, because=form.cleaned_data["because"], by=request.user)
        messages.success(request, _("It is let go. The reason is kept."))
        return redirect("meetings:waiting", slug=slug)
    return render(request, "meetings/waiting/let_go.html", _page(viewer, thing, kind) | {"form": form})


def _page(viewer: Any, thing: Any, kind: str) -> dict[str, Any]:
    return {"viewer": viewer, "words": thing.title if kind == "item" else thing.words, "thing": thing}


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else 0
