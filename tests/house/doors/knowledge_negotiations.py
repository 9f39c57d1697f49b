"""The negotiations of a community: their boards, judging alone, and what becomes of them."""

from mindlines.knowledge.choices import NegotiationStage, Outcome
from mindlines.knowledge.models import Attached
from tests import make_knowledge
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, MEMBERS, MEMBERS_WRITE, door


def furnish(world):
    item = make_knowledge.item(world.community, "A review of exercise", by=world.anas)
    statement = make_knowledge.statement(item)
    world.negotiated_statement = statement
    world.negotiated_beside = make_knowledge.statement(item, "Six sessions help some people")
    world.negotiation = make_knowledge.negotiation(statement)
    world.negotiation_laid = Attached.objects.create(negotiation=world.negotiation, side="here", item=item)
    make_knowledge.judged(world.negotiation, world.bos)
    world.negotiation_shown = make_knowledge.negotiation(statement, stage=NegotiationStage.SHOWN)
    make_knowledge.judged(world.negotiation_shown, world.bos)
    world.negotiation_settled = make_knowledge.negotiation(
        statement, stage=NegotiationStage.SETTLED, outcome=Outcome.ADOPT, why="It helps"
    )


def slug(world):
    return {"slug": world.community.slug}


def board(name="negotiation", **more):
    return {"keys": lambda world: {"pk": getattr(world, name).pk, **more}}


def laid(world):
    return {"pk": world.negotiation.pk, "attached": world.negotiation_laid.pk}


def for_bo(world):
    return {"pk": world.negotiation.pk, "member": world.bos.pk}


def thing(world):
    return {"things": f"statement:{world.negotiated_beside.pk}", "side": "research"}


SETTLED = {"outcome": "reject", "why": "Too far away"}
REVIEWED = {"found": "It still works", "on_day": "9", "on_month": "12", "on_year": "2026"}

DOORS = [
    door("knowledge:negotiations", MEMBERS, keys=slug),
    door("knowledge:begin_negotiation", FACILITATORS, **board("negotiated_statement")),
    door(
        "knowledge:begin_negotiation",
        FACILITATORS_WRITE,
        **board("negotiated_statement"),
        method="post",
        body=lambda world: {"setting": "The hall in Leek"},
    ),
    door("knowledge:negotiation", MEMBERS, **board()),
    door("knowledge:negotiation", MEMBERS, **board("negotiation_shown"), note="whose judgements are shown"),
    door("knowledge:negotiation", MEMBERS, **board("negotiation_settled"), note="that is settled"),
    door("knowledge:write_side", MEMBERS, **board(side="here")),
    door(
        "knowledge:write_side",
        MEMBERS_WRITE,
        **board(side="lived"),
        method="post",
        body=lambda world: {"words": "", "seen": ""},
    ),
    door("knowledge:attach", MEMBERS, **board()),
    door("knowledge:attach", MEMBERS_WRITE, **board(), method="post", body=thing),
    door("knowledge:detach", MEMBERS_WRITE, keys=laid, method="post"),
    door("knowledge:judge", MEMBERS, **board()),
    door("knowledge:judge", MEMBERS_WRITE, **board(), method="post", body=lambda world: {"equity": "3"}),
    door("knowledge:judge_on_paper", FACILITATORS, **board()),
    door("knowledge:judging_sheet", FACILITATORS, **board()),
    door("knowledge:judge_for", FACILITATORS, keys=for_bo),
    door("knowledge:judge_for", FACILITATORS_WRITE, keys=for_bo, method="post", body=lambda world: {"equity": "3"}),
    door("knowledge:show_judgements", FACILITATORS, **board()),
    door("knowledge:show_judgements", FACILITATORS_WRITE, **board(), method="post"),
    door("knowledge:settle", FACILITATORS, **board("negotiation_shown")),
    door(
        "knowledge:settle",
        FACILITATORS_WRITE,
        **board("negotiation_shown"),
        method="post",
        body=lambda world: SETTLED,
    ),
    door("knowledge:review", FACILITATORS, **board("negotiation_settled")),
    door(
        "knowledge:review",
        FACILITATORS_WRITE,
        **board("negotiation_settled"),
        method="post",
        body=lambda world: REVIEWED,
    ),
    door(
        "knowledge:agree_step",
        FACILITATORS_WRITE,
        **board("negotiation_settled"),
        method="post",
        body=lambda world: {"words": "Book the hall"},
    ),
]
