"""Bringing something in, and reading what was said."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate, take_part
from mindlines.meetings.queries import points
from mindlines.people.access import SignedInRequest
from mindlines.voice import rules
from mindlines.voice.access import contributions as access
from mindlines.voice.actions import contributions as actions
from mindlines.voice.forms.contributions import AnswerForm, FilterForm, SayForm, WriteDownForm
from mindlines.voice.queries import contributions as queries
from mindlines.voice.queries import history, marks, rows, saying, supports, tools
from mindlines.voice.queries.section import section
from mindlines.voice.views import way


@login_required
@require_GET
def voices(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    form = FilterForm(request.GET, meetings=queries.meetings_spoken_of(viewer))
    page = queries.page(viewer, wanted=form.wanted(), number=request.GET.get("page"))
    shown = {"viewer": viewer, "section": section(viewer), "form": form, "is_empty": queries.is_empty(viewer.community)}
    page = rows.with_supports(page, by=viewer, cookies=request.COOKIES)
    return render(request, "voice/contributions/list.html", shown | {"page": page})


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=take_part)
    meeting = access.known_meeting(viewer, request.GET.get("meeting", ""))
    told = saying.told(viewer, meeting=meeting)
    form = SayForm(request.POST or None, told=told)
    if form.is_valid():
        secret = way.secret(request) or marks.new_secret()
        actions.say(form.said(secret=secret), to=viewer.community, by=viewer, meeting=meeting)
        messages.success(request, _("It is said. Here you will see what becomes of it."))
        response = redirect("voice:mine", slug=slug)
        if form.is_nameless:
            way.remember(response, secret=secret)
        return response
    offered = [] if meeting else saying.meetings_offered(viewer)
    shown = {"viewer": viewer, "section": section(viewer), "form": form, "told": told, "meetings": offered}
    return render(request, "voice/contributions/new.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def write_down(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=facilitate)
    form = WriteDownForm(request.POST or None, viewer=viewer, meetings=saying.meetings_offered(viewer))
    if form.is_valid():
        meeting = access.known_meeting(viewer, form.cleaned_data["meeting"])
        actions.write_down(form.said(), of=form.cleaned_data["who"], by=request.user, meeting=meeting)
        messages.success(request, _("It is written down."))
        return redirect("voice:voices", slug=slug)
    shown = {"viewer": viewer, "section": section(viewer), "form": form}
    return render(request, "voice/contributions/write_down.html", shown)


@login_required
@require_GET
def mine(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    secret = way.secret(request)
    shown = {
        "viewer": viewer,
        "section": section(viewer),
        "page": queries.my_page(viewer, secret=secret, number=request.GET.get("page")),
        "raised": queries.raised_besides(viewer, raised=points.what_became_of(viewer)),
        "keeps_secret": bool(secret),
    }
    return render(request, "voice/contributions/mine.html", shown)


@login_required
@require_POST
def forget_device(request: SignedInRequest, slug: str) -> HttpResponse:
    """This device no longer finds what it sent without a name."""
    communities.membership(request.user, slug)
    messages.success(request, _("This device has forgotten what it sent without a name."))
    response = redirect("voice:mine", slug=slug)
    way.forget(response)
    return response


@login_required
@require_GET
def contribution(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.contribution(request.user, pk, secret=way.secret(request))
    return render(request, "voice/contributions/page.html", about(request, found))


def about(request: SignedInRequest, found: Any, **forms: Any) -> dict[str, Any]:
    """All that the page of one contribution shows."""
    shown = {
        "viewer": found.viewer,
        "section": section(found.viewer),
        "row": rows.row(found, supported=supports.supported([found], by=found.viewer, cookies=request.COOKIES)),
        "joined": queries.joined_with(found),
        "events": history.of(found),
        "state": history.state_words(found),
        "may_support": rules.support_contribution(found),
        "here": reverse("voice:contribution", kwargs={"pk": found.pk}),
    }
    if rules.tend_contribution(found):
        shown |= {"may_tend": True, "form": AnswerForm(initial=tools.answered(found)), "tools": tools.tools(found)}
    return shown | forms
