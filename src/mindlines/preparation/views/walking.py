"""Pages by which a member gets ready."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.people.access import SignedInRequest
from mindlines.preparation import access, rules
from mindlines.preparation.actions import going
from mindlines.preparation.forms import CallForm
from mindlines.preparation.queries import paths as queries
from mindlines.preparation.queries import readiness
from mindlines.preparation.queries.section import tabs
from mindlines.ui.pdf import paper

HERE = "preparation:mine"


@login_required
@require_GET
def mine(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    shown = {
        "way": queries.way_of(viewer),
        "wish": queries.open_wish(viewer),
        "meeting": readiness.next_meeting(viewer.community),
        "may_take_part": take_part(viewer),
    }
    return render(request, "preparation/mine.html", _around(viewer) | shown)


@login_required
@require_GET
def on_paper(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    shown = {
        "community": viewer.community,
        "way": queries.way_of(viewer),
        "is_easy": _is_easy(request, viewer),
        "large": request.GET.get("large") == "yes",
    }
    return paper(request, "preparation/paper.html", context=shown, file_name=_("Getting ready"))


@login_required
@require_GET
def step(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.step(request.user, pk)
    way = queries.way_of(found.viewer)
    shown = {
        "step": found,
        "is_easy": bool(found.easy) and _is_easy(request, found.viewer),
        "is_done": queries.is_done(found, by=found.viewer),
        "following": queries.after(found, way=way),
        "inside_url": queries.inside_url(found),
        "may_do": rules.do_step(found),
        "may_arrange": rules.arrange_step(found),
    }
    return render(request, "preparation/step.html", _around(found.viewer) | shown)


@login_required
@require_POST
def done(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.step(request.user, pk, may=rules.do_step)
    going.done(found, by=found.viewer)
    following = queries.way_of(found.viewer).following
    if following is None:
        messages.success(request, _("Well done. You are ready."))
        return redirect(HERE, slug=found.path.community.slug)
    messages.success(request, _("Done. Here is the next step."))
    return redirect(following)


@login_required
@require_POST
def not_done(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.step(request.user, pk, may=rules.do_step)
    going.not_done(found, by=found.viewer)
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def call(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    wish = queries.open_wish(viewer)
    form = CallForm(request.POST or None, initial={"when": wish.when if wish else ""})
    if request.method == "POST" and form.is_valid():
        going.ask_for_a_call(by=viewer, when=form.cleaned_data["when"])
        messages.success(request, _("Thank you. A facilitator will call you."))
        return redirect(HERE, slug=slug)
    return render(request, "preparation/call.html", _around(viewer) | {"form": form, "wish": wish})


@login_required
@require_POST
def no_call(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    going.need_no_call(by=viewer)
    messages.success(request, _("Nobody will call you about this."))
    return redirect(HERE, slug=slug)


def _around(viewer: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE)}


def _is_easy(request: SignedInRequest, viewer: Any) -> bool:
    """What the address asks for; otherwise what the person needs."""
    asked = request.GET.get("words", "")
    return asked == "easy" or (asked != "plain" and queries.reads_easy(viewer))
