"""The gate of what was said, on its way to be kept as knowledge."""

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.knowledge.queries import said
from mindlines.voice.models import Contribution


def contribution(viewer: Membership, pk: int) -> Contribution:
    """Something that `viewer` may keep as knowledge, with whoever said it."""
    found = said.offered(viewer).select_related("membership__person", "membership__constituency", "constituency")
    one = found.filter(pk=pk).first()
    if one is None:
        raise Http404
    one.community, one.viewer = viewer.community, viewer
    return one
