from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.meetings import access
from mindlines.meetings.actions import series as actions
from mindlines.meetings.forms.series import MomentsForm, SeriesForm
from mindlines.meetings.queries import series as queries
from mindlines.people.access import SignedInRequest

OFFERED = 6


@login_required
@require_GET
def series(request: SignedInRequest, slug: str) -> HttpResponse:
    """Meetings that come again, each with the next day on which nothing is planned."""
    viewer = communities.membership(request.user, slug, may=facilitate)
    return render(request, "meetings/series/list.html", {"viewer": viewer, "rows": queries.rows(viewer.community)})


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = SeriesForm(request.POST or None, places=list(queries.places(viewer.community)))
    if form.is_valid():
        made = actions.make(viewer.community, by=request.user, series=form.series())
        return redirect("meetings:series_meetings", slug=slug, pk=made.pk)
    return render(request, "meetings/series/series.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    viewer, found = access.series(request.user, pk, slug=slug)
    form = SeriesForm(request.POST or None, places=list(queries.places(viewer.community)), instance=found)
    if form.is_valid():
        actions.change(form.series(), by=request.user)
        messages.success(request, _("The series is changed. Meetings that were made already stay as they are."))
        return redirect("meetings:series", slug=slug)
    return render(request, "meetings/series/series.html", {"viewer": viewer, "form": form, "series": found})


@login_required
@require_http_methods(["GET", "POST"])
def meetings(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """The next days, to make meetings of them."""
    viewer, found = access.series(request.user, pk, slug=slug)
    # A form that is sent twice names days that have got their meeting meanwhile: the action passes over them.
    offered = queries.coming_moments(found, count=24) if request.POST else queries.next_moments(found, count=OFFERED)
    form = MomentsForm(request.POST or None, moments=offered)
    if form.is_valid():
        made = actions.make_meetings(found, by=request.user, moments=form.chosen())
        said = ngettext("%(count)d meeting is planned.", "%(count)d meetings are planned.", len(made)) % {
            "count": len(made)
        }
        messages.success(request, said)
        return redirect("meetings:list", slug=slug)
    shown = {"viewer": viewer, "form": form, "series": found, "words": queries.in_words(found)}
    return render(request, "meetings/series/meetings.html", {**shown, "last": queries.last_meeting(found)})


@login_required
@require_POST
def rest(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    _viewer, found = access.series(request.user, pk, slug=slug)
    actions.rest(found, by=request.user)
    return redirect("meetings:series", slug=slug)


@login_required
@require_POST
def wake(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    _viewer, found = access.series(request.user, pk, slug=slug)
    actions.wake(found, by=request.user)
    return redirect("meetings:series", slug=slug)
