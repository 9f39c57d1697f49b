"""Whether all members see how equal they are."""

from django.db import transaction

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.people.models import Person
from mindlines.voice.models import Mirror


@transaction.atomic
def show(community: Community, *, by: Person, how_agreed: str) -> None:
    """The members agreed to look at it together; said twice it changes nothing."""
    _mirror, is_new = Mirror.objects.get_or_create(community=community, defaults={"how_agreed": how_agreed})
    if is_new:
        record.note(community, by=by, verb="showed-how-equal-we-are", words=how_agreed)


@transaction.atomic
def hide(community: Community, *, by: Person) -> None:
    """From now on only facilitators see it."""
    gone, _by_model = Mirror.objects.filter(community=community).delete()
    if gone:
        record.note(community, by=by, verb="put-away-how-equal-we-are")
