"""Pages on which a community chooses its priorities by its own criteria."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import steer
from mindlines.coproduction import rules
from mindlines.coproduction.access.scorings import scoring as the_scoring
from mindlines.coproduction.actions import scorings as actions
from mindlines.coproduction.forms.scorings import BeginForm, CloseForm, ScoreForm
from mindlines.coproduction.measures.scorings import result
from mindlines.coproduction.queries import scorings as queries
from mindlines.coproduction.queries.section import tabs
from mindlines.people.access import SignedInRequest

HERE = "coproduction:scorings"


@login_required
@require_GET
def scorings(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    page = Paginator(queries.of(viewer), 25).get_page(request.GET.get("page"))
    shown = {"page": page, "lines": queries.lines(page), "may_begin": steer(viewer)}
    return render(request, "coproduction/scorings/list.html", _around(viewer) | shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=steer)
    form = BeginForm(request.POST or None, community=viewer.community)
    if form.is_valid():
        return redirect(actions.begin(form.begun(), to=viewer.community, by=request.user))
    has_criteria = queries.criteria(viewer.community).exists()
    return render(
        request, "coproduction/scorings/new.html", _around(viewer) | {"form": form, "has_criteria": has_criteria}
    )


@login_required
@require_http_methods(["GET", "POST"])
def scoring(request: SignedInRequest, pk: int) -> HttpResponse:
    """The round: a member's own scores, and what came of all once they are shown."""
    found = the_scoring(request.user, pk, may=rules.score if request.method == "POST" else rules.read_scoring)
    form = ScoreForm(
        request.POST or None,
        candidates=queries.candidates(found),
        yardsticks=queries.yardsticks(found),
        given=queries.given_by(found, member=found.viewer),
    )
    if form.is_valid():
        actions.score(found, by=found.viewer, given=form.given())
        messages.success(request, _("Your scores are kept. You can change them until the round is closed."))
        return redirect(found)
    return render(request, "coproduction/scorings/page.html", _page(found) | {"form": form})


@login_required
@require_POST
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_scoring(request.user, pk, may=rules.lead_scoring)
    actions.show(found, by=request.user)
    messages.success(request, _("Everybody sees now how the groups scored."))
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_scoring(request.user, pk, may=rules.lead_scoring)
    form = CloseForm(request.POST or None, candidates=found.candidates.all())
    if form.is_valid():
        met = {row.candidate.pk: row.met for row in result(found).rows}
        actions.close(found, chosen=form.cleaned_data["chosen"], met=met, by=request.user)
        messages.success(request, _("The round is closed. What you chose stands among the priorities."))
        return redirect(found)
    return render(request, "coproduction/scorings/close.html", _page(found) | {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_scoring(request.user, pk, may=rules.lead_scoring)
    if request.method == "POST":
        actions.remove(found)
        return redirect(HERE, slug=found.community.slug)
    shown = {
        "question": _("Remove this round?"),
        "consequences": [_("It goes from the list. Nobody has to score it.")],
        "button": _("Yes, remove it"),
        "back_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", {"viewer": found.viewer} | shown)


def _around(viewer: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE)}


def _page(found: Any) -> dict[str, Any]:
    is_shown = found.shown_at is not None
    return _around(found.viewer) | {
        "scoring": found,
        "result": result(found) if is_shown else None,
        "people": queries.people_who_scored(found),
        "may_score": rules.score(found) and found.closed_at is None,
        "may_lead": rules.lead_scoring(found) and found.closed_at is None,
    }
