"""Pausing, leaving, coming back: short deeds, each with its question where it matters."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.communities import rules
from mindlines.communities.access import members as doors
from mindlines.communities.access import membership
from mindlines.communities.actions import members as actions
from mindlines.communities.queries import questions
from mindlines.people.access import SignedInRequest


@login_required
@require_POST
def pause(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.member(request.user, slug, pk=pk, may=rules.step_back)
    actions.pause(found, by=request.user)
    messages.success(request, _("%(name)s takes a pause.") % {"name": found.name})
    return redirect(found)


@login_required
@require_POST
def back(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.member(request.user, slug, pk=pk, may=rules.step_back)
    actions.bring_back(found, by=request.user)
    messages.success(request, _("Welcome back."))
    return redirect(found)


@login_required
@require_POST
def yes(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.member(request.user, slug, pk=pk, may=rules.write_member)
    actions.say_yes_for(found, by=request.user)
    messages.success(request, _("%(name)s is a member now.") % {"name": found.name})
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def left(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """A facilitator writes down that somebody left."""
    found = doors.member(request.user, slug, pk=pk, may=rules.write_member)
    if request.method == "POST":
        actions.leave(found, by=request.user)
        messages.success(request, _("%(name)s is written down as having left.") % {"name": found.name})
        return redirect(found)
    return render(request, "ui/confirm.html", questions.has_left(found))


@login_required
@require_http_methods(["GET", "POST"])
def leave(request: SignedInRequest, slug: str) -> HttpResponse:
    """A member leaves, without giving a reason."""
    viewer = membership(request.user, slug)
    if request.method == "POST":
        actions.leave(viewer, by=request.user)
        messages.success(
            request, _("You have left %(community)s. Thank you for your time.") % {"community": viewer.community}
        )
        return redirect("people:me")
    return render(request, "ui/confirm.html", questions.leave(viewer))


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = doors.member(request.user, slug, pk=pk, may=rules.write_member)
    if request.method == "POST":
        name = found.name
        actions.remove(found, by=request.user)
        messages.success(request, _("%(name)s is no longer on the list.") % {"name": name})
        return redirect("communities:members", slug=slug)
    return render(request, "ui/confirm.html", questions.remove(found))
