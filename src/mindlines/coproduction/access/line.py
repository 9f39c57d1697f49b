"""The gate of a trace: whoever may see a thing may see where it came from and what became of it."""

from collections.abc import Callable

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.coproduction.access.changes import change
from mindlines.coproduction.access.decisions import decision
from mindlines.coproduction.access.outputs import output
from mindlines.coproduction.queries.line import graph
from mindlines.knowledge.access.items import item, statement
from mindlines.knowledge.access.negotiations import diagnosis, negotiation
from mindlines.meetings.access.action import action
from mindlines.people.models import Person
from mindlines.voice.access.contributions import contribution

GATES: dict[str, Callable[[Person, int], Membership]] = {
    graph.ITEM: lambda person, pk: item(person, pk).viewer,
    graph.SAID: lambda person, pk: contribution(person, pk).viewer,
    graph.STATEMENT: lambda person, pk: statement(person, pk).viewer,
    graph.DIAGNOSIS: lambda person, pk: diagnosis(person, pk).viewer,
    graph.NEGOTIATION: lambda person, pk: negotiation(person, pk).viewer,
    graph.DECISION: lambda person, pk: decision(person, pk).viewer,
    graph.ACTION: lambda person, pk: action(person, pk).viewer,
    graph.OUTPUT: lambda person, pk: output(person, pk).viewer,
    graph.CHANGE: lambda person, pk: change(person, pk).viewer,
}


def traced(person: Person, kind: str, *, pk: int) -> Membership:
    """The membership by which `person` may follow the line of this thing; outsiders meet a 404."""
    if kind not in GATES:
        raise Http404
    return GATES[kind](person, pk)
