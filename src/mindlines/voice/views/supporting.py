"""Supporting what somebody else said."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import contributions as access
from mindlines.voice.actions import slips as handing
from mindlines.voice.actions import supports as actions
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
    actions.support(found, slip=handing.hand(box, to=found.viewer, secret=secret))
    return way.back(request, otherwise=found.get_absolute_url())


@login_required
@require_POST
def unsupport(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, may=rules.support_contribution)
    secret = request.COOKIES.get(slips.cookie_name(actions.box_of(found), of=found.viewer), "")
    actions.unsupport(found, slip=secret)
    return way.back(request, otherwise=found.get_absolute_url())
