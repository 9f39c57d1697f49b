"""Pages on which facilitators see how ready the groups are."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.people.access import SignedInRequest
from mindlines.preparation import access
from mindlines.preparation.actions import going, reminding
from mindlines.preparation.forms import ReminderForm
from mindlines.preparation.queries import readiness as queries
from mindlines.preparation.queries.section import tabs

HERE = "preparation:readiness"


@login_required
@require_GET
def readiness(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    meeting = queries.next_meeting(viewer.community)
    shown = {
        "meeting": meeting,
        "groups": queries.by_group(viewer.community, meeting=meeting),
        "wishes": queries.wishes(viewer.community),
        "last": queries.last_reminder(viewer.community),
    }
    return render(request, "preparation/readiness.html", _around(viewer) | shown)


@login_required
@require_http_methods(["GET", "POST"])
def remind(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    meeting = queries.next_meeting(viewer.community)
    form = ReminderForm(request.POST or None, initial={"words": queries.first_words(viewer, meeting=meeting)})
    if form.is_valid():
        sent = reminding.remind(viewer.community, meeting=meeting, words=form.cleaned_data["words"], by=request.user)
        words = ngettext(
            "The reminder is on its way to %(n)d person.", "The reminder is on its way to %(n)d people.", sent
        )
        messages.success(request, words % {"n": sent})
        return redirect(HERE, slug=slug)
    people = queries.expected(viewer.community, meeting=meeting).count()
    return render(request, "preparation/remind.html", _around(viewer) | {"form": form, "people": people})


@login_required
@require_POST
def called(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.wish(request.user, pk)
    going.called(found, by=request.user)
    messages.success(request, _("Thank you for ringing."))
    return redirect(HERE, slug=found.membership.community.slug)


def _around(viewer: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE)}
