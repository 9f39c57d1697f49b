from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.communities import rules
from mindlines.communities.access import membership
from mindlines.communities.access.members import member_import
from mindlines.communities.actions import imports as actions
from mindlines.communities.forms.imports import ColumnsForm, ConfirmForm, FileForm, GroupsForm, MendForm, decisions
from mindlines.communities.measures import imports as measures
from mindlines.communities.queries import imports as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        table, file = form.cleaned_data["table"], form.cleaned_data["file"]
        made = actions.take_in(table, community=viewer.community, by=request.user, file_name=file.name)
        return redirect("communities:import_columns", slug=slug, pk=made.pk)
    shown = {"viewer": viewer, "form": form, "unfinished": queries.unfinished(viewer)}
    return render(request, "communities/imports/upload.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def columns(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    if found.confirmed_at:
        return redirect("communities:import_done", slug=slug, pk=pk)
    form = ColumnsForm(request.POST or None, samples=measures.samples(found), columns=found.columns)
    if form.is_valid():
        actions.choose_columns(found, columns=form.chosen())
        return redirect("communities:import_groups", slug=slug, pk=pk)
    return render(request, "communities/imports/columns.html", {"viewer": found.viewer, "list": found, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def groups(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    if found.confirmed_at:
        return redirect("communities:import_done", slug=slug, pk=pk)
    form = GroupsForm(request.POST or None, words=measures.group_words(found), groups=queries.groups(found.viewer))
    if form.is_valid() and not form.too_many:
        said = form.cleaned_data
        actions.choose_groups(found, words=form.chosen(), default=said.get("default", ""), standing=said["standing"])
        return redirect("communities:import_preview", slug=slug, pk=pk)
    return render(request, "communities/imports/groups.html", {"viewer": found.viewer, "list": found, "form": form})


@login_required
@require_safe
def preview(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    if found.confirmed_at or not found.constituencies:
        return redirect(
            "communities:import_done" if found.confirmed_at else "communities:import_groups", slug=slug, pk=pk
        )
    shown = measures.preview(found, groups=queries.groups(found.viewer))
    show = request.GET.get("show") or ("open" if shown.open_rows else "all")
    page = queries.page(shown.open_rows if show == "open" else shown.rows, number=request.GET.get("page", "1"))
    for refused in [row for row in page if row.kind == measures.REFUSED]:
        refused.form = MendForm(initial=refused.cells, auto_id=f"id_{refused.line}_%s")
    context = {"viewer": found.viewer, "list": found, "preview": shown, "page": page, "show": show}
    return render(request, "communities/imports/preview.html", context)


@login_required
@require_POST
def decide(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    """Same person or another, for the rows of one page; or `all`, for every row that is still open."""
    found = member_import(request.user, slug, pk=pk)
    same = decisions(request.POST)
    if request.POST.get("all") in ("new", "same"):
        same = measures.undecided(found, groups=queries.groups(found.viewer), choice=request.POST["all"])
    actions.decide(found, same=same)
    return redirect("communities:import_preview", slug=slug, pk=pk)


@login_required
@require_POST
def row(request: SignedInRequest, slug: str, pk: int, line: int) -> HttpResponse:
    """One row mended, left out or put back."""
    found = member_import(request.user, slug, pk=pk)
    form = MendForm(request.POST)
    if "leave_out" in request.POST:
        actions.leave_out(found, line=line)
    elif "put_back" in request.POST:
        actions.put_back(found, line=line)
    elif form.is_valid():
        actions.mend(found, line=line, values=form.cleaned_data)
    return redirect("communities:import_preview", slug=slug, pk=pk)


@login_required
@require_POST
def confirm(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return redirect("communities:import_preview", slug=slug, pk=pk)
    actions.confirm(found, by=request.user, seen=form.cleaned_data["seen"])
    return redirect("communities:import_done", slug=slug, pk=pk)


@login_required
@require_safe
def done(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    if not found.confirmed_at:
        return redirect("communities:import_columns", slug=slug, pk=pk)
    return render(request, "communities/imports/done.html", {"viewer": found.viewer, "list": found})


@login_required
@require_POST
def take_back(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    actions.take_back(found, by=request.user)
    messages.success(request, _("Everybody who came with this list is off the list again."))
    return redirect("communities:members", slug=slug)


@login_required
@require_POST
def drop(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = member_import(request.user, slug, pk=pk)
    actions.drop(found)
    messages.success(request, _("The list is forgotten. Nothing was written."))
    return redirect("communities:members", slug=slug)
