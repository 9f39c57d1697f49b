"""What would help somebody to take part."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mindlines.people import access, queries
from mindlines.people.access import SignedInRequest
from mindlines.people.actions import needs as actions
from mindlines.people.forms.me import ChangeNeedForm, NeedForm


@login_required
@require_safe
def needs(request: SignedInRequest) -> HttpResponse:
    return render(request, "people/needs/list.html", {"needs": queries.needs(request.user)})


@login_required
@require_http_methods(["GET", "POST"])
def tell(request: SignedInRequest) -> HttpResponse:
    form = NeedForm(request.POST or None)
    if form.is_valid():
        actions.tell(request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Facilitators of your communities will plan with it."))
        return redirect("people:needs")
    return render(request, "people/needs/tell.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    need = access.need(request.user, pk)
    now = {"words": need.words, "review_on": need.review_on}
    form = ChangeNeedForm(request.POST or None, initial=now, needs_words=need.is_in_own_words)
    if form.is_valid():
        actions.change(need, **form.cleaned_data)
        messages.success(request, _("Your change is saved."))
        return redirect("people:needs")
    return render(request, "people/needs/change.html", {"form": form, "need": need})


@login_required
@require_POST
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    actions.take_back(access.need(request.user, pk))
    messages.success(request, _("That is removed. Nothing of it is kept."))
    return redirect("people:needs")
