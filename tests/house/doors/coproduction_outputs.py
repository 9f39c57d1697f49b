"""What the community makes together: its text, versions, comments and thanks."""

from mindlines.coproduction.choices import CreditNaming, OutputState
from mindlines.coproduction.models import Credit, OutputVersion, Remark
from tests import make_coproduction
from tests.house.doors import (
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    SIGN_IN,
    door,
)


def furnish(world):
    here = world.community
    world.leaflet = make_coproduction.output(here, "The leaflet we write")
    world.ready_leaflet = make_coproduction.output(here, "A leaflet that is ready", state=OutputState.READY)
    world.old_leaflet = make_coproduction.output(here, "A leaflet that is out", state=OutputState.PUBLISHED)
    world.leaflet_version = OutputVersion.objects.create(output=world.leaflet, number=1, content=b"\x00\x00")
    world.leaflet_remark = Remark.objects.create(output=world.leaflet, words="Too long", membership=world.bos)
    for member in (world.anas, world.bos):
        Credit.objects.create(output=world.leaflet, membership=member)
    world.leaflet_credit = Credit.objects.create(
        output=world.leaflet, shown_name="The print shop", naming=CreditNaming.OTHER
    )


def slug(world):
    return {"slug": world.community.slug}


def made(name="leaflet", **more):
    return {"keys": lambda world: {"pk": getattr(world, name).pk, **more}}


def post(route, body=None, **more):
    return door(route, MEMBERS_WRITE, method="post", body=lambda world: body or {}, **more)


LEAFLET = {"title": "A leaflet", "kind": "leaflet"}
REFUSED = 409

DOORS = [
    door("coproduction:outputs", MEMBERS, keys=slug),
    door("coproduction:output_new", MEMBERS, keys=slug),
    door("coproduction:output_new", MEMBERS_WRITE, keys=slug, method="post", body=lambda world: LEAFLET),
    door("coproduction:output", MEMBERS, **made()),
    door("coproduction:output", MEMBERS, **made("old_leaflet"), note="that is published"),
    door("coproduction:output_change", MEMBERS, **made()),
    post("coproduction:output_change", LEAFLET, **made()),
    door("coproduction:output_rests_on", MEMBERS, **made()),
    post("coproduction:output_rests_on", {"typed": ""}, **made()),
    post("coproduction:output_step", **made(deed="ready"), note="ready"),
    post("coproduction:output_step", **made("ready_leaflet", deed="write"), note="write on"),
    door("coproduction:output_step", FACILITATORS_WRITE, **made("ready_leaflet", deed="publish"), method="post"),
    door("coproduction:output_write", MEMBERS, **made()),
    door(
        "coproduction:output_write", (SIGN_IN, HIDDEN, REFUSED, REFUSED), **made("ready_leaflet"), note="that is ready"
    ),
    door("coproduction:output_plain", MEMBERS, **made()),
    post("coproduction:output_plain", {"words": "A sentence."}, **made()),
    door("coproduction:output_history", MEMBERS, **made()),
    door("coproduction:output_compare", MEMBERS, **made()),
    post("coproduction:output_keep", **made()),
    post("coproduction:output_restore", **made(number=1)),
    door("coproduction:output_remarks", MEMBERS, **made()),
    post("coproduction:output_remarks", {"words": "Well said"}, **made()),
    post("coproduction:output_remark", **made("leaflet_remark", deed="close")),
    door("coproduction:output_credits", MEMBERS, **made()),
    door("coproduction:output_wish", MEMBERS, **made()),
    post("coproduction:output_wish", {"naming": "named"}, **made()),
    post("coproduction:output_thank", {"who": "The print shop"}, **made()),
    post("coproduction:output_unthank", **made("leaflet_credit")),
    door("coproduction:output_file", MEMBERS, **made(form="docx")),
]
