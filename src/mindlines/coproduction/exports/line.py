"""The whole line as files: JSON-LD in the words of PROV-O, and two tables."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line.things import Thing, things
from mindlines.people.access import SignedInRequest
from mindlines.ui.cells import csv_answer

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ml": "urn:mindlines:",
    "title": "dcterms:title",
    "date": {"@id": "dcterms:date", "@type": "xsd:date"},
    "kind": "ml:kind",
    "sort": "ml:sort",
}
ACTIVITIES = (graph.DIAGNOSIS, graph.NEGOTIATION, graph.DECISION, graph.ACTION)


@login_required
@require_GET
def json_ld(request: SignedInRequest, slug: str) -> HttpResponse:
    viewer = communities.membership(request.user, slug)
    ties, known = _whole(viewer)
    content = {"@context": CONTEXT, "@graph": [*_groups(known, slug=slug), *_nodes(known, ties, request, slug=slug)]}
    answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Type"] = "application/ld+json"
    answer["Content-Disposition"] = f'attachment; filename="{slug}-line.jsonld"'
    return answer


@login_required
@require_GET
def table(request: SignedInRequest, slug: str, which: str) -> HttpResponse:
    """The things, or the ties between them."""
    viewer = communities.membership(request.user, slug)
    ties, known = _whole(viewer)
    rows = {"things": _thing_rows(known, request), "ties": _tie_rows(ties, known)}.get(which)
    if rows is None:
        raise Http404
    return csv_answer(rows, file_name=f"{slug}-{which}")


def _whole(viewer: Membership) -> tuple[list[graph.Tie], dict[str, Thing]]:
    ties = sorted(set(graph.ties(viewer)), key=lambda tie: (tie.source, tie.target, tie.kind))
    keys = {end for tie in ties for end in (tie.source, tie.target)} | graph.untied(viewer)
    known = things(viewer, keys=sorted(keys))
    return [tie for tie in ties if tie.source in known and tie.target in known], known


def _thing_rows(known: dict[str, Thing], request: SignedInRequest) -> Iterable[list[str]]:
    yield ["key", "kind", "words", "sort", "group", "date", "address"]
    for thing in known.values():
        yield [
            thing.key,
            thing.kind,
            str(thing.words),
            str(thing.sort),
            thing.group,
            thing.on.isoformat() if thing.on else "",
            request.build_absolute_uri(thing.url),
        ]


def _tie_rows(ties: Iterable[graph.Tie], known: dict[str, Thing]) -> Iterable[list[str]]:
    yield ["from", "to", "how", "from words", "to words"]
    for tie in ties:
        yield [tie.source, tie.target, tie.kind, str(known[tie.source].words), str(known[tie.target].words)]


def _nodes(
    known: dict[str, Thing], ties: Iterable[graph.Tie], request: SignedInRequest, *, slug: str
) -> list[dict[str, Any]]:
    nodes = {key: _node(thing, request, slug=slug) for key, thing in known.items()}
    for tie in ties:
        words = _relation(tie)
        nodes[tie.target].setdefault(words, []).append({"@id": nodes[tie.source]["@id"]})
    return list(nodes.values())


def _node(thing: Thing, request: SignedInRequest, *, slug: str) -> dict[str, Any]:
    is_activity = thing.kind in ACTIVITIES
    node: dict[str, Any] = {
        "@id": request.build_absolute_uri(thing.url),
        "@type": "prov:Activity" if is_activity else "prov:Entity",
        "kind": thing.kind,
        "title": str(thing.words),
    }
    if thing.sort:
        node["sort"] = str(thing.sort)
    if thing.on:
        node["date"] = thing.on.isoformat()
    if thing.group:
        node["prov:wasAssociatedWith" if is_activity else "prov:wasAttributedTo"] = {
            "@id": _group_id(thing.group, of=slug)
        }
    return node


def _relation(tie: graph.Tie) -> str:
    """How PROV-O says that the target came from the source."""
    if tie.kind == graph.SET_ASIDE:
        return "ml:setAside"
    if tie.kind == graph.REPLACED:
        return "dcterms:replaces"
    from_activity, to_activity = (graph.parted(end)[0] in ACTIVITIES for end in (tie.source, tie.target))
    if to_activity:
        return "prov:wasInformedBy" if from_activity else "prov:used"
    return "prov:wasGeneratedBy" if from_activity else "prov:wasDerivedFrom"


def _groups(known: dict[str, Thing], *, slug: str) -> list[dict[str, Any]]:
    names = sorted({thing.group for thing in known.values() if thing.group})
    return [
        {"@id": _group_id(name, of=slug), "@type": ["prov:Agent", "prov:Organization"], "title": name} for name in names
    ]


def _group_id(name: str, *, of: str) -> str:
    """Groups of two communities are two, though both are called lay members."""
    return f"urn:mindlines:group:{of}:{quote('-'.join(name.casefold().split()), safe='')}"
