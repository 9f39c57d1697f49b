from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.meetings import access
from mindlines.meetings.actions import places as actions
from mindlines.meetings.forms.places import PlaceForm
from mindlines.meetings.queries import series as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def places(request: SignedInRequest, slug: str) -> HttpResponse:
    """Where this community meets."""
    viewer = communities.membership(request.user, slug)
    shown = {"viewer": viewer, "places": queries.places(viewer.community), "may_plan": facilitate(viewer)}
    return render(request, "meetings/places/list.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = PlaceForm(request.POST or None)
    if form.is_valid():
        actions.keep(form.instance, community=viewer.community, by=request.user)
        messages.success(request, _("The place is kept."))
        return redirect("meetings:places", slug=slug)
    return render(request, "meetings/places/place.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def place(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    viewer, found = access.place(request.user, pk, slug=slug)
    form = PlaceForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.keep(found, community=viewer.community, by=request.user)
        messages.success(request, _("The place is changed."))
        return redirect("meetings:places", slug=slug)
    return render(request, "meetings/places/place.html", {"viewer": viewer, "form": form, "place": found})


@login_required
@require_POST
def remove(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    _viewer, found = access.place(request.user, pk, slug=slug)
    actions.remove(found, by=request.user)
    messages.success(request, _("The place is removed."))
    return redirect("meetings:places", slug=slug)
