"""What happened outside, reviews, and the timeline."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.communities import access, rules
from mindlines.communities.access.direction import event as event_gate
from mindlines.communities.access.direction import priority as priority_gate
from mindlines.communities.actions import reviews as actions
from mindlines.communities.forms.direction import EventForm, KindForm, ReviewForm
from mindlines.communities.queries import direction as queries
from mindlines.communities.queries import timeline as moments
from mindlines.kernel.errors import Refused
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def timeline(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    form = KindForm(request.GET.get("kind", ""), kinds=moments.KINDS)
    page = moments.page(viewer.community, kind=form.chosen, number=request.GET.get("page"))
    return render(request, "communities/direction/timeline.html", {"viewer": viewer, "form": form, "page": page})


@login_required
@require_GET
def events(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    page = queries.events(viewer.community, page=request.GET.get("page"))
    shown = {"viewer": viewer, "page": page, "may_steer": rules.steer(viewer)}
    return render(request, "communities/direction/events.html", shown)


@login_required
@require_GET
def event(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = event_gate(request.user, pk, slug=slug)
    shown = {
        "viewer": found.viewer,
        "event": found,
        "reviews": queries.event_reviews(found),
        "may_steer": rules.steer(found.viewer),
    }
    return render(request, "communities/direction/event.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def add_event(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.steer)
    form = EventForm(request.POST or None)
    if form.is_valid():
        made = actions.note_event(viewer.community, by=request.user, **form.cleaned_data)
        messages.success(request, _("It is noted. Does it change what you work on?"))
        return redirect(made)
    return render(request, "communities/direction/event_form.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def edit_event(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = event_gate(request.user, pk, slug=slug, may=rules.steer_with)
    form = EventForm(request.POST or None, instance=found)
    if form.is_valid():
        actions.change_event(found, by=request.user, **form.cleaned_data)
        messages.success(request, _("The words are changed."))
        return redirect(found)
    return render(
        request, "communities/direction/event_form.html", {"viewer": found.viewer, "event": found, "form": form}
    )


@login_required
@require_http_methods(["GET", "POST"])
def review_all(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = event_gate(request.user, pk, slug=slug, may=rules.steer_with)
    seen = queries.newest_review(found.community)
    form = ReviewForm(request.POST or None, based_on=seen, priorities=queries.with_reviews(found.community))
    if form.is_valid():
        try:
            actions.review(form.verdicts, because=found, on=form.on_day, based_on=form.seen, by=request.user)
        except Refused as overtaken:
            form.start_over(str(overtaken), newest=seen)
        else:
            messages.success(request, _("The review is saved. The history shows what you decided and why."))
            return redirect(found)
    shown = {"viewer": found.viewer, "event": found, "form": form, "has_errors": form.has_errors}
    return render(request, "communities/direction/review_all.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def review(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = priority_gate(request.user, pk, slug=slug, may=rules.steer_with)
    seen, reasons = queries.newest_review(found.community), queries.event_choices(found.community)
    form = ReviewForm(request.POST or None, based_on=seen, priorities=[found], events=reasons)
    if form.is_valid():
        try:
            actions.review(form.verdicts, because=form.reason, on=form.on_day, based_on=form.seen, by=request.user)
        except Refused as overtaken:
            form.start_over(str(overtaken), newest=seen)
        else:
            messages.success(request, _("The review is saved. The history shows what you decided and why."))
            return redirect(found)
    shown = {"viewer": found.viewer, "priority": found, "form": form, "has_errors": form.has_errors}
    return render(request, "communities/direction/review.html", shown)
