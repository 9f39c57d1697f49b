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
from mindlines.meetings import access, rules
from mindlines.meetings.actions import action as verbs
from mindlines.meetings.forms.action import ActionForm, DropForm, FinishForm, MoveForm, NewActionForm
from mindlines.meetings.queries import action as queries
from mindlines.meetings.queries import load
from mindlines.people.access import SignedInRequest
from mindlines.ui import flash


@login_required
@require_GET
def actions(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=read)
    state = queries.chosen_state(request.GET.get("state", ""))
    found = queries.of(viewer.community, viewer=viewer, state=state)
    page = Paginator(found, 30).get_page(request.GET.get("page"))
    shown = {"viewer": viewer, "page": page, "rows": queries.rows(page, viewer=viewer), "state": state}
    return render(request, "meetings/action/list.html", {**shown, "may_add": facilitate(viewer)})


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = NewActionForm(request.POST or None, community=viewer.community)
    if form.is_valid():
        action = verbs.agree_between(viewer.community, by=request.user, **form.cleaned_data)
        _mention_load(request, action.owner)
        return redirect(action)
    shown = {"viewer": viewer, "form": form, **load.to_choose(viewer.community)}
    return render(request, "meetings/action/new.html", shown)


@login_required
@require_GET
def action(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.action(request.user, pk)
    return render(request, "meetings/action/page.html", _page(found) | {"form": FinishForm()})


@login_required
@require_POST
def finish(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.action(request.user, pk, may=rules.settle_action)
    form = FinishForm(request.POST)
    if not form.is_valid():
        return render(request, "meetings/action/page.html", _page(found) | {"form": form}, status=422)
    verbs.finish(found, words=form.cleaned_data["words"], by=request.user)
    flash.undoable(request, _("Done. Thank you."), undo_url=queries.reopen_url(found))
    if request.POST.get("back") == "mine":
        return redirect("meetings:my_actions")
    return redirect("meetings:actions", slug=found.community.slug)


@login_required
@require_http_methods(["GET", "POST"])
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.action(request.user, pk, may=rules.settle_action)
    form = MoveForm(request.POST or None, initial={"due_on": found.due_on})
    if form.is_valid():
        verbs.move(found, to=form.cleaned_data["due_on"], because=form.cleaned_data["because"], by=request.user)
        messages.success(request, _("The action has a new day."))
        return redirect(found)
    return render(request, "meetings/action/move.html", _page(found) | {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def drop(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.action(request.user, pk, may=rules.settle_action)
    form = DropForm(request.POST or None)
    if form.is_valid():
        verbs.drop(found, because=form.cleaned_data["because"], by=request.user)
        flash.undoable(request, _("The action is dropped."), undo_url=queries.reopen_url(found))
        return redirect("meetings:actions", slug=found.community.slug)
    return render(request, "meetings/action/drop.html", _page(found) | {"form": form})


@login_required
@require_POST
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.action(request.user, pk, may=rules.settle_action)
    verbs.reopen(found, by=request.user)
    messages.success(request, _("The action is open again."))
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.action(request.user, pk, may=rules.shape_action)
    owner = found.owner.person.name if found.owner else ""
    form = ActionForm(request.POST or None, initial={"words": found.words, "owner": owner}, community=found.community)
    if form.is_valid():
        verbs.change(found, **form.cleaned_data)
        if found.owner != form.cleaned_data["owner"]:
            _mention_load(request, form.cleaned_data["owner"])
        return redirect(found)
    shown = {"form": form, **load.to_choose(found.community)}
    return render(request, "meetings/action/change.html", _page(found) | shown)


def _page(found: Any) -> dict[str, Any]:
    return {
        "viewer": found.viewer,
        "action": found,
        "may_settle": rules.settle_action(found),
        "may_shape": rules.shape_action(found),
        "may_ask": rules.ask_for_help(found),
        **queries.about(found),
    }


def _mention_load(request: SignedInRequest, owner: Any) -> None:
    """A kind word where somebody who has much was given more."""
    if hint := load.hint(owner):
        messages.info(request, hint)
