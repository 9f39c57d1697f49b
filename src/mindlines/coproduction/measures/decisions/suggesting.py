"""Which rule suits who can vote."""

from dataclasses import dataclass

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community
from mindlines.coproduction.queries.decisions.wording import SUGGESTED
from mindlines.meetings.models import Meeting
from mindlines.voice.queries import apart
from mindlines_analysis.consensus import suggest_rule


@dataclass(frozen=True)
class Suggested:
    rule: str
    words: str


def suggested(community: Community, *, meeting: Meeting | None) -> Suggested | None:
    """By who is in the meeting, or by who is a member while nobody is there yet; nothing for a community without members."""
    sizes = (apart.sizes(community, meeting=meeting) if meeting else {}) or apart.sizes(community, meeting=None)
    if not sizes:
        return None
    lay = community.constituencies.filter(kind=ConstituencyKind.LAY).values_list("pk", flat=True)
    found = suggest_rule({str(pk): count for pk, count in sizes.items()}, lay=[str(pk) for pk in lay])
    return Suggested(found.rule, str(SUGGESTED[found.reason]))
