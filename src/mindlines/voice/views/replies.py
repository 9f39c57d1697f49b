"""What facilitators do with what was said: answer, hide, join, carry to the notes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.people.access import SignedInRequest
from mindlines.ui import flash
from mindlines.voice import rules
from mindlines.voice.access import contributions as access
from mindlines.voice.actions import contributions as actions
from mindlines.voice.forms.contributions import AnswerForm, CarryForm, FindForm, HideForm, PickForm
from mindlines.voice.queries import contributions as queries
from mindlines.voice.queries import tools
from mindlines.voice.queries.section import section
from mindlines.voice.views import way
from mindlines.voice.views.contributions import about


@login_required
@require_GET
def owed(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    page = queries.owed_page(viewer, number=request.GET.get("page"))
    forms = [(row, AnswerForm(auto_id=f"id_{row.contribution.pk}_%s")) for row in page]
    shown = {"viewer": viewer, "section": section(viewer), "page": page, "rows": forms}
    return render(request, "voice/contributions/owed.html", shown)


@login_required
@require_POST
def answer(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.tend_contribution)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return render(request, "voice/contributions/page.html", about(request, found, form=form), status=422)
    actions.answer(found, by=request.user, **form.cleaned_data)
    flash.undoable(request, _("The reply is given."), undo_url=tools.address(found, deed="reopen"))
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_POST
def reopen(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.tend_contribution)
    actions.reopen(found, by=request.user)
    messages.success(request, _("The reply is taken back."))
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def hide(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.tend_contribution)
    form = HideForm(request.POST or None)
    if form.is_valid():
        actions.hide(found, by=request.user, because=form.cleaned_data["because"])
        flash.undoable(request, _("It is hidden."), undo_url=tools.address(found, deed="show"))
        return way.back(request, otherwise=found.get_absolute_url())
    return render(
        request, "voice/contributions/hide.html", {"viewer": found.viewer, "contribution": found, "form": form}
    )


@login_required
@require_POST
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.tend_contribution)
    actions.show(found, by=request.user)
    messages.success(request, _("Everyone can see it who may."))
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def join(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose one that says the same, and join this one with it."""
    found = access.contribution(request.user, pk, may=rules.tend_contribution)
    if request.method == "POST":
        other = access.other(found, PickForm(request.POST).picked())
        actions.merge(found, into=other, by=request.user)
        flash.undoable(request, _("The two are joined."), undo_url=tools.address(found, deed="show"))
        return redirect(other)
    form = FindForm(request.GET)
    page = queries.to_join_page(found, words=form.words(), number=request.GET.get("page"))
    shown = {"viewer": found.viewer, "contribution": found, "form": form, "page": page}
    return render(request, "voice/contributions/join.html", shown)


@login_required
@require_POST
def carry(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.tend_contribution)
    item = access.item_of_notes(found, CarryForm(request.POST).chosen())
    actions.carry(found, by=request.user, item=item)
    messages.success(request, _("It is in the notes of the meeting."))
    return way.back(request, otherwise=found.get_absolute_url())
