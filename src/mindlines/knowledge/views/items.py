"""The list of what we know, and the page of one item."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.knowledge import rules
from mindlines.knowledge.access import items as access
from mindlines.knowledge.actions import items as actions
from mindlines.knowledge.forms import making
from mindlines.knowledge.forms.files import OneFileForm
from mindlines.knowledge.forms.lists import FilterForm
from mindlines.knowledge.forms.statements import QualityForm, StatementForm
from mindlines.knowledge.measures import citations
from mindlines.knowledge.queries import cards, charts, plain, questions, versions
from mindlines.knowledge.queries import items as queries
from mindlines.knowledge.queries import statements as of_item
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def items(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    form = FilterForm(request.GET, offered=queries.offered(viewer.community))
    wanted = form.wanted()
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here="knowledge:items"),
        "form": form,
        "listing": queries.listing(viewer, wanted=wanted, number=request.GET.get("page")),
        "is_empty": queries.is_empty(viewer.community),
        "may_add": take_part(viewer),
    }
    return render(request, "knowledge/items/list.html", shown)


@login_required
@require_GET
def item(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.item(request.user, pk)
    return render(request, "knowledge/items/page.html", about(found))


def about(found: Any, **more: Any) -> dict[str, Any]:
    """All that the page of one item shows."""
    listed = of_item.of(found)
    table = getattr(found, "table", None)
    shown = {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here="knowledge:items"),
        "item": found,
        "card": cards.card(found),
        "statements": listed,
        "statement_rows": of_item.rows(listed),
        "statement_form": StatementForm(),
        "table": table,
        "picture": charts.picture(table) if table is not None else None,
        "files": list(found.files.all()),
        "reference": citations.reference(found),
        "plain": plain.of_item(found),
    }
    return shown | _may(found) | more


def _may(found: Any) -> dict[str, bool]:
    return {
        "may_add": rules.add_to_item(found),
        "may_change": rules.change_item(found),
        "may_withdraw": rules.withdraw_item(found) and not found.is_withdrawn,
        "is_own": found.teller_id is not None and found.teller_id == found.viewer.pk,
    }


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.item(request.user, pk, may=rules.change_item)
    form = making.change(found, data=request.POST or None, files=request.FILES or None)
    if form.is_valid():
        actions.change(found, to=form.changed(), by=found.viewer)
        messages.success(request, _("It is changed. What it said before is kept."))
        return redirect(found)
    shown = {"viewer": found.viewer, "tabs": tabs(found.viewer, here="knowledge:items"), "item": found, "form": form}
    return render(request, "knowledge/items/change.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def quality(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.item(request.user, pk, may=rules.add_to_item)
    form = QualityForm(request.POST or None, initial={"quality": found.quality})
    if form.is_valid():
        actions.judge_quality(found, by=found.viewer, quality=form.cleaned_data["quality"])
        messages.success(request, _("The note is kept."))
        return redirect(found)
    shown = {"viewer": found.viewer, "tabs": tabs(found.viewer, here="knowledge:items"), "item": found, "form": form}
    return render(request, "knowledge/items/quality.html", shown)


@login_required
@require_GET
def earlier(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.item(request.user, pk)
    shown = {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here="knowledge:items"),
        "item": found,
        "versions": versions.of(found, viewer=found.viewer),
    }
    return render(request, "knowledge/items/versions.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.item(request.user, pk, may=rules.withdraw_item)
    if request.method == "POST":
        actions.withdraw(found, by=found.viewer)
        messages.success(request, _("It is withdrawn. Its words are gone."))
        return redirect("knowledge:items", slug=found.community.slug)
    return render(request, "ui/confirm.html", questions.withdraw_item(found))


@login_required
@require_http_methods(["GET", "POST"])
def add_file(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.item(request.user, pk, may=rules.add_to_item)
    form = OneFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        actions.add_file(found, upload=form.cleaned_data["file"])
        messages.success(request, _("The file is there."))
        return redirect(found)
    shown = {"viewer": found.viewer, "tabs": tabs(found.viewer, here="knowledge:items"), "item": found, "form": form}
    return render(request, "knowledge/items/add_file.html", shown)
