from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mindlines.meetings import access
from mindlines.meetings.actions import wishes as actions
from mindlines.meetings.forms.wishes import NumberWishForm, PeopleWishForm, StandardForm
from mindlines.meetings.queries import groups
from mindlines.meetings.queries import wishes as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def wishes(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """All wishes in sentences, and forms to add some. A post adds one."""
    found = access.round_of(request.user, work, of=pk)
    asked = groups.asked(found)
    sent = request.POST.get("what", "")
    people = PeopleWishForm(request.POST if sent == "people" else None, there=asked.people)
    number = NumberWishForm(request.POST if sent == "number" else None, constituencies=queries.constituencies(found))
    if people.is_valid():
        actions.wish_about_people(found, **people.cleaned_data)
    elif number.is_valid():
        actions.wish_for_number(found, **number.cleaned_data)
    if people.is_valid() or number.is_valid():
        messages.success(request, _("The wish is added."))
        return redirect("meetings:round_wishes", pk=pk, work=work)
    shown = {"lines": queries.lines(asked), "offers": queries.offers(asked), "asked": asked}
    forms = {
        "people": people,
        "number": number,
        "forms": [people, number],
        "has_errors": people.errors or number.errors,
    }
    here = {"viewer": found.meeting.viewer, "meeting": found.meeting, "work": found}
    return render(request, "meetings/groups/wishes.html", {**here, **shown, **forms})


@login_required
@require_POST
def wish(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """One of the usual wishes."""
    found = access.round_of(request.user, work, of=pk)
    form = StandardForm(request.POST, offers=queries.offers(groups.asked(found)))
    if form.is_valid():
        actions.wish(found, kind=form.cleaned_data["kind"])
        messages.success(request, _("The wish is added."))
    return redirect("meetings:round_wishes", pk=pk, work=work)


@login_required
@require_POST
def drop(request: SignedInRequest, pk: int, work: int, wish: int) -> HttpResponse:
    found = access.round_of(request.user, work, of=pk)
    actions.drop(found, wish=wish)
    messages.success(request, _("The wish is dropped."))
    if request.POST.get("then") == "round":
        return redirect(found)
    return redirect("meetings:round_wishes", pk=pk, work=work)
