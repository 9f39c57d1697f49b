"""The record of a decision to take away: as PDF, as a Word document, and as JSON."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from mindlines.coproduction.access import decisions as access
from mindlines.coproduction.exports import decision_document as document
from mindlines.coproduction.models import Decision
from mindlines.coproduction.queries.decisions.record import Shown, shown
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@login_required
@require_GET
def pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    decision, record = _closed(request, pk)
    context = {"decision": decision, "record": record, "large": "large" in request.GET}
    return paper(request, "coproduction/papers/record.html", context=context, file_name=_name(decision))


@login_required
@require_GET
def docx(request: SignedInRequest, pk: int) -> HttpResponse:
    decision, record = _closed(request, pk)
    return _download(document.drawn(decision, record=record), kind=DOCX, name=f"{_name(decision)}.docx")


@login_required
@require_GET
def as_json(request: SignedInRequest, pk: int) -> HttpResponse:
    """The content exactly as its digest covers it, and beside it what can change: dissent, and present words of the grounds."""
    decision, record = _closed(request, pk)
    told = {"content": record.content, "sha256": record.digest, "is_intact": record.is_intact}
    rests = [{"words": each.thing.words, "why": each.why} for each in record.resting if each.thing]
    aside = [{"words": each.thing.words, "why": each.why} for each in record.set_aside if each.thing]
    dissents = [{"words": each.words, "who": each.who, "group": each.group} for each in record.dissents]
    beside = {"rests_on_now": rests, "set_aside_now": aside, "dissents": dissents}
    response = JsonResponse({**told, **beside}, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(decision)}.json"'
    return response


def _closed(request: SignedInRequest, pk: int) -> tuple[Decision, Shown]:
    decision = access.decision(request.user, pk)
    record = shown(decision)
    if record is None:
        raise Http404
    return decision, record


def _name(decision: Decision) -> str:
    return f"decision-{slugify(decision.question)[:50] or decision.pk}"


def _download(content: bytes, *, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
