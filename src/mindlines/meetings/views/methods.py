from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.meetings import access
from mindlines.meetings.actions import agenda as agenda_actions
from mindlines.meetings.actions import methods as actions
from mindlines.meetings.forms.methods import MethodForm, PutForm, RatingForm, StarForm, WishForm
from mindlines.meetings.queries.methods import library, listing, uses
from mindlines.people.access import SignedInRequest

ON_A_PAGE = 12


@login_required
@require_GET
def methods(request: SignedInRequest, slug: str) -> HttpResponse:
    """The library: what fits, favourites first."""
    viewer = communities.membership(request.user, slug)
    form = WishForm(request.GET)
    cards = listing.cards(form.wish(), favourites=uses.favourites(request.user), used=uses.used_here(viewer.community))
    page = Paginator(cards, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {"form": form, "page": page, "choosing": _choosing(request, viewer)}
    return render(request, "meetings/methods/list.html", {"viewer": viewer, **shown})


@login_required
@require_GET
def method(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """All about one method, and what this community made of it."""
    viewer, found = access.method(request.user, slug, key=key)
    shown = {
        "method": found,
        "uses": uses.uses(viewer, key=key),
        "is_favourite": key in uses.favourites(request.user),
        "may_plan": facilitate(viewer),
        "choosing": _choosing(request, viewer),
    }
    return render(request, "meetings/methods/method.html", {"viewer": viewer, **shown})


@login_required
@require_POST
def favour(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    _viewer, found = access.method(request.user, slug, key=key)
    form = StarForm(request.POST)
    if form.is_valid() and form.cleaned_data["keep"]:
        actions.favour(found, by=request.user)
    else:
        actions.unfavour(found, by=request.user)
    return redirect("meetings:method", slug=slug, key=key)


@login_required
@require_http_methods(["GET", "POST"])
def put(request: SignedInRequest, slug: str, key: str) -> HttpResponse:
    """A method becomes an item of an agenda."""
    viewer, found = access.method(request.user, slug, key=key, may=facilitate)
    form = PutForm(
        request.POST or None, method=found, meetings=uses.coming(viewer), meeting=request.GET.get("meeting", "")
    )
    if form.is_valid():
        item = agenda_actions.add(form.chosen, by=request.user, words=form.words(), key=form.cleaned_data["key"])
        messages.success(request, _("“%(title)s” is on the agenda.") % {"title": item.title})
        return redirect(f"{reverse('meetings:agenda', kwargs={'pk': item.meeting_id})}#item-{item.pk}")
    return render(request, "meetings/methods/put.html", {"viewer": viewer, "method": found, "form": form})


@login_required
@require_POST
def choose(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    """The method of an item that is on an agenda already."""
    found = access.item_to_lead(request.user, item, of=pk)
    form = MethodForm(request.POST)
    if form.is_valid():
        key = form.cleaned_data["method"]
        agenda_actions.use_method(found, by=request.user, method=key)
        messages.success(request, _("The method is chosen.") if key else _("The method is taken off. The item stays."))
    return redirect(f"{found.meeting.get_absolute_url()}#item-{item}")


@login_required
@require_http_methods(["GET", "POST"])
def rate(request: SignedInRequest, pk: int, item: int) -> HttpResponse:
    """How a method went, for those who led it and for facilitators."""
    found = access.item_to_lead(request.user, item, of=pk)
    viewer = found.meeting.viewer
    said = uses.mine(found, membership=viewer)
    form = RatingForm(request.POST or None, initial={"verdict": said.verdict, "words": said.words} if said else None)
    if form.is_valid():
        actions.rate(found, by=viewer, **form.cleaned_data)
        messages.success(request, _("Thank you. It stands beside the method from now on."))
        return redirect("meetings:method", slug=viewer.community.slug, key=found.method)
    shown = {"meeting": found.meeting, "item": found, "method": library.method(found.method), "form": form}
    return render(request, "meetings/methods/rate.html", {"viewer": viewer, **shown})


def _choosing(request: SignedInRequest, viewer: Any) -> dict[str, Any]:
    """For which item, or for which meeting, somebody is choosing; the links on the page take it along."""
    form = WishForm(request.GET)
    form.is_valid()
    item = uses.wanted_for(viewer, item=form.cleaned_data.get("item"))
    meeting = item.meeting if item else uses.coming_one(viewer, pk=form.cleaned_data.get("meeting"))
    carried = f"?item={item.pk}" if item else f"?meeting={meeting.pk}" if meeting else ""
    return {"item": item, "meeting": meeting, "carried": carried}
