"""What stands on every page of the section Voices."""

from dataclasses import dataclass

from mindlines.communities import rules as communities
from mindlines.communities.models import Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.voice.queries import contributions, equal, words


@dataclass(frozen=True)
class Section:
    """How much waits for whoever looks; nothing for members."""

    tends: bool
    takes_part: bool
    sees_equal: bool
    owed: int = 0
    late: int = 0
    words: int = 0
    ask_key: str = ""


def section(viewer: Membership) -> Section:
    """Two queries for a facilitator, one for others."""
    takes_part, key = communities.take_part(viewer), link_secret()
    if not communities.facilitate(viewer):
        sees_equal = equal.mirror(viewer.community) is not None
        return Section(tends=False, takes_part=takes_part, sees_equal=sees_equal, ask_key=key)
    counts = contributions.owed_counts(viewer.community)
    asked = words.to_explain(viewer.community).count()
    return Section(
        tends=True,
        sees_equal=True,
        takes_part=takes_part,
        owed=counts["all"],
        late=counts["late"],
        words=asked,
        ask_key=key,
    )
