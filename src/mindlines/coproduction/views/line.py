"""The line from what is known to what is done differently: the trace of one thing, and the questions of all of it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.coproduction.access import line as access
from mindlines.coproduction.measures import questions, traces
from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line import questions as rows
from mindlines.coproduction.queries.section import tabs
from mindlines.people.access import SignedInRequest

HERE = "coproduction:line"


@login_required
@require_GET
def trace(request: SignedInRequest, kind: str, pk: int) -> HttpResponse:
    viewer = access.traced(request.user, kind, pk=pk)
    found = traces.trace(viewer, of=graph.key(kind, pk=pk))
    if found is None:
        raise Http404
    shown = {"viewer": viewer, "tabs": tabs(viewer, here=HERE), "trace": found}
    return render(request, "coproduction/line/trace.html", shown)


@login_required
@require_GET
def line(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    shown = {"viewer": viewer, "tabs": tabs(viewer, here=HERE), "asked": questions.asked(viewer)}
    return render(request, "coproduction/line/line.html", shown)


@login_required
@require_GET
def lived(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    page, others = questions.resting_on_lived(viewer, number=request.GET.get("page"))
    shown = {"viewer": viewer, "tabs": tabs(viewer, here=HERE), "page": page, "others": others}
    return render(request, "coproduction/line/lived.html", shown)


@login_required
@require_GET
def undiscussed(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    kind = request.GET.get("kind", "")
    page = rows.a_page(rows.undiscussed(viewer, kind=kind), number=request.GET.get("page"))
    shown = {"viewer": viewer, "tabs": tabs(viewer, here=HERE), "page": page, "kind": kind}
    return render(request, "coproduction/line/undiscussed.html", shown | {"kinds": rows.undiscussed_kinds(viewer)})


@login_required
@require_GET
def adapted(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    page = questions.adapted(viewer, number=request.GET.get("page"))
    shown = {"viewer": viewer, "tabs": tabs(viewer, here=HERE), "page": page}
    return render(request, "coproduction/line/adapted.html", shown)
