"""Who is in the room, and who is missing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.communities import rules
from mindlines.meetings.queries import coverage as queries
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def coverage(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    shown = {"viewer": viewer, "coverage": queries.coverage(viewer.community), "may_invite": rules.facilitate(viewer)}
    return render(request, "meetings/coverage/coverage.html", shown)
