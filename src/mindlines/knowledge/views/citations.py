"""References: the list of what is published, adding one, and changing one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.knowledge import rules
from mindlines.knowledge.access import citations as access
from mindlines.knowledge.actions import citations as actions
from mindlines.knowledge.forms import pasting
from mindlines.knowledge.measures import citations as measures
from mindlines.knowledge.queries import citations as queries
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest

HERE = "knowledge:references"


@login_required
@require_GET
def references(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    page = queries.page_of_published(viewer.community, number=request.GET.get("page"))
    shown = {
        "viewer": viewer,
        "tabs": tabs(viewer, here=HERE),
        "page": page,
        "rows": [{"item": item, "reference": measures.reference(item)} for item in page],
        "may_add": take_part(viewer),
    }
    return render(request, "knowledge/citations/list.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    """The box reads what was pasted and fills the fields; the fields are what is kept."""
    viewer = communities.membership(request.user, slug, may=take_part)
    paste, form = pasting.forms_for(viewer, data=request.POST or None)
    if form.is_valid():
        made = actions.add(form.record(), to=viewer.community, by=viewer, new=form.new())
        messages.success(request, _("It is there. Everyone here can find it now."))
        return redirect(made)
    shown = {"viewer": viewer, "tabs": tabs(viewer, here=HERE), "paste": paste, "form": form}
    return render(request, "knowledge/citations/new.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.published(request.user, pk, may=rules.change_item)
    form = pasting.form_of(found, data=request.POST or None)
    if form.is_valid():
        actions.change(found, to=form.record(), by=found.viewer, changed=form.changed())
        messages.success(request, _("It is changed. What it said before is kept."))
        return redirect(found)
    shown = {"viewer": found.viewer, "tabs": tabs(found.viewer, here=HERE), "item": found, "form": form}
    return render(request, "knowledge/citations/change.html", shown)
