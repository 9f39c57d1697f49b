"""The gate of scorings."""

from django.http import Http404

from mindlines.coproduction import rules
from mindlines.coproduction.models import Scoring
from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.people.models import Person


def scoring(person: Person, pk: int, *, may: Rule[[Scoring]] = rules.read_scoring) -> Scoring:
    """What has this number, seen through its `viewer`; outsiders meet a 404."""
    found = Scoring.objects.select_related("community").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found
