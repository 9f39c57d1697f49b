"""Roles: who holds them, offers, and answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access, rules
from mindlines.communities.access.roles import role as role_gate
from mindlines.communities.actions import roles as actions
from mindlines.communities.forms.roles import AnswerForm, HandOverForm, OfferForm
from mindlines.communities.queries import roles as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def roles(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    shares = queries.shares(viewer.community)
    shown = {
        "viewer": viewer,
        "may_offer": rules.facilitate(viewer),
        "held": queries.held(viewer.community),
        "offers": queries.offered(viewer),
        "history": queries.history(viewer, number=request.GET.get("page")),
        "shares": [vars(share) for share in shares],
        "share_words": queries.share_words(shares),
    }
    return render(request, "communities/roles/roles.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def offer(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug, may=rules.facilitate)
    asked = {"member": request.GET.get("member"), "name": request.GET.get("role")}
    form = OfferForm(request.POST or None, members=queries.can_be_offered(viewer.community), initial=asked)
    if form.is_valid():
        said = form.cleaned_data
        role = actions.offer(said["member"], name=said["name"], words=said["words"], by=request.user)
        messages.success(request, _told(role.membership.name, role.membership.person.email))
        return redirect("communities:roles", slug=slug)
    return render(request, "communities/roles/offer.html", {"viewer": viewer, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    role = role_gate(request.user, pk, slug=slug, may=rules.answer_offer)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        if form.is_yes:
            actions.accept(role, by=request.user)
        else:
            actions.decline(role, by=request.user)
        messages.success(request, _("Thank you. The answer is written down."))
        return redirect("communities:roles", slug=slug)
    shown = {"viewer": role.viewer, "role": role, "form": form, "is_mine": role.membership == role.viewer}
    return render(request, "communities/roles/answer.html", {**shown, "card": queries.card_of(role)})


@login_required
@require_POST
def take_back(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    role = role_gate(request.user, pk, slug=slug, may=rules.take_back_offer)
    actions.take_back(role, by=request.user)
    messages.success(request, _("The offer is taken back."))
    return redirect("communities:roles", slug=slug)


@login_required
@require_http_methods(["GET", "POST"])
def give_up(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    role = role_gate(request.user, pk, slug=slug, may=rules.give_up)
    if request.method == "POST":
        actions.give_up(role, by=request.user)
        messages.success(request, _("The role has ended. Thank you for the time it was held."))
        return redirect("communities:roles", slug=slug)
    return render(request, "communities/roles/give_up.html", {"viewer": role.viewer, "role": role})


@login_required
@require_http_methods(["GET", "POST"])
def hand_over(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    role = role_gate(request.user, pk, slug=slug, may=rules.give_up)
    form = HandOverForm(request.POST or None, members=queries.could_take_over(role))
    if form.is_valid():
        new = actions.hand_over(role, to=form.cleaned_data["member"], words=form.cleaned_data["words"], by=request.user)
        messages.success(request, _told(new.membership.name, new.membership.person.email))
        return redirect("communities:roles", slug=slug)
    return render(request, "communities/roles/hand_over.html", {"viewer": role.viewer, "role": role, "form": form})


def _told(name: str, address: str | None) -> str:
    if address:
        return _("%(name)s gets a mail with the offer, and can say yes or no.") % {"name": name}
    return _("%(name)s has no e-mail address. Please ask them, and write down the answer here.") % {"name": name}
