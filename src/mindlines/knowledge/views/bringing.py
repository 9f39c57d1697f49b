"""Bringing in what one knows."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate, take_part
from mindlines.knowledge.access import said as said_access
from mindlines.knowledge.actions import items as actions
from mindlines.knowledge.forms import making
from mindlines.knowledge.queries import bringing, said, wishes
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def bring(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:items"),
        "doors": bringing.doors(viewer),
        "others": bringing.other_doors(viewer),
    }
    return render(request, "knowledge/items/bring.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str, form: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    filled = making.new(form, viewer=viewer, data=request.POST or None, files=request.FILES or None)
    if filled.is_valid():
        made = actions.bring(filled.new(), to=viewer.community, by=viewer)
        messages.success(request, _("It is there. Everyone here can find it now."))
        return redirect(made)
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:items"),
        "form": filled,
        "words": bringing.words_of(form),
        "readers": wishes.readers(viewer),
    }
    return render(request, "knowledge/items/new.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def write_down(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = making.written_down(viewer, data=request.POST or None)
    if form.is_valid():
        made = actions.bring(form.new(), to=viewer.community, by=viewer)
        messages.success(request, _("The story is written down. Its teller can change or withdraw it at any time."))
        return redirect(made)
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:items"),
        "form": form,
        "words": bringing.words_for_somebody(),
        "readers": wishes.readers(viewer),
    }
    return render(request, "knowledge/items/new.html", shown)


@login_required
@require_GET
def from_said(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:items"),
        "q": request.GET.get("q", "")[:200],
        "page": said.page(viewer, words=request.GET.get("q", "")[:200], number=request.GET.get("page")),
        "sees_all": facilitate(viewer),
    }
    return render(request, "knowledge/items/from_said.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def keep(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    contribution = said_access.contribution(viewer, pk)
    form = making.kept(contribution, data=request.POST or None)
    if form.is_valid():
        made = actions.keep_what_was_said(contribution, new=form.new(), by=viewer)
        messages.success(request, _("It is kept as knowledge."))
        return redirect(made)
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:items"),
        "form": form,
        "words": bringing.words_of_said(contribution),
        "readers": wishes.readers(viewer),
    }
    return render(request, "knowledge/items/new.html", shown)
