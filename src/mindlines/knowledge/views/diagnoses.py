"""Pages on which a community looks at what helps and what hinders a statement in a setting."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.communities import access as communities
from mindlines.knowledge import rules
from mindlines.knowledge.access.items import statement as the_statement
from mindlines.knowledge.access.negotiations import diagnosis as the_diagnosis
from mindlines.knowledge.actions import diagnoses as actions
from mindlines.knowledge.forms.diagnoses import BeginForm, PartForm
from mindlines.knowledge.forms.negotiations import StepForm
from mindlines.knowledge.measures.diagnoses import result
from mindlines.knowledge.queries import diagnoses as queries
from mindlines.knowledge.queries import prompts
from mindlines.knowledge.queries.section import tabs
from mindlines.meetings.queries import load
from mindlines.people.access import SignedInRequest

HERE = "knowledge:diagnoses"


@login_required
@require_GET
def diagnoses(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    page = Paginator(queries.of_community(viewer.community), 25).get_page(request.GET.get("page"))
    shown = {"page": page, "rows": queries.waiting_for(viewer, diagnoses=page)}
    return render(request, "knowledge/diagnoses/list.html", _around(viewer) | shown)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest, pk: int) -> HttpResponse:
    """Begin to look at a statement in a setting."""
    statement = the_statement(request.user, pk, may=rules.lead_on_statement)
    form = BeginForm(request.POST or None)
    if form.is_valid():
        return redirect(actions.begin(form.begun(), of=statement, by=request.user))
    shown = {"viewer": statement.viewer, "statement": statement, "form": form}
    return render(request, "knowledge/diagnoses/new.html", shown)


@login_required
@require_GET
def diagnosis(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_diagnosis(request.user, pk)
    return render(request, "knowledge/diagnoses/page.html", _page(found))


@login_required
@require_http_methods(["GET", "POST"])
def rate(request: SignedInRequest, pk: int, part: str) -> HttpResponse:
    """One part of the prompts, and then the next."""
    found = the_diagnosis(request.user, pk, may=rules.rate)
    asked = prompts.part(part)
    if asked is None:
        raise Http404
    form = PartForm(request.POST or None, part=asked, given=queries.mine(found, member=found.viewer))
    if form.is_valid():
        actions.rate(found, by=found.viewer, given=form.given())
        after = prompts.following(part)
        if after is not None:
            return redirect("knowledge:diagnosis_rate", pk=found.pk, part=after.key)
        messages.success(request, _("Thank you. You can change your answers until the round is closed."))
        return redirect(found)
    parts = [(each, reverse("knowledge:diagnosis_rate", args=(found.pk, each.key))) for each in prompts.PARTS]
    steps = [{"label": each.title, "url": url} for each, url in parts]
    current = prompts.PARTS.index(asked) + 1
    shown = {"viewer": found.viewer, "diagnosis": found, "form": form, "part": asked, "steps": steps}
    return render(request, "knowledge/diagnoses/rate.html", shown | {"current": current})


@login_required
@require_POST
def close(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_diagnosis(request.user, pk, may=rules.lead_diagnosis)
    actions.close(found, by=request.user)
    messages.success(request, _("The round is closed. Everybody sees now how the groups see it."))
    return redirect(found)


@login_required
@require_POST
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_diagnosis(request.user, pk, may=rules.lead_diagnosis)
    return redirect(actions.begin_again(found, by=request.user))


@login_required
@require_http_methods(["GET", "POST"])
def act(request: SignedInRequest, pk: int, prompt: str) -> HttpResponse:
    """Agree on something to do about one thing that hinders."""
    found = the_diagnosis(request.user, pk, may=rules.lead_diagnosis)
    about = prompts.PROMPTS.get(prompt)
    if about is None:
        raise Http404
    form = StepForm(request.POST or None, community=found.viewer.community)
    if form.is_valid():
        actions.act_on(found, prompt=prompt, **form.cleaned_data, by=request.user)
        messages.success(request, _("The action is agreed."))
        if hint := load.hint(form.cleaned_data["owner"]):
            messages.info(request, hint)
        return redirect(found)
    shown = {"viewer": found.viewer, "diagnosis": found, "prompt": about, "form": form}
    return render(request, "knowledge/diagnoses/act.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_diagnosis(request.user, pk, may=rules.lead_diagnosis)
    if request.method == "POST":
        actions.remove(found)
        return redirect(found.statement)
    shown = {
        "question": _("Remove this round?"),
        "consequences": [_("Nobody has answered yet. It goes from the page of the statement.")],
        "button": _("Yes, remove it"),
        "back_url": found.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", {"viewer": found.viewer} | shown)


def _around(viewer: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE)}


def _page(found: Any) -> dict[str, Any]:
    is_open, leads = found.closed_at is None, rules.lead_diagnosis(found)
    return _around(found.viewer) | {
        "diagnosis": found,
        "people": queries.people(found),
        "progress": queries.progress(queries.mine(found, member=found.viewer)),
        "result": None if is_open else result(found),
        "later": queries.later(found),
        "may_rate": is_open and rules.rate(found),
        "may_lead": leads,
    }
