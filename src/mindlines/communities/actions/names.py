"""Taking the name of somebody who is forgotten out of what others wrote."""

import re
from collections.abc import Iterable

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.people.models import Person

# For texts whose letters no database counts.
NO_END = 10**9


def communities_of(person: Person) -> list[int]:
    """Where the name means this person: in a community where somebody else has the same name, it stays theirs."""
    known = Membership.objects.filter(person=person).values_list("community", flat=True)
    others = Membership.objects.filter(community__in=known, person__name=person.name).exclude(person=person)
    shared = set(others.values_list("community", flat=True))
    return [community for community in known if community not in shared]


def holding(name: str, *, fields: Iterable[str]) -> Q:
    """Rows that may hold the name in one of the fields."""
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__contains": name})
    return found


def without(words: str, *, name: str) -> str:
    """The same words without the name; as a part of another word it is no name."""
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _found: _("a former member"), words) if name else words


def take_out(row: Model, *, name: str, fields: dict[str, int]) -> None:
    """Write the row again without the name; each field with how long it may be at most."""
    for field, longest in fields.items():
        setattr(row, field, without(getattr(row, field), name=name)[:longest])
    row.save(update_fields=list(fields))
