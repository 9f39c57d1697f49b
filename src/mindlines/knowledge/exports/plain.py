"""Easy read on paper, and the pictures that people brought."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from mindlines.knowledge.access import plain as access
from mindlines.knowledge.queries import plain as queries
from mindlines.knowledge.rules import read_plain
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper


@login_required
@require_GET
def pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    """The easy-read version; in 18 point for whoever asks for it or reads larger letters here, else in 14 point."""
    found = access.plain(request.user, pk, form="easy")
    size = request.GET.get("size") or ("14" if request.user.text_size == "normal" else "18")
    shown = {"plain": found, "lines": queries.lines(found), "sign": queries.sign(found), "large": size != "14"}
    return paper(
        request,
        "knowledge/papers/easy.html",
        context=shown,
        file_name=slugify(found.title)[:40] or "easy-read",
        pictures=queries.own_pictures(found),
    )


@login_required
@require_GET
def picture(request: SignedInRequest, pk: int, line: int) -> HttpResponseBase:
    """A picture that somebody brought, shown beside its words."""
    found = access.line(request.user, pk, line=line, may=read_plain)
    if not found.has_own_picture:
        raise Http404
    response = FileResponse(found.file.open("rb"), content_type=found.media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response
