"""Makers of what people get ready with; as in `tests.make`, each takes what the story is about."""

from typing import Any

from mindlines.communities.models import Community, Membership
from mindlines.preparation.models import CallWish, PathStep, PreparationPath, StepDone


def path(community: Community, title: str = "Getting ready", *, steps: int = 2, **more: Any) -> PreparationPath:
    """A path that members see, with short steps."""
    made = PreparationPath.objects.create(community=community, title=title, **{"is_shown": True, **more})
    for position in range(steps):
        PathStep.objects.create(
            path=made, title=f"Step {position + 1}", words="Read this.", minutes=3, position=position
        )
    return made


def did_all(member: Membership, *paths: PreparationPath) -> None:
    for step in PathStep.objects.filter(path__in=paths):
        StepDone.objects.get_or_create(step=step, membership=member)


def wish(member: Membership, when: str = "Mornings") -> CallWish:
    return CallWish.objects.create(membership=member, when=when)
