"""What the community works on, and the criteria by which it chooses."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access, rules
from mindlines.communities.access.direction import criterion as criterion_gate
from mindlines.communities.access.direction import priority as priority_gate
from mindlines.communities.actions import priorities as actions
from mindlines.communities.forms.direction import CriterionForm, MoveForm, PriorityForm
from mindlines.communities.queries import direction as queries
from mindlines.communities.queries import timeline
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def direction(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    shown = {
        "viewer": viewer,
        "may_steer": rules.steer(viewer),
        "rows": queries.rows(viewer.community),
        "closed": queries.closed(viewer.community),
        "criteria": queries.criteria(viewer.community),
        "events": queries.recent_events(viewer.community),
        "moments": timeline.newest(viewer.community),
    }
    return render(request, "communities/direction/direction.html", shown)


@login_required
@require_GET
def priority(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = priority_gate(request.user, pk, slug=slug)
    shown = {"viewer": found.viewer, "priority": found, "may_steer": rules.steer(found.viewer)}
    return render(request, "communities/direction/priority.html", {**shown, **queries.around(found)})


@login_required
@require_http_methods(["GET", "POST"])
def add(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.steer)
    form = PriorityForm(request.POST or None, criteria=queries.criteria(viewer.community))
    if form.is_valid():
        actions.add(form.cleaned_data["title"], to=viewer.community, by=request.user, why=form.why, meets=form.meets)
        messages.success(request, _("The priority is added."))
        return redirect("communities:direction", slug=slug)
    return render(request, "communities/direction/priority_form.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = priority_gate(request.user, pk, slug=slug, may=rules.steer_with)
    taken = queries.titles(found.community, but=found)
    form = PriorityForm(request.POST or None, instance=found, criteria=queries.criteria(found.community), taken=taken)
    if form.is_valid():
        actions.change(found, title=form.cleaned_data["title"], why=form.why, meets=form.meets, by=request.user)
        messages.success(request, _("The priority is changed."))
        return redirect(found)
    return render(
        request, "communities/direction/priority_form.html", {"viewer": found.viewer, "priority": found, "form": form}
    )


@login_required
@require_POST
def move(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.steer)
    form = MoveForm(request.POST)
    if form.is_valid():
        place, item = form.cleaned_data["place"], form.cleaned_data["item"]
        if place is not None:
            actions.place(viewer.community, pk=item, at=place)
        else:
            actions.move(viewer.community, pk=item, steps=form.steps)
    return redirect("communities:direction", slug=slug)


@login_required
@require_http_methods(["GET", "POST"])
def reach(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = priority_gate(request.user, pk, slug=slug, may=rules.steer_with)
    if request.method == "POST":
        actions.reach(found, by=request.user)
        messages.success(request, _("The priority is noted as reached."))
        return redirect(found)
    shown = {
        "question": _("Is “%(title)s” reached?") % {"title": found.title},
        "consequences": [_("It moves to the finished priorities."), _("You can bring it back with a review.")],
        "button": _("Yes, it is reached"),
        "back_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def criteria(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.steer)
    form = CriterionForm(request.POST or None)
    if form.is_valid():
        actions.add_criterion(form.cleaned_data["words"], to=viewer.community, by=request.user)
        messages.success(request, _("The criterion is added."))
        return redirect("communities:criteria", slug=slug)
    shown = {"viewer": viewer, "criteria": queries.criteria(viewer.community), "form": form}
    return render(request, "communities/direction/criteria.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def criterion(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = criterion_gate(request.user, pk, slug=slug, may=rules.steer_with)
    taken = queries.criterion_words(found.community, but=found)
    form = CriterionForm(request.POST or None, initial={"words": found.words}, taken=taken)
    if form.is_valid():
        actions.change_criterion(found, words=form.cleaned_data["words"], by=request.user)
        messages.success(request, _("The criterion is changed."))
        return redirect("communities:criteria", slug=slug)
    return render(
        request, "communities/direction/criterion.html", {"viewer": found.viewer, "criterion": found, "form": form}
    )


@login_required
@require_http_methods(["GET", "POST"])
def remove_criterion(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = criterion_gate(request.user, pk, slug=slug, may=rules.steer_with)
    if request.method == "POST":
        actions.remove_criterion(found, by=request.user)
        messages.success(request, _("The criterion is removed."))
        return redirect("communities:criteria", slug=slug)
    shown = {
        "question": _("Remove the criterion “%(words)s”?") % {"words": found.words},
        "consequences": [_("Priorities that meet it stay. They only lose this tick.")],
        "button": _("Remove it"),
        "back_url": reverse("communities:criteria", kwargs={"slug": slug}),
        "dangerous": True,
    }
    return render(request, "ui/confirm.html", shown)
