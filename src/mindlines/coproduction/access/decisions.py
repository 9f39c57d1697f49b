"""The gate of decisions."""

from django.http import Http404

from mindlines.coproduction import rules
from mindlines.coproduction.models import Decision
from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.people.models import Person


def decision(person: Person, pk: int, *, may: Rule[[Decision]] = rules.read_decision) -> Decision:
    """What has this number, seen through its `viewer`; outsiders meet a 404."""
    found = (
        Decision.objects.select_related("community", "meeting", "agenda_item", "negotiation", "box")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found
