"""Role cards: what each seat is for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.communities import access, rules
from mindlines.communities.access.roles import role_card as card_gate
from mindlines.communities.actions import role_cards as actions
from mindlines.communities.forms.roles import CardForm
from mindlines.communities.queries import role_cards as queries
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_GET
def role_cards(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    shown = {"viewer": viewer, "cards": queries.cards(viewer.community), "may_write": rules.facilitate(viewer)}
    return render(request, "communities/role_cards/role_cards.html", shown)


@login_required
@require_GET
def role_card(request: SignedInRequest, slug: str, seat: str) -> HttpResponse:
    card = card_gate(request.user, seat, slug=slug)
    shown = {"viewer": card.viewer, "card": card, "may_write": rules.write_card(card)}
    return render(request, "communities/role_cards/role_card.html", shown)


@login_required
@require_GET
def my_card(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = access.membership(request.user, slug)
    shown = {"viewer": viewer, "cards": queries.cards_of(viewer)}
    return render(request, "communities/role_cards/my_card.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, slug: str, seat: str) -> HttpResponse:
    card = card_gate(request.user, seat, slug=slug, may=rules.write_card)
    title = str(card)
    form = CardForm(request.POST or None, instance=card)
    if form.is_valid():
        actions.write(card, words=actions.CardWords(**form.cleaned_data), by=request.user)
        messages.success(request, _("The role card is saved."))
        return redirect("communities:role_card", slug=slug, seat=seat)
    return render(
        request, "communities/role_cards/edit.html", {"viewer": card.viewer, "card": card, "title": title, "form": form}
    )


@login_required
@require_GET
def on_paper(request: SignedInRequest, slug: str, seat: str) -> HttpResponse:
    card = card_gate(request.user, seat, slug=slug)
    large = request.GET.get("large") == "yes"
    shown = {"card": card, "community": card.community, "large": large}
    return paper(request, "communities/role_cards/paper.html", context=shown, file_name=str(card))
