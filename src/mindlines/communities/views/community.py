from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.communities import rules
from mindlines.communities.access import members as doors
from mindlines.communities.access import membership
from mindlines.communities.actions import community as actions
from mindlines.communities.actions import founding
from mindlines.communities.forms.community import ConstituencyForm, FoundForm, SettingsForm
from mindlines.communities.forms.direction import MoveForm
from mindlines.communities.queries import overview as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    founder = doors.founder(request.user)
    form = FoundForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        return redirect(founding.found(said["name"], by=founder, start=said["start"], about=said["about"]))
    return render(request, "communities/new.html", {"form": form})


@login_required
@require_safe
def overview(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug)
    return render(request, "communities/overview.html", {"viewer": viewer, "overview": queries.overview(viewer)})


@login_required
@require_http_methods(["GET", "POST"])
def settings(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    form = SettingsForm(request.POST or None, instance=viewer.community)
    if form.is_valid():
        actions.change(viewer.community, by=request.user, values=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("communities:overview", slug=slug)
    return render(request, "communities/settings.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def constituencies(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    form = ConstituencyForm(request.POST or None)
    if form.is_valid():
        actions.add_constituency(viewer.community, by=request.user, values=form.cleaned_data)
        return redirect("communities:constituencies", slug=slug)
    groups = queries.groups_in_order(viewer.community)
    return render(request, "communities/constituencies.html", {"viewer": viewer, "form": form, "groups": groups})


@login_required
@require_POST
def order(request: SignedInRequest, slug: str) -> HttpResponse:
    """One step up or down by button, or to a place by dragging."""
    viewer = membership(request.user, slug, may=rules.facilitate)
    form = MoveForm(request.POST)
    if form.is_valid():
        group = doors.constituency(request.user, slug, pk=form.cleaned_data["item"])
        place, move = form.cleaned_data["place"], form.cleaned_data["move"]
        actions.place_constituency(group, at=queries.place_after(group, move=move) if place is None else place)
    return redirect("communities:constituencies", slug=viewer.community.slug)


@login_required
@require_http_methods(["GET", "POST"])
def constituency(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    group = doors.constituency(request.user, slug, pk=pk)
    form = ConstituencyForm(request.POST or None, instance=group)
    if form.is_valid():
        actions.change_constituency(group, by=request.user, values=form.cleaned_data)
        return redirect("communities:constituencies", slug=slug)
    return render(request, "communities/constituency.html", {"viewer": group.viewer, "form": form, "group": group})


@login_required
@require_POST
def delete_constituency(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    group = doors.constituency(request.user, slug, pk=pk)
    actions.delete_constituency(group, by=request.user)
    messages.success(request, _("The group is deleted."))
    return redirect("communities:constituencies", slug=slug)
