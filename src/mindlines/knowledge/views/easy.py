"""Easy read: reading it, and making it line by line."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.knowledge.access import plain as access
from mindlines.knowledge.actions import easy as actions
from mindlines.knowledge.forms.plain import EasyTitleForm, LineForm
from mindlines.knowledge.measures import plain as measures
from mindlines.knowledge.queries import pictures
from mindlines.knowledge.queries import plain as queries
from mindlines.knowledge.queries.section import tabs
from mindlines.knowledge.views.plain import around
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def easy(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.plain(request.user, pk, form="easy")
    return render(request, "knowledge/easy/page.html", around(found) | {"lines": queries.lines(found)})


@login_required
@require_http_methods(["GET", "POST"])
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    source = access.source(request.user, pk)
    before = queries.found(source, form="easy")
    form = EasyTitleForm(request.POST or None, initial={"title": before.title if before else source.title})
    if form.is_valid():
        actions.name(source, title=form.cleaned_data["title"], by=source.viewer)
        messages.success(request, _("The title is saved."))
        return redirect("knowledge:easy_write", pk=pk)
    return render(request, "knowledge/easy/write.html", _writing(source, before, form=form, line_form=LineForm()))


@login_required
@require_POST
def add(request: SignedInRequest, pk: int) -> HttpResponse:
    source = access.source(request.user, pk)
    form = LineForm(request.POST, request.FILES)
    if form.is_valid():
        made = actions.add(source, line=form.line(), key=form.cleaned_data["key"], by=source.viewer)
        return redirect(f"{_address(pk)}#line-{made.pk}")
    before = queries.found(source, form="easy")
    title = EasyTitleForm(initial={"title": before.title if before else source.title})
    shown = _writing(source, before, form=title, line_form=form)
    return render(request, "knowledge/easy/write.html", shown, status=422)


@login_required
@require_http_methods(["GET", "POST"])
def line(request: SignedInRequest, pk: int, line: int) -> HttpResponse:
    found = access.line(request.user, pk, line=line)
    form = LineForm(request.POST or None, request.FILES or None, line=found)
    if form.is_valid():
        actions.change(found, to=form.line(), by=found.plain.viewer)
        return redirect(f"{_address(pk)}#line-{found.pk}")
    item = found.plain.item
    shown = {
        "viewer": item.viewer,
        "tabs": tabs(item.viewer, here="knowledge:items"),
        "item": item,
        "line": found,
        "form": form,
        "choices": pictures.choices(form["picture"].value()),
    }
    return render(request, "knowledge/easy/line.html", shown)


@login_required
@require_POST
def move(request: SignedInRequest, pk: int, line: int) -> HttpResponse:
    found = access.line(request.user, pk, line=line)
    actions.move(found, down=request.POST.get("move") == "down", by=found.plain.viewer)
    return redirect(f"{_address(pk)}#line-{found.pk}")


@login_required
@require_POST
def remove(request: SignedInRequest, pk: int, line: int) -> HttpResponse:
    found = access.line(request.user, pk, line=line)
    actions.remove(found, by=found.plain.viewer)
    messages.success(request, _("The line is gone."))
    return redirect("knowledge:easy_write", pk=pk)


def _writing(source: Any, before: Any, *, form: EasyTitleForm, line_form: LineForm) -> dict[str, Any]:
    lines = queries.lines(before) if before else []
    return {
        "viewer": source.viewer,
        "tabs": tabs(source.viewer, here="knowledge:items"),
        "item": source,
        "source": queries.source(source),
        "plain": before,
        "lines": [(one, measures.hints(one.words)) for one in lines],
        "form": form,
        "line_form": line_form,
        "choices": pictures.choices(line_form["picture"].value()),
    }


def _address(pk: int) -> str:
    return reverse("knowledge:easy_write", kwargs={"pk": pk})
