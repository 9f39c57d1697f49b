"""How far rooms have come."""

from collections.abc import Collection

from mindlines.live.models import Room


def versions_of(rooms: Collection[int]) -> dict[int, int]:
    return dict(Room.objects.filter(pk__in=rooms).values_list("pk", "version"))


def shown(pk: int) -> Room | None:
    """A room as its broadcast parts need it: nobody in particular looks."""
    found = Room.objects.select_related("meeting__community", "meeting__place", "item").filter(pk=pk).first()
    if found is not None:
        found.viewer, found.by_pass, found.is_scribe = None, False, False
    return found
