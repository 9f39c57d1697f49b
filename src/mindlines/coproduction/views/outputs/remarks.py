"""Comments and suggestions."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.coproduction import rules
from mindlines.coproduction.access.outputs import output as the_output
from mindlines.coproduction.access.outputs import remark as the_remark
from mindlines.coproduction.actions import remarks as actions
from mindlines.coproduction.forms.outputs import RemarkForm, SettleForm
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.views.outputs.around import about
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def remarks(request: SignedInRequest, pk: int) -> HttpResponse:
    may = rules.write_output if request.method == "POST" else rules.read_output
    found = the_output(request.user, pk, may=may)
    form = RemarkForm(request.POST or None, on=found)
    if form.is_valid():
        actions.make(form.new(), on=found, by=found.viewer)
        messages.success(request, _("It is there. Everyone here can answer it."))
        return redirect("coproduction:output_remarks", pk=pk)
    shown = about(
        found,
        form=form,
        open=queries.remark_rows(found, settled=False),
        settled=queries.remark_rows(found, settled=True),
        text=queries.shown_text(queries.words_now(found)),
        may_write=rules.write_output(found),
    )
    return render(request, "coproduction/outputs/remarks.html", shown)


@login_required
@require_POST
def settle(request: SignedInRequest, pk: int, deed: str) -> HttpResponse:
    found = the_remark(request.user, pk, may=rules.write_output)
    words = SettleForm(request.POST).words()
    if deed == "answer":
        actions.answer(found, words=words)
    elif deed == "take-up":
        actions.take_up(found, answer=words)
    elif deed == "close":
        actions.close(found, answer=words)
    elif deed == "open":
        actions.open_again(found)
    else:
        raise Http404
    return redirect("coproduction:output_remarks", pk=found.output_id)
