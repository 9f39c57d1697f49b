from django.http import Http404

from mindlines.meetings import rules
from mindlines.meetings.access.meeting import meeting as meeting_gate
from mindlines.meetings.models import AgendaItem, RemovedItem
from mindlines.people.models import Person


def item(person: Person, pk: int, *, of: int) -> AgendaItem:
    """An item of the agenda of meeting `of`, for somebody who may shape it; seen through `item.meeting.viewer`."""
    meeting = meeting_gate(person, of, may=rules.plan)
    found = meeting.items.select_related("lead__person", "lead__constituency", "priority").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.meeting = meeting
    return found


def removed_item(person: Person, pk: int, *, of: int) -> RemovedItem:
    """What was taken out of an agenda lately, for somebody who may put it back."""
    meeting = meeting_gate(person, of, may=rules.plan)
    found = RemovedItem.objects.filter(pk=pk, meeting=meeting).first()
    if found is None:
        raise Http404
    found.meeting = meeting
    return found
