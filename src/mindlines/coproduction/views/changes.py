"""Pages about what is done differently."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.coproduction import rules
from mindlines.coproduction.access.changes import change as the_change
from mindlines.coproduction.actions import changes as actions
from mindlines.coproduction.forms.changes import ChangeForm, EndForm
from mindlines.coproduction.queries import changes as queries
from mindlines.coproduction.queries.section import tabs
from mindlines.people.access import SignedInRequest

HERE = "coproduction:changes"


@login_required
@require_GET
def changes(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    grade = request.GET.get("grade", "")
    page = Paginator(queries.of(viewer.community, grade=grade), 30).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": queries.rows(page),
        "grade": grade,
        "grades": queries.grades(viewer.community),
        "may_tell": take_part(viewer),
    }
    return render(request, "coproduction/changes/list.html", _around(viewer) | shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    asked = {name: [request.GET[name]] for name in ("decisions", "outputs", "actions") if name in request.GET}
    form = ChangeForm(request.POST or None, viewer=viewer, initial=asked)
    if form.is_valid():
        made = actions.tell(form.told(), to=viewer.community, by=viewer)
        messages.success(request, _("It is written down. Ask somebody else to confirm it."))
        return redirect(made)
    return render(request, "coproduction/changes/new.html", _around(viewer) | {"form": form})


@login_required
@require_GET
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_change(request.user, pk)
    return render(request, "coproduction/changes/page.html", _page(found))


@login_required
@require_http_methods(["GET", "POST"])
def correct(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_change(request.user, pk, may=rules.write_change)
    form = ChangeForm(request.POST or None, viewer=found.viewer, initial=queries.written(found))
    if form.is_valid():
        actions.correct(found, told=form.told())
        messages.success(request, _("The change is saved."))
        return redirect(found)
    return render(request, "coproduction/changes/correct.html", _page(found) | {"form": form})


@login_required
@require_POST
def confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_change(request.user, pk, may=rules.confirm_change)
    actions.confirm(found, by=found.viewer)
    messages.success(request, _("Thank you. Now two people say so."))
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_change(request.user, pk, may=rules.write_change)
    form = EndForm(request.POST or None)
    if form.is_valid():
        actions.end(found, **form.cleaned_data, by=request.user)
        messages.success(request, _("It is written down that this has ended."))
        return redirect(found)
    return render(request, "coproduction/changes/end.html", _page(found) | {"form": form})


@login_required
@require_POST
def go_on(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_change(request.user, pk, may=rules.write_change)
    actions.go_on(found)
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_change(request.user, pk, may=rules.write_change)
    if request.method == "POST":
        actions.remove(found, by=request.user)
        messages.success(request, _("It is removed."))
        return redirect(HERE, slug=found.community.slug)
    shown = {
        "question": _("Remove this change?"),
        "consequences": [
            _("It goes from the lists and from the line. If it has only ended, say that it ended instead.")
        ],
        "button": _("Yes, remove it"),
        "back_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", {"viewer": found.viewer} | shown)


def _around(viewer: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE)}


def _page(found: Any) -> dict[str, Any]:
    may_confirm = rules.confirm_change(found) and not found.confirmed_on and found.said_by_id != found.viewer.pk
    rights = {"may_write": rules.write_change(found), "may_confirm": may_confirm}
    return _around(found.viewer) | {"change": found} | rights | queries.ends(found)
