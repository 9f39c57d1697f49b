"""The gate of outputs."""

from django.http import Http404

from mindlines.coproduction import rules
from mindlines.coproduction.models import Output
from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.people.models import Person


def output(person: Person, pk: int, *, may: Rule[[Output]] = rules.read_output) -> Output:
    """What has this number, seen through its `viewer`; outsiders meet a 404."""
    found = Output.objects.select_related("community").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found
