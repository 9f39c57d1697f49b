from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from mindlines.meetings import access
from mindlines.meetings.actions import participants as actions
from mindlines.meetings.forms.participants import PeopleForm
from mindlines.meetings.queries import participants as queries
from mindlines.meetings.queries import rounds
from mindlines.people.access import SignedInRequest
from mindlines.ui import flash

ON_A_PAGE = 60
# Digits of a number that a database takes.
LONGEST = 18


@login_required
@require_GET
def people(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """Who is there, a page of names at a time."""
    found = access.round_of(request.user, work, of=pk)
    name, show = request.GET.get("name", "").strip()[:200], request.GET.get("show", "")
    page = Paginator(queries.everybody(found, name=name, show=show), ON_A_PAGE).get_page(request.GET.get("page"))
    members = list(page)
    shown = {
        "name": name,
        "show": show,
        "page": page,
        "rows": queries.rows(found, people=members),
        "numbers": rounds.numbers(found),
        "source": queries.source(found),
        "drift": queries.drift(found),
    }
    here = {"viewer": found.meeting.viewer, "meeting": found.meeting, "work": found}
    return render(request, "meetings/groups/people.html", {**here, **shown})


@login_required
@require_POST
def tick(request: SignedInRequest, pk: int, work: int) -> HttpResponse:
    """Take over the ticks of one page of names."""
    found = access.round_of(request.user, work, of=pk)
    shown = [int(one) for one in request.POST.getlist("shown") if one.isdecimal() and len(one) < LONGEST][
        : 10 * ON_A_PAGE
    ]
    form = PeopleForm(request.POST, rows=queries.rows(found, people=queries.members(found, shown=shown)))
    if form.is_valid():
        actions.tick(found, ticks=form.ticks())
        messages.success(request, _("Saved."))
    if request.POST.get("then") == "round":
        return redirect(found)
    kept = {key: request.POST[key] for key in ("name", "show", "page") if request.POST.get(key)}
    back = reverse("meetings:round_people", kwargs={"pk": pk, "work": work})
    return redirect(f"{back}?{urlencode(kept)}" if kept else back)


@login_required
@require_POST
def bulk(request: SignedInRequest, pk: int, work: int, deed: str) -> HttpResponse:
    """Many ticks at once."""
    found = access.round_of(request.user, work, of=pk)
    if deed == "everybody":
        actions.tick_everybody(found)
    elif deed == "nobody":
        actions.tick_nobody(found)
    elif deed == "again":
        actions.begin_again(found)
    else:
        count = actions.bring_expected(found)
        words = ngettext("%(count)d person is added.", "%(count)d people are added.", count)
        messages.success(request, words % {"count": count})
    return redirect("meetings:round_people", pk=pk, work=work)


@login_required
@require_POST
def leave(request: SignedInRequest, pk: int, division: int, person: int) -> HttpResponse:
    """Somebody goes home."""
    found = access.division(request.user, division, of=pk)
    actions.leave(found.round, participant=person)
    undo = reverse("meetings:division_come_back", kwargs={"pk": pk, "division": division, "person": person})
    flash.undoable(request, _("They are taken out. Nobody else has moved."), undo_url=undo)
    return redirect(found)


@login_required
@require_POST
def come_back(request: SignedInRequest, pk: int, division: int, person: int) -> HttpResponse:
    found = access.division(request.user, division, of=pk)
    actions.come_back(found.round, participant=person)
    return redirect(f"{found.get_absolute_url()}#person-{person}")
