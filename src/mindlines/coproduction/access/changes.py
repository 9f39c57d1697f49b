"""The gate of changes."""

from django.http import Http404

from mindlines.coproduction import rules
from mindlines.coproduction.models import PracticeChange
from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.people.models import Person


def change(person: Person, pk: int, *, may: Rule[[PracticeChange]] = rules.read_change) -> PracticeChange:
    """What has this number, seen through its `viewer`; outsiders meet a 404."""
    found = (
        PracticeChange.objects.select_related("community", "organisation", "said_by__person", "confirmed_by__person")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found
