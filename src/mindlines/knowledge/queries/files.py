"""Files that the community has."""

from mindlines.communities.models import Community
from mindlines.knowledge.models import Item, ItemFile


def same_file(community: Community, *, sha256: str) -> Item | None:
    """The item that holds the very same file already."""
    found = ItemFile.objects.select_related("item").filter(
        item__community=community, item__withdrawn_at__isnull=True, sha256=sha256
    )
    one = found.first()
    return one.item if one is not None else None
