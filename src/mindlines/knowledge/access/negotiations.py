"""The gates of negotiations and diagnoses."""

from django.http import Http404

from mindlines.kernel.rules import Rule
from mindlines.knowledge import rules
from mindlines.knowledge.access.seeing import viewer
from mindlines.knowledge.models import Diagnosis, Negotiation
from mindlines.people.models import Person


def negotiation(person: Person, pk: int, *, may: Rule[[Negotiation]] = rules.read_negotiation) -> Negotiation:
    """The negotiation with its statement, item and community, seen through `negotiation.viewer`."""
    found = Negotiation.objects.select_related("statement__item__community", "meeting").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.statement.item.community)
    may.require(found)
    return found


def diagnosis(person: Person, pk: int, *, may: Rule[[Diagnosis]] = rules.read_diagnosis) -> Diagnosis:
    """The diagnosis with its statement, item and community, seen through `diagnosis.viewer`."""
    found = Diagnosis.objects.select_related("statement__item__community", "follows").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.statement.item.community)
    may.require(found)
    return found
