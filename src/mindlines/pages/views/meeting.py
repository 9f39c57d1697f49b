from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.meetings import access
from mindlines.meetings.queries.page import shown
from mindlines.pages.queries.meeting import doing
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page of a meeting with its room and votes; it stands at the address that the floor of meetings knows."""
    found = access.meeting(request.user, pk)
    return render(request, "pages/meeting.html", shown(found) | {"doing": doing(found)})
