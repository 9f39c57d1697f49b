"""The record of a community: what happened, in order and for good."""

from mindlines.communities.models import Community, RecordLine
from mindlines.people.models import Person


def note(
    community: Community, *, by: Person | None, verb: str, words: str = "", about: Person | None = None
) -> RecordLine:
    """Add a line. `verb` is one of `queries.record.SENTENCES`; `words` hold no person's name."""
    return RecordLine.objects.create(community=community, actor=by, verb=verb, words=words[:300], about=about)
