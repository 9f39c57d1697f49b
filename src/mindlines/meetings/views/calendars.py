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
from mindlines.meetings.actions import calendars as actions
from mindlines.meetings.forms.calendars import CalendarForm, EventsForm
from mindlines.meetings.queries import calendars as queries
from mindlines.meetings.queries import links
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def my_calendar(request: SignedInRequest) -> HttpResponse:
    """The secret address for my own calendar program."""
    feed = queries.feed_of(request.user)
    return render(
        request, "meetings/calendars/mine.html", {"feed": feed, "address": links.feed_address(feed) if feed else ""}
    )


@login_required
@require_POST
def new_address(request: SignedInRequest) -> HttpResponse:
    actions.make_feed(request.user)
    messages.success(request, _("Here is your new address."))
    return redirect("meetings:my_calendar")


@login_required
@require_POST
def close_address(request: SignedInRequest) -> HttpResponse:
    actions.close_feed(request.user)
    messages.success(request, _("The address is closed."))
    return redirect("meetings:my_calendar")


@login_required
@require_http_methods(["GET", "POST"])
def calendar_import(request: SignedInRequest, slug: str) -> HttpResponse:
    """First step: the file."""
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = CalendarForm(request.POST or None, request.FILES or None, zone=viewer.community.time_zone)
    if request.method == "POST" and form.is_valid() and form.found:
        name = str(form.cleaned_data["file"].name)
        waiting = actions.upload(viewer.community, by=request.user, file_name=name, found=form.found)
        return redirect("meetings:calendar_choose", slug=slug, pk=waiting.pk)
    return render(request, "meetings/calendars/upload.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def choose(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Second step: which events."""
    viewer, waiting = access.calendar_import(request.user, pk, slug=slug)
    found = queries.occurrences(waiting)
    form = EventsForm(request.POST or None, occurrences=found, before=waiting.chosen)
    if form.is_valid():
        actions.choose(waiting, numbers=form.cleaned_data["chosen"])
        return redirect("meetings:calendar_preview", slug=slug, pk=pk)
    shown = {"form": form, "waiting": waiting, "found": found, "left_out": queries.left_out(found)}
    return render(request, "meetings/calendars/choose.html", {"viewer": viewer, **shown})


@login_required
@require_http_methods(["GET", "POST"])
def preview(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Third step: what will happen, and making it happen."""
    viewer, waiting = access.calendar_import(request.user, pk, slug=slug)
    if request.method == "POST":
        made = actions.bring_in(waiting, by=request.user)
        if made:
            said = ngettext("%(count)d meeting is here.", "%(count)d meetings are here.", len(made)) % {
                "count": len(made)
            }
            messages.success(request, said)
        return redirect("meetings:list", slug=slug)
    shown = {"waiting": waiting, "chosen": queries.chosen(waiting), "places": queries.new_places(waiting)}
    return render(request, "meetings/calendars/preview.html", {"viewer": viewer, **shown})
