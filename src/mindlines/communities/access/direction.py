"""The gates of charter versions, priorities, criteria and what happened outside."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404

from mindlines.communities import rules
from mindlines.communities.access.community import membership
from mindlines.communities.models import CharterVersion, ContextEvent, Criterion, Membership, Priority
from mindlines.communities.rules import Seen
from mindlines.kernel.rules import Rule
from mindlines.people.models import Person

Thing = TypeVar("Thing", CharterVersion, ContextEvent, Criterion, Priority)


def charter_version(person: Person, number: int, *, slug: str, may: Rule[[Seen]] = rules.see) -> CharterVersion:
    """The version of that number, seen through `version.viewer`."""
    viewer = membership(person, slug)
    versions = CharterVersion.objects.select_related("written_by").filter(community=viewer.community, number=number)
    return _shown(versions, viewer=viewer, may=may)


def priority(person: Person, pk: int, *, slug: str, may: Rule[[Seen]] = rules.see) -> Priority:
    viewer = membership(person, slug)
    return _shown(Priority.objects.filter(community=viewer.community, pk=pk), viewer=viewer, may=may)


def criterion(person: Person, pk: int, *, slug: str, may: Rule[[Seen]] = rules.see) -> Criterion:
    viewer = membership(person, slug)
    return _shown(Criterion.objects.filter(community=viewer.community, pk=pk), viewer=viewer, may=may)


def event(person: Person, pk: int, *, slug: str, may: Rule[[Seen]] = rules.see) -> ContextEvent:
    viewer = membership(person, slug)
    found = ContextEvent.objects.select_related("noted_by").filter(community=viewer.community, pk=pk)
    return _shown(found, viewer=viewer, may=may)


def _shown(found: QuerySet[Thing], *, viewer: Membership, may: Rule[[Seen]]) -> Thing:
    thing = found.first()
    if thing is None:
        raise Http404
    thing.community, thing.viewer = viewer.community, viewer
    may.require(thing)
    return thing
