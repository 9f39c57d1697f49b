"""Who is thanked, and how."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mindlines.coproduction import rules
from mindlines.coproduction.access.outputs import credit as the_credit
from mindlines.coproduction.access.outputs import output as the_output
from mindlines.coproduction.actions import thanking as actions
from mindlines.coproduction.forms.outputs import ThankForm, WishForm
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.views.outputs.around import about
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def thanks(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk)
    shown = about(
        found,
        rows=queries.credit_rows(found),
        thanks=queries.thanks(found),
        own_credit=queries.own_credit(found),
        form=ThankForm(viewer=found.viewer),
        may_write=rules.write_output(found),
    )
    return render(request, "coproduction/outputs/credits.html", shown)


@login_required
@require_http_methods(["GET", "POST"])
def wish(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk)
    form = WishForm(request.POST or None, initial=queries.wished(found))
    if form.is_valid():
        actions.wish(found, by=found.viewer, **form.cleaned_data)
        messages.success(request, _("We thank you as you wish. You can change it at any time."))
        return redirect("coproduction:output_credits", pk=pk)
    return render(request, "coproduction/outputs/wish.html", about(found, form=form))


@login_required
@require_POST
def thank(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_output(request.user, pk, may=rules.write_output)
    form = ThankForm(request.POST, viewer=found.viewer)
    if not form.is_valid():
        shown = about(found, rows=queries.credit_rows(found), form=form, may_write=True, thanks=queries.thanks(found))
        return render(request, "coproduction/outputs/credits.html", shown, status=422)
    actions.add(found, **form.thanked())
    messages.success(request, _("Added."))
    return redirect("coproduction:output_credits", pk=pk)


@login_required
@require_POST
def take_out(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_credit(request.user, pk, may=rules.write_output)
    actions.take_out(found)
    messages.success(request, _("Taken out."))
    return redirect("coproduction:output_credits", pk=found.output_id)
