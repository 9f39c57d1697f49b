"""Members as an attendance report may know them."""

from mindlines.communities.choices import Standing
from mindlines.communities.models import Community, Membership


def members_by_pk(community: Community) -> dict[int, tuple[str, str, str]]:
    """Name, address and constituency of everybody who belongs or is invited, as the community calls them. One query."""
    rows = (
        Membership.objects.filter(community=community)
        .exclude(standing=Standing.LEFT)
        .values_list("pk", "person__name", "called", "person__email", "constituency__name")
        .order_by("pk")
    )
    return {pk: (called or name, email or "", group) for pk, name, called, email, group in rows}


def members_named(community: Community, *, names: set[str]) -> dict[str, list[int]]:
    """Members by name in lower case, for the names that somebody typed."""
    found: dict[str, list[int]] = {}
    for pk, (name, _, _) in members_by_pk(community).items() if names else ():
        if name.casefold() in names:
            found.setdefault(name.casefold(), []).append(pk)
    return found
