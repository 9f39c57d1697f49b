"""The list, the page of one output, and what is said about it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import take_part
from mindlines.coproduction import rules
from mindlines.coproduction.access import outputs as outputs_access
from mindlines.coproduction.access.outputs import output as the_output
from mindlines.coproduction.actions import outputs as actions
from mindlines.coproduction.forms.outputs import FilterForm, GroundsForm, OutputForm
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.views.outputs.around import about, around
from mindlines.people.access import SignedInRequest
from mindlines.ui.picking import asked


@login_required
@require_GET
def outputs(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    form = FilterForm(request.GET)
    page = queries.page(viewer.community, **form.wanted(), number=request.GET.get("page"))
    shown = around(viewer, form=form, page=page, may_make=take_part(viewer))
    return render(request, "coproduction/outputs/list.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    comes_from = outputs_access.origin(viewer, named=request.GET.get("decision", ""))
    form = OutputForm(request.POST or None)
    if form.is_valid():
        made = actions.begin(form.new(comes_from=comes_from), to=viewer.community, by=request.user)
        messages.success(request, _("It is there. Everyone here can write in it now."))
        return redirect(made)
    return render(request, "coproduction/outputs/new.html", around(viewer, form=form, comes_from=comes_from))


@login_required
@require_GET
def output(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk)
    words = queries.words_now(found)
    shown = about(
        found,
        text=queries.shown_text(words),
        standing=queries.standing(found),
        deeds=queries.deeds(found),
        grounds=queries.grounds(found),
        thanks=queries.thanks(found),
        own_credit=queries.own_credit(found),
        may_write=rules.write_output(found),
    )
    return render(request, "coproduction/outputs/page.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk, may=rules.write_output)
    kept = {name: getattr(found, name) for name in ("title", "kind", "about", "link")}
    form = OutputForm(request.POST or None, initial=kept)
    if form.is_valid():
        actions.change(found, **form.about_it())
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "coproduction/outputs/change.html", about(found, form=form))


@login_required
@require_http_methods(["GET", "POST"])
def rests_on(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk, may=rules.write_output)
    sent = asked(request.POST or request.GET)
    keys = sent["keys"] if request.method == "POST" else None
    offered = queries.offered_items(found, typed=sent["typed"], keys=keys)
    form = GroundsForm(request.POST or None, output=found, offered=offered, initial=queries.chosen(found))
    if form.is_valid():
        actions.rest_on(found, grounds=form.grounds())
        messages.success(request, _("Saved. Everyone can follow the line from here now."))
        return redirect(found)
    return render(request, "coproduction/outputs/rests_on.html", about(found, form=form))


@login_required
@require_POST
def step(request: SignedInRequest, pk: int, deed: str) -> HttpResponse:
    if deed not in actions.STEPS:
        raise Http404
    may = rules.write_output if deed in ("ready", "write") else rules.publish_output
    found = the_output(request.user, pk, may=may)
    actions.step(found, deed=deed, by=request.user)
    return redirect(found)
