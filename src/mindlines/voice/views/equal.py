"""How equal are we?"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.people.access import SignedInRequest
from mindlines.voice.access.equal import looking
from mindlines.voice.actions import mirrors as actions
from mindlines.voice.forms.debriefs import MirrorForm
from mindlines.voice.measures.equal import equal as measure
from mindlines.voice.queries.section import section


@login_required
@require_GET
def equal(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer, mirror = looking(request.user, slug)
    shown = {"viewer": viewer, "section": section(viewer), "mirror": mirror, "facilitates": facilitate(viewer)}
    shown["form"] = MirrorForm()
    return render(request, "voice/equal/equal.html", {**shown, "equal": measure(viewer.community)})


@login_required
@require_POST
def show(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = MirrorForm(request.POST)
    if form.is_valid():
        actions.show(viewer.community, by=request.user, how_agreed=form.cleaned_data["how_agreed"])
        messages.success(request, _("All members can see this page now."))
    return redirect("voice:equal", slug=slug)


@login_required
@require_POST
def hide(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    actions.hide(viewer.community, by=request.user)
    messages.success(request, _("Only facilitators see this page now."))
    return redirect("voice:equal", slug=slug)
