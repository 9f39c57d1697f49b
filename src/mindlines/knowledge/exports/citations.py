"""References as a file for a reference program."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.knowledge.measures import citations as measures
from mindlines.knowledge.queries import citations as queries
from mindlines.people.access import SignedInRequest

FILES = {
    "ris": ("application/x-research-info-systems; charset=utf-8", "ris"),
    "csl": ("application/vnd.citationstyles.csl+json; charset=utf-8", "json"),
}


@login_required
@require_GET
def citations(request: SignedInRequest, slug: str, form: str) -> HttpResponse:
    """All published works of the community, or those that were ticked."""
    viewer = communities.membership(request.user, slug)
    if form not in FILES:
        raise Http404
    media_type, ending = FILES[form]
    text = measures.given_out(queries.chosen(viewer.community, keys=request.GET.getlist("item")), form=form)
    name = f"{slug}-references-{timezone.localdate():%Y-%m-%d}.{ending}"
    return HttpResponse(
        text, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
