"""Statements: on the page of their item, and each on a page of its own."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.knowledge import rules
from mindlines.knowledge.access import items as access
from mindlines.knowledge.actions import statements as actions
from mindlines.knowledge.forms.statements import MoveForm, StatementForm
from mindlines.knowledge.queries import cards, diagnoses, negotiations, questions
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    item = access.item(request.user, pk, may=rules.add_to_item)
    form = StatementForm(request.POST or None)
    if form.is_valid():
        actions.write(form.claim(), of=item, by=request.user)
        messages.success(request, _("The statement is there. Now people can talk about it."))
        return redirect(f"{item.get_absolute_url()}#statements")
    shown = {"viewer": item.viewer, "tabs": tabs(item.viewer, here="knowledge:items"), "item": item, "form": form}
    return render(request, "knowledge/statements/write.html", shown)


@login_required
@require_POST
def order(request: SignedInRequest, pk: int) -> HttpResponse:
    item = access.item(request.user, pk, may=rules.add_to_item)
    form = MoveForm(request.POST)
    if form.is_valid():
        place, moved = form.cleaned_data["place"], form.cleaned_data["item"]
        if place is not None:
            actions.place(item, pk=moved, at=place)
        else:
            actions.move(item, pk=moved, steps=form.steps)
    return redirect(f"{item.get_absolute_url()}#statements")


@login_required
@require_GET
def statement(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.statement(request.user, pk)
    return render(request, "knowledge/statements/page.html", about(found))


def about(found: Any) -> dict[str, Any]:
    """All that the page of one statement shows."""
    return {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here="knowledge:items"),
        "statement": found,
        "diagnoses": diagnoses.of_statement(found),
        "card": cards.card(found.item),
        "may_change": rules.change_statement(found),
        "may_lead": rules.lead_on_statement(found),
        "negotiations": negotiations.of_statement(found),
    }


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.statement(request.user, pk, may=rules.change_statement)
    before = {"words": found.words, "is_quoted": found.is_quoted, "page": found.page}
    form = StatementForm(request.POST or None, initial=before)
    if form.is_valid():
        actions.change(found, to=form.claim())
        messages.success(request, _("The statement is changed."))
        return redirect(found)
    shown = {"viewer": found.viewer, "tabs": tabs(found.viewer, here="knowledge:items"), "item": found.item}
    return render(request, "knowledge/statements/write.html", shown | {"form": form, "statement": found})


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.statement(request.user, pk, may=rules.change_statement)
    if request.method == "POST":
        actions.withdraw(found)
        messages.success(request, _("The statement is withdrawn."))
        return redirect(found.item)
    return render(request, "ui/confirm.html", questions.withdraw_statement(found))
