"""Writing together, the plain form, and versions that were kept."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.coproduction import rules
from mindlines.coproduction.access.outputs import being_made, version, version_if_named
from mindlines.coproduction.access.outputs import output as the_output
from mindlines.coproduction.actions import plainly
from mindlines.coproduction.actions import versions as actions
from mindlines.coproduction.forms.outputs import KeepForm, PlainForm
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.queries.saying import status_words
from mindlines.coproduction.views.outputs.around import about
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def write(request: SignedInRequest, pk: int) -> HttpResponse:
    found = being_made(request.user, pk)
    shown = about(found, name=queries.device_name(found), words=status_words(), form=KeepForm())
    return render(request, "coproduction/outputs/write.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def plain(request: SignedInRequest, pk: int) -> HttpResponse:
    found = being_made(request.user, pk)
    form = PlainForm(request.POST or None, now=queries.words_now(found))
    if form.is_valid():
        was_changed = plainly.write(found, **form.cleaned_data, by=found.viewer)
        if was_changed:
            messages.success(
                request,
                _("Saved. Others wrote here too while you did. Both are in the text now: read it through once."),
            )
        else:
            messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "coproduction/outputs/plain.html", about(found, form=form))


@login_required
@require_GET
def history(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk)
    page = queries.versions(found, number=request.GET.get("page"))
    shown = about(found, page=page, form=KeepForm(), may_write=rules.write_output(found))
    return render(request, "coproduction/outputs/history.html", shown)


@login_required
@require_GET
def compare(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk)
    old = version_if_named(found, request.GET.get("old", ""))
    new = version_if_named(found, request.GET.get("new", ""))
    paragraphs = queries.differences(old, new=new, now=queries.words_now(found))
    shown = about(found, old=old, new=new, paragraphs=paragraphs, all=queries.version_numbers(found))
    return render(request, "coproduction/outputs/compare.html", shown)


@login_required
@require_POST
def keep(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk, may=rules.write_output)
    form = KeepForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    kept = actions.keep_if_changed(found, by=request.user, note=note)
    messages.success(request, _("Kept.") if kept else _("The text has not changed since the last version."))
    return redirect("coproduction:output_history", pk=pk)


@login_required
@require_POST
def restore(request: SignedInRequest, pk: int, number: int) -> HttpResponse:
    found = version(request.user, pk, number=number, may=rules.write_output)
    actions.restore(found, by=request.user)
    messages.success(request, _("The text is as it was then. What it said before is kept as a version too."))
    return redirect("coproduction:output_history", pk=pk)
