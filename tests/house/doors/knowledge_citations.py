"""References: the list, one of them, and a file of them on its way in, which only whoever brought it goes on with."""

from django.core.files.uploadedfile import SimpleUploadedFile

from mindlines.kernel.times import now
from mindlines.knowledge.choices import Form
from mindlines.knowledge.models import CitationImport
from tests import make_knowledge
from tests.house.doors import HIDDEN, MEMBERS, MEMBERS_WRITE, NOT_YOURS, OPEN, SENT_ON, SIGN_IN, door

RECORD = {
    "csl": {"type": "book", "title": "Getting up from the floor"},
    "doi": "",
    "pubmed_id": "",
    "abstract": "",
    "line": 1,
    "notes": [],
}


def furnish(world):
    def brought(**more):
        return CitationImport.objects.create(
            community=world.community, by=world.bo, file_name="review.ris", choices={"kind": "research"}, **more
        )

    world.cited_book = make_knowledge.item(world.community, "Hips", by=world.bos, form=Form.CITATION)
    world.cited_report = make_knowledge.item(world.community, "Falls", by=world.anas, form=Form.CITATION)
    world.citations_coming = brought(records=[RECORD])
    world.citations_done = brought(confirmed_at=now(), result={"added": 1, "refused": []})


def slug(world):
    return {"slug": world.community.slug}


def coming(world):
    return {**slug(world), "pk": world.citations_coming.pk}


def done(world):
    return {**slug(world), "pk": world.citations_done.pk}


def item(name):
    return {"keys": lambda world: {"pk": getattr(world, name).pk}}


def file(world):
    return {"file": SimpleUploadedFile("review.ris", b"TY  - BOOK\nTI  - Mats\nER  -\n"), "kind": "research"}


def form(kind):
    return {"keys": lambda world: {**slug(world), "form": kind}, "note": kind}


BOOK = {"title": "Mats", "type": "book", "kind": "research"}
BOS = (SIGN_IN, HIDDEN, OPEN, HIDDEN)
BO_SENDS = (SIGN_IN, HIDDEN, SENT_ON, HIDDEN)

DOORS = [
    door("knowledge:references", MEMBERS, keys=slug),
    door("knowledge:citations", MEMBERS, **form("ris")),
    door("knowledge:citations", MEMBERS, **form("csl")),
    door("knowledge:citations", (SIGN_IN, HIDDEN, HIDDEN, HIDDEN), **form("odd")),
    door("knowledge:new_citation", MEMBERS, keys=slug),
    door("knowledge:new_citation", MEMBERS_WRITE, keys=slug, method="post", body=lambda world: BOOK),
    door("knowledge:change_citation", MEMBERS, **item("cited_book"), note="that Bo brought"),
    door(
        "knowledge:change_citation", (SIGN_IN, HIDDEN, NOT_YOURS, OPEN), **item("cited_report"), note="that Ana brought"
    ),
    door("knowledge:change_citation", MEMBERS_WRITE, **item("cited_book"), method="post", body=lambda world: BOOK),
    door("knowledge:import", MEMBERS, keys=slug),
    door("knowledge:import", MEMBERS_WRITE, keys=slug, method="post", body=file),
    door("knowledge:import_preview", BOS, keys=coming),
    door("knowledge:import_decide", BO_SENDS, keys=coming, method="post", body=lambda world: {"row-0": "out"}),
    door("knowledge:import_confirm", BO_SENDS, keys=coming, method="post"),
    door("knowledge:import_done", BOS, keys=done),
    door("knowledge:import_drop", BO_SENDS, keys=coming, method="post"),
    door("knowledge:import_take_back", BOS, keys=done),
    door("knowledge:import_take_back", BO_SENDS, keys=done, method="post"),
]
