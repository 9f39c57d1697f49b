"""Supporting what somebody else said."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import contributions as access
from mindlines.voice.actions import slips as handing
from mindlines.voice.actions import supports as actions
from mindlines.voice.forms.ballots import SlipForm
from mindlines.voice.queries import slips
from mindlines.voice.views import way


class KeepPosting(HttpResponseRedirect):
    """The same form once more, with the cookie that comes along."""

    status_code = 307


@login_required
@require_POST
def support(request: SignedInRequest, pk: int) -> HttpResponse:
    """Support it. A device without a slip is first given one to keep, so that an answer that is lost on the way costs nothing."""
    found = access.contribution(request.user, pk, may=rules.support_contribution)
    box = actions.box_of(found)
    secret = request.COOKIES.get(slips.cookie_name(box, of=found.viewer), "")
    if not slips.tidied(secret):
        again = KeepPosting(request.get_full_path())
        again.set_cookie(**slips.cookie(box, of=found.viewer))
        return again
    try:
        secret = handing.hand(box, to=found.viewer, secret=secret)
    except handing.HandedElsewhere as elsewhere:
        messages.warning(request, str(elsewhere))
        return redirect("voice:support_slip", pk=pk)
    actions.support(found, slip=secret)
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_POST
def unsupport(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.support_contribution)
    secret = request.COOKIES.get(slips.cookie_name(actions.box_of(found), of=found.viewer), "")
    actions.unsupport(found, slip=secret)
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def slip(request: SignedInRequest, pk: int) -> HttpResponse:
    """The code of the slip with which this device supports, to write down; or a place to type that of another device."""
    found = access.contribution(request.user, pk, may=rules.support_contribution)
    box = actions.box_of(found)
    name = slips.cookie_name(box, of=found.viewer)
    form = SlipForm(request.POST or None, box=box)
    if form.is_valid():
        messages.success(request, _("This device has your voting slip now."))
        response = redirect(found)
        response.set_cookie(**slips.cookie(box, of=found.viewer, secret=form.cleaned_data["code"]))
        return response
    kept = request.COOKIES.get(name, "")
    shown = {"viewer": found.viewer, "contribution": found, "form": form}
    shown["code"] = slips.tidied(kept) if slips.is_valid(box, secret=kept) else ""
    answer = render(request, "voice/contributions/slip.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer
