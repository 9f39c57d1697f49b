"""Makers of knowledge and what is negotiated about it; as in `tests.make`, each takes what the story is about."""

from typing import Any

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Membership
from mindlines.knowledge.choices import Form
from mindlines.knowledge.models import Citation, Diagnosis, Item, Judgement, Negotiation, Statement


def item(community: Community, title: str = "Exercise for osteoarthritis of the knee", **more: Any) -> Item:
    """A piece of knowledge; `by` is the member who brought it in."""
    by: Membership | None = more.pop("by", None)
    if by is not None:
        more = {"brought_by": by, "constituency": by.constituency} | more
    values: dict[str, Any] = {"kind": KnowledgeKind.RESEARCH, "form": Form.NOTE, **more}
    made = Item.objects.create(community=community, title=title, **values)
    if values["form"] == Form.CITATION:
        Citation.objects.create(item=made, csl={"type": "article-journal", "title": title})
    return made


def story(community: Community, title: str = "The mats are on the floor", *, teller: Membership, **more: Any) -> Item:
    values: dict[str, Any] = {"kind": KnowledgeKind.STORY, "form": Form.STORY, "naming": "named", **more}
    return item(community, title, teller=teller, by=teller, **values)


def statement(of: Item, words: str = "Twelve sessions of exercise for knee osteoarthritis", **more: Any) -> Statement:
    return Statement.objects.create(item=of, words=words, **more)


def negotiation(of: Statement, setting: str = "The hall in Leek", **more: Any) -> Negotiation:
    return Negotiation.objects.create(statement=of, setting=setting, **more)


def diagnosis(of: Statement, setting: str = "The hall in Leek", **more: Any) -> Diagnosis:
    return Diagnosis.objects.create(statement=of, setting=setting, **more)


def judged(of: Negotiation, by: Membership, question: str = "feasibility", **more: Any) -> Judgement:
    """What somebody thinks of one question; 7 unless the story says otherwise."""
    values: dict[str, Any] = {"value": 7, "constituency": by.constituency, **more}
    return Judgement.objects.create(negotiation=of, membership=by, question=question, **values)
