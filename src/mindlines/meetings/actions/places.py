"""Places where a community meets."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.meetings.models import Place
from mindlines.people.models import Person


@transaction.atomic
def keep(place: Place, *, community: Community, by: Person) -> Place:
    """Add a place, or keep what was changed about one; names are unique within the community."""
    Community.objects.select_for_update().get(pk=community.pk)
    place.community = community
    is_new = place._state.adding  # noqa: SLF001 - Django's word for a row that is not kept yet
    same = community.places.filter(name__iexact=place.name).exclude(pk=place.pk).first()
    if same and is_new and same.address == place.address:
        return same
    if same:
        raise Refused(_("There is a place of this name already. Change that one, or choose another name."))
    place.save()
    record.note(community, by=by, verb="added-place" if is_new else "changed-place", words=place.name)
    return place


@transaction.atomic
def remove(place: Place, *, by: Person) -> None:
    """Forget a place; meetings that were held there keep their day and lose the place, so a used one stays."""
    if place.meetings.exists():
        raise Refused(_("Meetings were planned at this place, so it stays. You can change its name and notes."))
    record.note(place.community, by=by, verb="removed-place", words=place.name)
    place.delete()
