"""The negotiations of a community, and the board of each."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.knowledge import rules
from mindlines.knowledge.access import items
from mindlines.knowledge.access import negotiations as access
from mindlines.knowledge.actions import negotiations as actions
from mindlines.knowledge.actions.negotiations import Begun
from mindlines.knowledge.forms.negotiations import AttachForm, BeginForm, SideForm, StepForm
from mindlines.knowledge.forms.picking import asked
from mindlines.knowledge.measures import negotiations as measures
from mindlines.knowledge.queries import cards, judgements, things
from mindlines.knowledge.queries import negotiations as queries
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def negotiations(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    show = request.GET.get("show", "")
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:negotiations"),
        "page": queries.page(viewer, show=show, number=request.GET.get("page")),
        "choices": queries.choices(viewer, show=show),
        "show": show,
    }
    return render(request, "knowledge/negotiations/list.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: SignedInRequest, pk: int) -> HttpResponse:
    statement = items.statement(request.user, pk, may=rules.lead_on_statement)
    follows = access.earlier(statement, request.GET.get("follows"))
    setting = follows.setting if follows else ""
    form = BeginForm(request.POST or None, places=queries.places(statement.viewer), setting=setting)
    if form.is_valid():
        meeting, item = access.place(statement.viewer, form.cleaned_data["place"])
        begun = Begun(form.cleaned_data["setting"], meeting=meeting, agenda_item=item, key=form.cleaned_data["key"])
        made = actions.begin(begun, of=statement, follows=follows, by=request.user)
        messages.success(request, _("The board is there. Fill its three sides, and ask people to judge."))
        return redirect(made)
    shown = {"viewer": statement.viewer, "tabs": tabs(statement.viewer, here="knowledge:negotiations")}
    return render(
        request,
        "knowledge/negotiations/begin.html",
        shown | {"statement": statement, "follows": follows, "form": form},
    )


@login_required
@require_GET
def negotiation(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.negotiation(request.user, pk)
    return render(request, "knowledge/negotiations/page.html", about(found))


def about(found: Any, **more: Any) -> dict[str, Any]:
    """All that the board shows."""
    is_private = found.stage == "private"
    shown = around(found) | {
        "card": cards.card(found.statement.item),
        "sides": queries.board(found),
        "own": judgements.own(found),
        "people": measures.people_words(judgements.people(found)) if is_private else "",
        "shown": None if is_private else measures.shown(found),
        "steps": queries.steps(found),
        "step_form": StepForm(community=found.viewer.community),
        "adaptations": list(found.adaptations.all()),
        "next": queries.next_of(found),
        "is_due": queries.is_due(found, on=queries.today(found.viewer.community)),
        "may_judge": rules.judge(found) and not found.is_settled,
        "may_write": rules.write_on_board(found),
        "may_lead": rules.lead_negotiation(found),
    }
    return shown | more


def around(found: Any) -> dict[str, Any]:
    """What every page about one negotiation needs."""
    return {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here="knowledge:negotiations"),
        "negotiation": found,
        "statement": found.statement,
    }


@login_required
@require_http_methods(["GET", "POST"])
def write(request: SignedInRequest, pk: int, side: str) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.write_on_board)
    form = SideForm(request.POST or None, words=getattr(found, side))
    saved = ""
    if form.is_valid():
        try:
            actions.write(found, side=side, words=form.cleaned_data["words"], seen=form.cleaned_data["seen"])
            messages.success(request, _("It is kept."))
            return redirect(f"{found.get_absolute_url()}#{side}")
        except actions.Stale as stale:
            form, saved = form.after(stale.saved), stale.saved
    shown = {**around(found), "form": form, "saved": saved, "side": queries.side_words(side)}
    return render(request, "knowledge/negotiations/write.html", shown, status=409 if saved else 200)


@login_required
@require_http_methods(["GET", "POST"])
def attach(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.write_on_board)
    sent = request.POST if request.method == "POST" else request.GET
    offered = things.offered(found.viewer, **asked(sent), but=queries.laid_keys(found))
    form = AttachForm(request.POST or None, offered=offered, initial={"side": request.GET.get("side", "")})
    if form.is_valid():
        side = form.cleaned_data["side"]
        actions.attach(found, keys=[thing.key for thing in form.picked], side=side, by=request.user)
        messages.success(request, _("It lies on the board now."))
        return redirect(f"{found.get_absolute_url()}#{side}")
    new_url = reverse("knowledge:bring", kwargs={"slug": found.viewer.community.slug})
    return render(request, "knowledge/negotiations/attach.html", {**around(found), "form": form, "new_url": new_url})


@login_required
@require_POST
def detach(request: SignedInRequest, pk: int, attached: int) -> HttpResponse:
    found = access.negotiation(request.user, pk, may=rules.write_on_board)
    actions.detach(found, pk=attached)
    messages.success(request, _("It is off the board. Where it came from it is still there."))
    return redirect(found)
