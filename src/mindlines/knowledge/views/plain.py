"""Plain words: reading them beside the source, writing them, and a lay reader's sign-off."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.kernel.errors import Refused
from mindlines.knowledge import rules
from mindlines.knowledge.access import plain as access
from mindlines.knowledge.actions import plain as actions
from mindlines.knowledge.forms.plain import PlainWordsForm
from mindlines.knowledge.forms.signing import SignForForm, SignForm
from mindlines.knowledge.measures import plain as measures
from mindlines.knowledge.queries import plain as queries
from mindlines.knowledge.queries.section import tabs
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def plain(request: SignedInRequest, pk: int) -> HttpResponse:
    found = access.plain(request.user, pk)
    shown = around(found) | {"source": queries.source(found.item)}
    return render(request, "knowledge/plain/page.html", shown)


def around(found: Any) -> dict[str, Any]:
    """What both kinds of plain version show around their words."""
    return {
        "viewer": found.viewer,
        "tabs": tabs(found.viewer, here="knowledge:items"),
        "item": found.item,
        "plain": found,
        "sign": queries.sign(found),
        "writer": queries.writer(found),
        "changes": queries.source_changes(found),
        "may_change": rules.change_plain(found),
        "may_ask": rules.change_plain(found) and queries.may_ask(found),
        "may_sign": rules.sign_plain(found) and not found.is_signed,
        "may_sign_for": rules.sign_plain_for(found) and not found.is_signed,
        "may_unsign": rules.unsign_plain(found),
        "why_not_sign": queries.why_not_sign(found),
    }


@login_required
@require_http_methods(["GET", "POST"])
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    source = access.source(request.user, pk)
    before = queries.found(source, form="plain")
    form = PlainWordsForm(request.POST or None, item=source, plain=before)
    if form.is_valid():
        try:
            made = actions.write(source, **form.said(), by=source.viewer)
        except Refused as overtaken:
            form.start_over_from(before.version if before else 0)
            form.add_error(None, str(overtaken))
        else:
            messages.success(request, _("It is saved. Now ask a lay member to read it."))
            return redirect(made)
    return render(request, "knowledge/plain/write.html", _writing(source, before, form=form))


@login_required
@require_POST
def check(request: SignedInRequest, pk: int) -> HttpResponse:
    """What stands out in the words so far. Nothing is saved."""
    source = access.source(request.user, pk)
    form = PlainWordsForm(request.POST, item=source, plain=None)
    if request.headers.get("HX-Request"):
        counts = measures.counts(form.words_so_far(), community=source.community)
        return render(request, "knowledge/plain/_counts.html", {"counts": counts})
    shown = _writing(source, queries.found(source, form="plain"), form=form)
    return render(request, "knowledge/plain/write.html", shown | {"is_checked": True})


def _writing(source: Any, before: Any, *, form: PlainWordsForm) -> dict[str, Any]:
    return {
        "viewer": source.viewer,
        "tabs": tabs(source.viewer, here="knowledge:items"),
        "item": source,
        "source": queries.source(source),
        "plain": before,
        "changes": queries.source_changes(before) if before else [],
        "form": form,
        "counts": measures.counts(form.words_so_far(), community=source.community),
    }


@login_required
@require_GET
def earlier(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    found = access.plain(request.user, pk, form=form)
    return render(request, "knowledge/plain/earlier.html", around(found) | {"versions": queries.earlier(found)})


@login_required
@require_POST
def still_right(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    found = access.plain(request.user, pk, form=form, may=rules.change_plain)
    actions.still_right(found, source=SignForm(request.POST).number("source"))
    messages.success(request, _("Thank you. The notice is gone."))
    return redirect(found)


@login_required
@require_POST
def sign(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    found = access.plain(request.user, pk, form=form, may=rules.sign_plain)
    actions.sign(found, version=SignForm(request.POST).number("version"), by=found.viewer)
    messages.success(request, _("Thank you for reading. Your name stands beside it."))
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def sign_for(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    """Writing down what a lay reader told by phone, by post or through somebody else."""
    found = access.plain(request.user, pk, form=form, may=rules.sign_plain_for)
    asked = SignForForm(request.POST or None, plain=found)
    if asked.is_valid():
        actions.sign_for(found, **asked.said(), by=request.user)
        messages.success(request, _("It is written down. The reader can take it back."))
        return redirect(found)
    shown = around(found) | {"form": asked}
    return render(request, "knowledge/plain/sign_for.html", shown, status=422 if asked.is_bound else 200)


@login_required
@require_POST
def take_back(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    found = access.plain(request.user, pk, form=form, may=rules.unsign_plain)
    actions.take_back(found)
    messages.success(request, _("It is taken back."))
    return redirect(found)


@login_required
@require_POST
def ask(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    found = access.plain(request.user, pk, form=form, may=rules.change_plain)
    count = actions.ask_readers(found, by=found.viewer)
    said = ngettext("%(count)d lay member was asked to read it.", "%(count)d lay members were asked to read it.", count)
    messages.success(request, said % {"count": count})
    return redirect(found)
