"""Wishing for something of small groups."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Constituency
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions.upkeep import held
from mindlines.meetings.choices import ONCE_EACH, WishKind
from mindlines.meetings.models import Participant, Round, Wish
from mindlines.meetings.queries import wishes as queries


def make_usual(work: Round) -> None:
    """What nearly everybody wishes: a facilitator each, no lay member alone, good mixing, new people."""
    Wish.objects.bulk_create(Wish(round=work, kind=kind) for kind in ONCE_EACH)
    Wish.objects.bulk_create(
        Wish(round=work, kind=WishKind.NOT_ALONE, constituency=group, count=2) for group in queries.lay_to_protect(work)
    )


@transaction.atomic
def wish(work: Round, *, kind: str) -> Wish:
    """A wish that a round has or has not; twice is once."""
    work = held(work)
    return work.wishes.get_or_create(kind=kind, constituency=None)[0]


@transaction.atomic
def wish_about_people(work: Round, *, kind: str, people: Sequence[Participant]) -> Wish:
    """These people in one group, or no two of them; the same wish twice is once."""
    work = held(work)
    named = set(work.participants.filter(pk__in=[one.pk for one in people]).values_list("pk", flat=True))
    if len(named) < 2:
        raise Refused(_("Name at least two people."))
    for made in work.wishes.filter(kind=kind).prefetch_related("people"):
        if {one.pk for one in made.people.all()} == named:
            return made
    fresh = work.wishes.create(kind=kind)
    fresh.people.set(named)
    return fresh


@transaction.atomic
def wish_for_number(work: Round, *, kind: str, group: Constituency, count: int) -> Wish:
    """At least, at most, or none or at least so many of a constituency; a new number replaces the old one."""
    work = held(work)
    return work.wishes.update_or_create(kind=kind, constituency=group, defaults={"count": count})[0]


@transaction.atomic
def drop(work: Round, *, wish: int) -> None:
    """A wish is given up; given up already is as good."""
    held(work).wishes.filter(pk=wish).delete()
