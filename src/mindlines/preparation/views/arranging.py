"""Pages on which facilitators arrange paths."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.people.access import SignedInRequest
from mindlines.preparation import access, rules
from mindlines.preparation.actions import arranging, starting
from mindlines.preparation.forms import PathForm, StepForm, path_initial, step_initial
from mindlines.preparation.queries import paths as queries
from mindlines.preparation.queries.section import tabs
from mindlines.ui.forms import MoveForm

HERE = "preparation:paths"


@login_required
@require_GET
def paths(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    return render(request, "preparation/paths.html", _around(viewer) | {"paths": queries.arranged(viewer.community)})


@login_required
@require_POST
def start(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    return redirect(starting.put(viewer.community))


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = PathForm(request.POST or None, community=viewer.community)
    if form.is_valid():
        made = arranging.begin(form.words(), to=viewer.community, by=request.user)
        return redirect("preparation:step_new", pk=made.pk)
    return render(request, "preparation/path_new.html", _around(viewer) | {"form": form})


@login_required
@require_GET
def path(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    return render(request, "preparation/path.html", _of(found) | {"rows": queries.sorted_rows(found)})


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    form = PathForm(request.POST or None, community=found.community, initial=path_initial(found))
    if form.is_valid():
        arranging.change(found, words=form.words())
        messages.success(request, _("The change is saved."))
        return redirect(found)
    return render(request, "preparation/path_change.html", _of(found) | {"form": form})


@login_required
@require_POST
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    arranging.show(found)
    messages.success(request, _("Members can see it now."))
    return redirect(found)


@login_required
@require_POST
def hide(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    arranging.hide(found)
    messages.success(request, _("Members can no longer see it. What they have done is kept."))
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    if request.method == "POST":
        arranging.remove(found, by=request.user)
        messages.success(request, _("It is removed."))
        return redirect(HERE, slug=found.community.slug)
    shown = {
        "question": _("Remove “%(title)s” and its steps?") % {"title": found.title},
        "consequences": [_("What people have done of it is forgotten too. To keep it for later, hide it instead.")],
        "button": _("Yes, remove it"),
        "back_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", {"viewer": found.viewer} | shown)


@login_required
@require_POST
def move(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        arranging.move_step(found, step=form.cleaned_data["item"], place=form.cleaned_data["place"], steps=form.steps)
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def step_new(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.path(request.user, pk)
    form = StepForm(request.POST or None)
    if form.is_valid():
        arranging.add_step(found, words=form.step_words())
        messages.success(request, _("The step is added at the end."))
        return redirect(found)
    return render(request, "preparation/step_new.html", _of(found) | {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def step_change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.step(request.user, pk, may=rules.arrange_step)
    form = StepForm(request.POST or None, initial=step_initial(found))
    if form.is_valid():
        arranging.change_step(found, words=form.step_words())
        messages.success(request, _("The change is saved."))
        return redirect(found)
    return render(request, "preparation/step_change.html", _of(found.path) | {"form": form, "step": found})


@login_required
@require_http_methods(["GET", "POST"])
def step_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.step(request.user, pk, may=rules.arrange_step)
    if request.method == "POST":
        arranging.remove_step(found)
        messages.success(request, _("The step is removed."))
        return redirect(found.path)
    shown = {
        "question": _("Remove the step “%(title)s”?") % {"title": found.title},
        "consequences": [_("Who has done it is forgotten too.")],
        "button": _("Yes, remove it"),
        "back_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", {"viewer": found.viewer} | shown)


def _around(viewer: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE)}


def _of(found: Any) -> dict[str, Any]:
    return _around(found.viewer) | {"path": found}
