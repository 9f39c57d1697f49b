"""Who has met whom in small groups."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.communities import rules
from mindlines.meetings.forms.encounters import PersonForm
from mindlines.meetings.measures import encounters as measures
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def encounters(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug, may=rules.facilitate)
    found = measures.encounters(viewer.community)
    form = PersonForm(request.GET or None, people=found.people)
    shown = {"viewer": viewer, "encounters": found, "form": form}
    if form.is_valid():
        person = form.cleaned_data["person"]
        met, new = found.of(person.pk)
        shown |= {"person": person, "met": met, "new": new}
    return render(request, "meetings/encounters/encounters.html", shown)
