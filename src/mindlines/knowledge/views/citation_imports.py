"""A file of citations comes in: looked at first, then written or dropped."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.knowledge.access.citations import citation_import
from mindlines.knowledge.actions import citation_imports as actions
from mindlines.knowledge.forms.citation_imports import ConfirmForm, FileForm, decisions, for_all, place
from mindlines.knowledge.measures import citation_imports as measures
from mindlines.knowledge.queries import citations as queries
from mindlines.knowledge.queries import questions
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest

HERE = "knowledge:references"


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        told = form.cleaned_data
        made = actions.take_in(
            told["found"], to=viewer.community, by=request.user, kind=told["kind"], file_name=told["file"].name
        )
        return redirect("knowledge:import_preview", slug=slug, pk=made.pk)
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here=HERE),
        "form": form,
        "unfinished": queries.unfinished(viewer),
        "brought": queries.brought(viewer),
    }
    return render(request, "knowledge/citations/upload.html", shown)


@login_required
@require_safe
def preview(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = citation_import(request.user, slug, pk=pk)
    if found.confirmed_at:
        return redirect("knowledge:import_done", slug=slug, pk=pk)
    shown = measures.preview(found)
    parts = {"open": shown.matched, "all": shown.rows, "refused": shown.refused}
    show = request.GET.get("show") or ("open" if shown.open_rows else "all")
    context = {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here=HERE),
        "list": found,
        "preview": shown,
        "show": show if show in parts else "all",
        "page": queries.page(parts.get(show, shown.rows), number=request.GET.get("page")),
    }
    return render(request, "knowledge/citations/preview.html", context)


@login_required
@require_POST
def decide(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """For the records of one page; or for every record that is still open."""
    found = citation_import(request.user, slug, pk=pk)
    rows = decisions(request.POST)
    choice = for_all(request.POST)
    if choice:
        rows = measures.undecided(found, choice=choice)
    actions.decide(found, rows=rows)
    return redirect(f"{reverse('knowledge:import_preview', kwargs={'slug': slug, 'pk': pk})}?{place(request.POST)}")


@login_required
@require_POST
def confirm(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = citation_import(request.user, slug, pk=pk)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return redirect("knowledge:import_preview", slug=slug, pk=pk)
    actions.confirm(found, by=found.viewer, seen=form.cleaned_data["seen"])
    return redirect("knowledge:import_done", slug=slug, pk=pk)


@login_required
@require_safe
def done(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = citation_import(request.user, slug, pk=pk)
    if not found.confirmed_at:
        return redirect("knowledge:import_preview", slug=slug, pk=pk)
    shown = {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here=HERE),
        "list": found,
        "stayed": queries.stayed(found),
    }
    return render(request, "knowledge/citations/done.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = citation_import(request.user, slug, pk=pk)
    if request.method == "POST":
        actions.take_back(found, by=found.viewer)
        return redirect("knowledge:import_done", slug=slug, pk=pk)
    return render(request, "ui/confirm.html", questions.take_back_list(found))


@login_required
@require_POST
def drop(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = citation_import(request.user, slug, pk=pk)
    actions.drop(found)
    messages.success(request, _("The list is forgotten. Nothing was written."))
    return redirect("knowledge:references", slug=slug)
