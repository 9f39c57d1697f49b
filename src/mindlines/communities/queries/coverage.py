"""How many people of each constituency belong, beside how many were hoped for."""

from dataclasses import dataclass

from django.db.models import Count, Q

from mindlines.communities.choices import Standing
from mindlines.communities.models import Community

# In the order of the fields of `Group`.
_SHOWN = (Standing.ACTIVE, Standing.INVITED, Standing.PAUSED)


@dataclass(frozen=True)
class Group:
    """One constituency with its members by standing."""

    pk: int
    name: str
    tone: int
    is_support: bool
    target: int | None
    active: int
    invited: int
    paused: int

    @property
    def present(self) -> int:
        """Who belongs now; a pause is still belonging."""
        return self.active + self.paused


def groups(community: Community) -> list[Group]:
    """Every constituency in its order. One query, whatever the number of members."""
    counts = {str(standing): Count("memberships", filter=Q(memberships__standing=standing)) for standing in _SHOWN}
    return [
        Group(
            each.pk,
            each.name,
            each.tone,
            each.is_support,
            each.target,
            *(getattr(each, str(standing)) for standing in _SHOWN),
        )
        for each in community.constituencies.annotate(**counts).order_by("position", "pk")
    ]
