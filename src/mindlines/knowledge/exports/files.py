"""Files of what we know, handed out by a gate: to be kept, never shown by a browser as a page of ours."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from mindlines.knowledge.access import items as access
from mindlines.people.access import SignedInRequest


@login_required
@require_GET
def file(request: SignedInRequest, pk: int) -> HttpResponseBase:
    found = access.file(request.user, pk)
    response = FileResponse(
        found.file.open("rb"), as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
