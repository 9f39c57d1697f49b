"""Fellow members by name."""

from django.db.models import Q, QuerySet

from mindlines.communities.models import Membership
from mindlines.people.models import Person


def people_found(person: Person, *, typed: str) -> QuerySet[Membership]:
    """Fellow members whose name holds what was typed."""
    mine = Membership.objects.present().filter(person=person).values("community_id")
    names = (
        Membership.objects.present()
        .filter(community__in=mine)
        .select_related("person", "community", "constituency", "organisation")
    )
    wanted = Q()
    for word in typed.replace("\x00", "").split()[:6]:
        wanted &= Q(person__name__icontains=word) | Q(organisation__name__icontains=word)
    return names.filter(wanted).order_by("person__name", "pk") if typed.strip() else names.none()
