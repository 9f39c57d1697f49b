"""The gate to a message."""

from django.http import Http404

from mindlines.communities import access as communities
from mindlines.communities.rules import facilitate
from mindlines.people.models import Person

from .models import Message


def message(person: Person, pk: int) -> Message:
    """A message of a community that `person` facilitates."""
    found = Message.objects.with_names().select_related("community").filter(pk=pk).first()
    if found is None or found.community is None:
        raise Http404
    communities.membership(person, found.community.slug, may=facilitate)
    return found
