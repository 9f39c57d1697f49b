"""Keeping methods to find them again, and saying how one went."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import locked
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import AgendaItem, FavouriteMethod, Method, MethodRating
from mindlines.people.models import Person


def favour(method: Method, *, by: Person) -> None:
    FavouriteMethod.objects.get_or_create(person=by, method=method.key)


def unfavour(method: Method, *, by: Person) -> None:
    FavouriteMethod.objects.filter(person=by, method=method.key).delete()


@transaction.atomic
def rate(item: AgendaItem, *, by: Membership, verdict: str, words: str) -> MethodRating:
    """Say how the method of an item went; said again, the later word counts."""
    meeting = locked(item.meeting)
    if meeting.phase != Phase.HELD:
        raise Refused(_("This meeting is not closed yet. Say how the method went once it is."))
    item = AgendaItem.objects.get(pk=item.pk)
    if not item.method:
        raise Refused(_("This item was led without a method of the library, so there is nothing to say about one."))
    said = {"method": item.method, "verdict": verdict, "words": words, "at": now()}
    rating, _is_new = MethodRating.objects.update_or_create(item=item, membership=by, defaults=said)
    return rating
