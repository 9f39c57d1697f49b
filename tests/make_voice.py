"""Makers of what people say, ask and vote; as in `tests.make`, each takes what the story is about."""

from typing import Any

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community, Constituency, Membership
from mindlines.kernel.times import now
from mindlines.voice.models import Contribution, WordRequest
from tests import make


def contribution(community: Community, words: str = "The car park is full by nine", **more: Any) -> Contribution:
    """Something that was said, by a member if the story names one; without a name when it says so."""
    by: Membership | None = more.pop("by", None)
    if by is not None:
        more = {"membership": by, "constituency": by.constituency, "made_at": now()} | more
    elif "is_anonymous" not in more:
        more["is_anonymous"] = True
    return Contribution.objects.create(community=community, words=words, **more)


def word(community: Community, word: str = "PROM", **more: Any) -> WordRequest:
    return WordRequest.objects.create(community=community, word=word, **more)


def crowd(community: Community, count: int = 5, *, constituency: Constituency | None = None) -> list[Membership]:
    """So many more active members of one group."""
    group = constituency or community.constituencies.filter(kind=ConstituencyKind.LAY).first()
    return [make.membership(community, constituency=group) for _number in range(count)]
