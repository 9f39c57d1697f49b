"""What somebody took on, wherever they belong."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from mindlines.meetings import access, rules
from mindlines.meetings.actions import helping
from mindlines.meetings.forms.action import HelpForm
from mindlines.meetings.queries import action as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def mine(request: SignedInRequest) -> HttpResponse:
    page = Paginator(queries.open_actions_everywhere(request.user), 30).get_page(request.GET.get("page"))
    return render(request, "meetings/action/mine.html", {"page": page, "rows": queries.my_rows(page)})


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask the facilitators for help with an action, or give it back."""
    found = access.action(request.user, pk, may=rules.ask_for_help)
    form = HelpForm(request.POST or None)
    if form.is_valid():
        deed = helping.give_back if form.gives_back else helping.ask_for_help
        messages.success(request, deed(found, words=form.cleaned_data["words"], by=request.user))
        return redirect("meetings:my_actions")
    return render(request, "meetings/action/help.html", {"viewer": found.viewer, "action": found, "form": form})
