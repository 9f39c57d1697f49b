"""The steps that a new community begins with."""

from django.db import transaction
from django.utils import translation

from mindlines.communities.models import Community
from mindlines.preparation.models import PathStep, PreparationPath
from mindlines.preparation.queries import starters


@transaction.atomic
def put(community: Community) -> PreparationPath:
    """The starter set, shown at once; where the community has paths of its own, nothing happens."""
    Community.objects.select_for_update().get(pk=community.pk)
    first = community.paths.first()
    if first is not None:
        return first
    with translation.override(community.language):
        path = PreparationPath.objects.create(
            community=community, title=str(starters.TITLE), about=str(starters.ABOUT), is_shown=True
        )
        PathStep.objects.bulk_create(
            PathStep(
                path=path,
                kind=step.kind,
                title=str(step.title),
                words=str(step.words),
                easy=str(step.easy),
                minutes=step.minutes,
                inside=step.inside,
                position=position,
            )
            for position, step in enumerate(starters.STEPS)
        )
    return path
